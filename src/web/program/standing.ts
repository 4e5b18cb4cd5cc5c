import type { RuleSet } from '#rules'
import { isInForce, statusOn } from '#rules'
import { statusWords } from '../words/labels.ts'

/** How the clauses of a pack stand on a day, each standing once: "in force; suspended". */
export function standingOf({ text }: RuleSet, pack: string, day: string): string {
  const current = text.clauses.filter((clause) => clause.pack === pack && isInForce(clause, day))
  const words = current.flatMap(({ status }) => {
    const latest = statusOn(status, day)
    return latest ? statusWords(latest.status) : []
  })
  const unique = [...new Set(words)]
  return unique.length === 0 ? 'no clause in force' : unique.join('; ')
}
