import type { Verdict } from '#rules'
import { canonicalJson, saltedDigest } from '#rules'
import type { DecidedCase } from './content.ts'

/** The digest on the record of everything private about a decision: with the salt, checkable. */
const contentDigest = (content: DecidedCase, salt: string): string =>
  saltedDigest(JSON.stringify(content), salt)

/**
 * The public part of a determination as canonical JSON: what was decided, under which rules, as of
 * which day. Whom it is about, and on which facts, stands behind a salted digest.
 */
export function determinationEntry(content: DecidedCase, salt: string): string {
  const { program, rulesHash, asOf, mode, outcome, outputs, statement, assumedParameters } =
    content.determination
  return canonicalJson({
    format: 'proviso-entry/v1',
    type: 'determination',
    program,
    rulesHash,
    asOf,
    mode,
    assumedParameters,
    outcome: verdictText(outcome.verdict),
    outputs: Object.fromEntries(outputs.map(({ name, verdict }) => [name, verdictText(verdict)])),
    statement,
    digest: contentDigest(content, salt),
  })
}

/** That what a determination reserved was used, or given back. */
export const endEntry = (type: 'settled' | 'released', program: string, of: number): string =>
  canonicalJson({ format: 'proviso-entry/v1', type, program, determination: of })

function verdictText(verdict: Verdict): string | null {
  if (verdict.kind !== 'value') return null
  const { value } = verdict
  return typeof value === 'object' ? value.join(', ') : String(value)
}
