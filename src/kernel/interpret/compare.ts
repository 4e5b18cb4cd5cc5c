import type { RuleSet } from '../rules/load.ts'
import type { DecideOptions } from './decide.ts'
import { decide } from './decide.ts'
import type { DeterminationDocument } from './document.ts'
import { documentOf } from './document.ts'
import type { CaseFacts } from './encode.ts'
import type { FactProblem } from './problem.ts'
import type { ViewProblem } from './view.ts'

/** One line of a comparison: the same conclusion under each reading. */
export interface ComparedLine {
  readonly name: string
  readonly title: string
  readonly labels: readonly string[]
  readonly same: boolean
}

export interface Comparison {
  readonly determinations: readonly DeterminationDocument[]
  readonly lines: readonly ComparedLine[]
  /** Per reading, the clauses it relied on that the first reading did not, and the reverse. */
  readonly clauses: readonly {
    readonly added: readonly string[]
    readonly dropped: readonly string[]
  }[]
}

export type CompareResult =
  | { readonly ok: true; readonly comparison: Comparison }
  | { readonly ok: false; readonly problems: readonly (FactProblem | ViewProblem)[] }

/** Lays readings of the law side by side on one case; the first is the baseline. */
export function compare(
  rules: RuleSet,
  facts: CaseFacts,
  readings: readonly DecideOptions[],
): CompareResult {
  const results = readings.map((reading) => decide(rules, facts, reading))
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  if (problems.length > 0) {
    const unique = new Map(problems.map((problem) => [problem.message, problem]))
    return { ok: false, problems: [...unique.values()] }
  }
  const determinations = results.flatMap((result) => (result.ok ? documentOf(result.decision) : []))
  const [baseline] = determinations
  if (!baseline) return { ok: true, comparison: { determinations, lines: [], clauses: [] } }
  const lines = [baseline.outcome, ...baseline.outputs].map(({ name, title }) => {
    const labels = determinations.map(({ outcome, outputs }) => {
      const found = [outcome, ...outputs].find((line) => line.name === name)
      return found?.label ?? ''
    })
    return { name, title, labels, same: labels.every((label) => label === labels[0]) }
  })
  const relied = determinations.map(decidingClauses)
  const clauses = relied.map((own) => ({
    added: own.filter((clause) => !relied[0]?.includes(clause)),
    dropped: relied[0]?.filter((clause) => !own.includes(clause)) ?? [],
  }))
  return { ok: true, comparison: { determinations, lines, clauses } }
}

function decidingClauses({ trace }: DeterminationDocument): readonly string[] {
  return trace.flatMap(({ definition, clauses }) =>
    clauses.filter(({ part }) => part === 'decided').map(({ clause }) => `${definition}/${clause}`),
  )
}
