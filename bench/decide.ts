// `npm run bench -- decide`: one decision with trace and needs, beside a hand-written function,
// json-rules-engine, zen and CEL in the same run. Results are checked equal before any timing.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type * as Library from '../src/library.ts'
import { byHand as chipsByHand, chipExportCases, factsOf } from './decide/chip-exports.ts'
import { chipDerived, chipSteps, chipTypes, chipVariables } from './decide/chip-exports-peers.ts'
import { peers } from './decide/peers.ts'
import { steps, types, variables } from './decide/thirteen-peers.ts'
import { byHand, cases, countries, ruleSet } from './decide/thirteen.ts'
import type { Contender, Row } from './measure.ts'
import { alone, buildLibrary, compare, machine, markdown, mulberry32 } from './measure.ts'

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
    {
      name: 'Proviso, interpreter, with the trace rendered for reading',
      run: (one) => decide(one).trace,
      outcome: (one) => outcome(decide(one)),
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
  const proviso = ours(
    rules,
    '2026-01-01',
    (one: (typeof population)[number]) => one as unknown as Facts,
  )
  const rows = await compare(population, 2000, hand, [...proviso, ...others])
  const partial = withUnknowns(population, 4)
  const [first] = proviso
  if (!first) return rows
  const open = partial.filter((one) => first.outcome(one) === 'undetermined').length
  const share = Math.round((open / partial.length) * 100)
  const name = `Proviso, generated code, one fact unknown in every third case: the same (${share} percent undetermined, each with its needs)`
  return [...rows, await alone(name, partial, first.run, rows[0])]
}

/** The same cases, every third of them without one of its facts. */
function withUnknowns<T extends object>(population: readonly T[], seed: number): readonly T[] {
  const random = mulberry32(seed)
  return population.map((one, index) => {
    if (index % 3 > 0) return one
    const names = Object.keys(one)
    const missing = names[Math.floor(random() * names.length)]
    return Object.fromEntries(Object.entries(one).filter(([name]) => name !== missing)) as T
  })
}

async function chipExports(): Promise<readonly Row[]> {
  const population = chipExportCases(5000, 3, library)
  type One = (typeof population)[number]
  const flat = new Map(population.map((one) => [one, chipVariables(one)]))
  const others = peers(chipSteps, 'licenseCaseByCase', chipTypes, chipDerived).map(
    ({ name, decide }) => ({
      name,
      run: (one: One) => decide(flat.get(one) ?? {}),
      outcome: (one: One) => decide(flat.get(one) ?? {}),
    }),
  )
  const hand = { name: 'hand-written function', run: chipsByHand, outcome: chipsByHand }
  return compare(population, 2000, hand, [
    ...ours(library.chipExports.rules, '2026-11-24', factsOf),
    ...others,
  ])
}

const notes = `# One decision, measured

\`npm run bench -- decide --save\` makes this file again. ${machine()}.

Every engine gives the same outcome on 2,000 cases before anything is timed. Figures are medians of five
turns of half a second each, in one thread, every engine in every turn, each turn between two runs of the
function written by hand; what counts are the ratios, since other work ran on the same two cores.
Proviso checks and encodes the case as a person writes it, and leaves the value and the deciding clauses of
every step; the function by hand trusts its input and explains nothing. The peers get the rows of the
tables already joined, and on the first rule json-rules-engine also its two sums, since its conditions have
no arithmetic; on the chip rules they derive classification, groups and sums as their manuals show it.
The function by hand and the peers hold only the law that this population meets; Proviso holds all of it.
zen-engine is installed as its build for Linux on x64.
`
const report = [
  notes,
  markdown('The 13-condition rule', await thirteen()),
  markdown('The chip-exports rules, as the text stands on 2026-11-24', await chipExports()),
].join('\n')
console.log(report)
if (process.argv.includes('--save')) {
  const file = `${root}/bench/RESULTS.md`
  writeFileSync(file, report)
  execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', file], {
    cwd: root,
  })
}
