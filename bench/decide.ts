// `npm run bench -- decide`: one decision with trace and needs, beside a hand-written function,
// json-rules-engine, zen and CEL in the same run. Results are checked equal before any timing.
import { fileURLToPath } from 'node:url'
import type * as Library from '../src/library.ts'
import { byHand as chipsByHand, chipExportCases, factsOf } from './decide/chip-exports.ts'
import { chipSteps, chipTypes, chipVariables } from './decide/chip-exports-peers.ts'
import { peers } from './decide/peers.ts'
import { steps, types, variables } from './decide/thirteen-peers.ts'
import { byHand, cases, countries, ruleSet } from './decide/thirteen.ts'
import type { Contender, Row } from './measure.ts'
import { buildLibrary, compare, machine, markdown } from './measure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
buildLibrary(root)
const library = (await import(`${root}/dist/library.js`)) as typeof Library

type Facts = Library.CaseFacts

function ours<T>(
  rules: Library.RuleSet,
  asOf: string,
  facts: (one: T) => Facts,
): readonly Contender<T>[] {
  const decide = (one: T, evaluator?: Library.DecideOptions['evaluator']) => {
    const result = library.decide(rules, facts(one), {
      asOf,
      mode: 'text',
      ...(evaluator ? { evaluator } : {}),
    })
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('; '))
    return result.decision
  }
  const outcome = (decision: Library.Decision): string => {
    const verdict = decision.outcome
    return verdict.kind === 'value' ? String(verdict.value) : verdict.kind
  }
  const answered = (decision: Library.Decision) => [
    decision.outcome,
    decision.needs,
    decision.evaluation,
  ]
  const { compiled } = library
  return [
    {
      name: 'Proviso, generated code: outcome, needs, values and marks of every step',
      run: (one) => answered(decide(one, compiled)),
      outcome: (one) => outcome(decide(one, compiled)),
    },
    {
      name: 'Proviso, interpreter: the same',
      run: (one) => answered(decide(one)),
      outcome: (one) => outcome(decide(one)),
    },
    {
      name: 'Proviso, generated code, with the trace rendered for reading',
      run: (one) => decide(one, compiled).trace,
      outcome: (one) => outcome(decide(one, compiled)),
    },
  ]
}

async function thirteen(): Promise<readonly Row[]> {
  const table = countries(1)
  const population = cases(10_000, 2)
  const rules = ruleSet(library, table)
  const flat = new Map(population.map((one) => [one, variables(one, table)]))
  const others = peers(steps, 'review', types).map(({ name, decide }) => ({
    name,
    run: (one: (typeof population)[number]) => decide(flat.get(one) ?? {}),
    outcome: (one: (typeof population)[number]) => decide(flat.get(one) ?? {}),
  }))
  const hand = {
    name: 'hand-written function',
    run: (one: (typeof population)[number]) => byHand(one, table),
    outcome: (one: (typeof population)[number]) => byHand(one, table),
  }
  return compare(population, 2000, hand, [
    ...ours(rules, '2026-01-01', (one: (typeof population)[number]) => one as unknown as Facts),
    ...others,
  ])
}

async function chipExports(): Promise<readonly Row[]> {
  const population = chipExportCases(5000, 3, library)
  type One = (typeof population)[number]
  const flat = new Map(population.map((one) => [one, chipVariables(one)]))
  const others = peers(chipSteps, 'licenseCaseByCase', chipTypes).map(({ name, decide }) => ({
    name,
    run: (one: One) => decide(flat.get(one) ?? {}),
    outcome: (one: One) => decide(flat.get(one) ?? {}),
  }))
  const hand = { name: 'hand-written function', run: chipsByHand, outcome: chipsByHand }
  return compare(population, 2000, hand, [
    ...ours(library.chipExports.rules, '2026-11-24', factsOf),
    ...others,
  ])
}

console.log(`${machine()}\n`)
console.log(markdown('The 13-condition rule', await thirteen()))
console.log(
  markdown('The chip-exports rules, as the text stands on 2026-11-24', await chipExports()),
)
