import type { CaseFacts, DecideOptions, Decision, RuleSet } from '../kernel/pure.ts'
import { decide } from '../kernel/pure.ts'

/** The decision on a case that must be well-formed; throws with its problems otherwise. */
export function decided(
  rules: RuleSet,
  facts: CaseFacts,
  options: Partial<DecideOptions> = {},
): Decision {
  const result = decide(rules, facts, { asOf: '2025-06-01', mode: 'text', ...options })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}
