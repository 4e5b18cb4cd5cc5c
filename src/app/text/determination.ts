import type { DeterminationDocument, Need, Program } from '#rules'
import { section, table, wrapped } from './layout.ts'
import type { Extent } from './reasons.ts'
import { reasons } from './reasons.ts'

/**
 * A determination as plain text of 100 columns: the outcome first, then the sentence with its
 * limits, the headline conclusions, what is still needed, why, and what to be warned of.
 */
export function determinationText(
  program: Program,
  document: DeterminationDocument,
  extent: Extent = 'brief',
): string {
  const { outcome, statement, assumedParameters } = document
  const assumed = Object.entries(assumedParameters).map(
    ([name, value]) => `${name} = ${String(value)}`,
  )
  const roots = [outcome.name, ...(extent === 'full' ? program.headline : [])]
  return [
    ...wrapped(outcome.label),
    '',
    ...wrapped(statement),
    ...section('Conclusions', headline(program, document)),
    ...section('Still needed', needsText(document.needs)),
    ...section('Why', reasons(program, document, roots, extent)),
    ...section(
      'Assumed',
      assumed.flatMap((line) => wrapped(`- ${line}`, 2, 2)),
    ),
    ...section(
      'Warnings',
      document.warnings.flatMap(({ message }) => wrapped(`- ${message}`, 2, 2)),
    ),
    '',
    ...wrapped(`Rules: ${document.program} ${document.rulesHash}`),
  ].join('\n')
}

function headline({ headline: names }: Program, { outputs }: DeterminationDocument) {
  const rows = names.flatMap((name) => {
    const found = outputs.find((output) => output.name === name)
    return found ? [[found.title, found.label]] : []
  })
  return table(rows, 2)
}

/** One line per need: what, its name, and why it is not there. */
export function needsText(needs: readonly Need[], indent = 2): readonly string[] {
  return needs.flatMap(({ kind, name, title, reason }) =>
    wrapped(`- ${title} (${kind} ${name}): ${reasonInWords[reason]}`, indent, 2),
  )
}

const reasonInWords: Readonly<Record<Need['reason'], string>> = {
  notAsked: 'not stated',
  declined: 'declined to say',
  unverified: 'stated, not verified',
  unavailable: 'not available',
  notSet: 'nobody has set it; assume a value with --set',
  notPublic: 'not public',
  noClauseApplies: 'no rule covers this case',
  clausesDisagree: 'the rules conflict',
}
