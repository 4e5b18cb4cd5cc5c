import type { Plain, RuleSet, ValueType, Verdict } from '#rules'
import { modeInWords, plainInWords, proposalNames, verdictInWords } from '#rules'
import type { Mode, Program } from '#rules'
import { groupLabel } from './numbers.ts'

/** A reading of the law by name, as the program calls it. */
export function modeTitle(program: Program, mode: string): string {
  return program.readings.find((reading) => reading.mode === mode)?.title ?? modeInWords(mode)
}

/** All readings a program offers: those it names, then any other proposal of its rules. */
export function modesOf(program: Program): readonly { mode: Mode; title: string; about: string }[] {
  const named = new Set<string>(program.readings.map(({ mode }) => mode))
  const others = proposalNames(program.rules)
    .map((name): Mode => `proposal:${name}`)
    .filter((mode) => !named.has(mode))
    .map((mode) => ({ mode, title: modeInWords(mode), about: '' }))
  return [...program.readings, ...others]
}

/** A value in words with its thousands grouped. */
export const valueWords = (rules: RuleSet, type: ValueType, value: Plain): string =>
  groupLabel(plainInWords(rules, type, value))

/** A definition's verdict in words with its thousands grouped. */
export function verdictWords(rules: RuleSet, name: string, verdict: Verdict): string {
  const type = rules.scope.definitions.get(name)?.declaration.type
  return type ? groupLabel(verdictInWords(rules, type, verdict)) : verdict.kind
}

const statuses: Readonly<Record<string, string>> = {
  inForce: 'in force',
  appliedAsPolicy: 'applied as policy, not in the text',
  notEnforced: 'in the text, not enforced',
  suspended: 'suspended',
  rescinded: 'rescinded',
  proposed: 'proposed, not law',
  contested: 'contested',
}

/** A legal status in words. */
export const statusWords = (status: string): string => statuses[status] ?? status

const reasons: Readonly<Record<string, string>> = {
  notAsked: 'not answered yet',
  declined: 'declined',
  unverified: 'not verified',
  unavailable: 'you do not know',
  notSet: 'nobody has set this number',
  notPublic: 'not public',
  noClauseApplies: 'no rule covers this case',
  clausesDisagree: 'the rules conflict',
}

/** Why something is unknown, in words. */
export const reasonWords = (reason: string): string => reasons[reason] ?? reason
