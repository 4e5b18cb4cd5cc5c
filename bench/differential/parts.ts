import type { CaseColumns } from '../../src/kernel/interpret/batch/columns.ts'
import { compiled } from '../../src/kernel/interpret/compile.ts'
import { boundaryCases } from '../../src/kernel/interpret/population/boundary.ts'
import type { Mode, View } from '../../src/kernel/interpret/view.ts'
import { proposalNames, viewOf } from '../../src/kernel/interpret/view.ts'
import type { RuleSet } from '../../src/kernel/rules/load.ts'
import { loadOrThrow } from '../../src/kernel/rules/load.ts'
import type { Program } from '../../src/kernel/program.ts'
import { Choices } from '../../src/testing/choices.ts'
import type { MakeReading } from '../../src/testing/differential/reading.ts'
import { randomColumns, seeded } from '../../src/testing/differential/random-columns.ts'
import type { Statuses, Tally } from '../../src/testing/differential/run.ts'
import { runDifferential } from '../../src/testing/differential/run.ts'
import { randomText } from '../../src/testing/random-rules.ts'

export interface Settings {
  readonly oracle: MakeReading
  /** Readings that are quick to make ready: they take part in everything. */
  readonly readings: readonly MakeReading[]
  /** Engines, which plan a query of thousands of columns anew: fewer views, as many cases. */
  readonly engines: readonly MakeReading[]
  readonly seed: number
  readonly now: () => number
  readonly say: (line: string) => void
}

/** One part of a run: what was read, and what each reading made of it. */
export interface Part {
  readonly title: string
  readonly statuses: Statuses
  readonly tallies: readonly Tally[]
}

/** Engines read every so many of the random rule sets. */
const ruleSetsPerEngineTurn = 20
const chunkRows = 50_000

function* chunksOf(rules: RuleSet, cases: number, seed: number): Generator<CaseColumns> {
  const below = seeded(seed)
  for (let done = 0; done < cases; done += chunkRows) {
    yield randomColumns(rules, Math.min(chunkRows, cases - done), below)
  }
}

function viewOrThrow(rules: RuleSet, asOf: string, mode: Mode): View {
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

/** The days on which anything of a rule set begins or ends, and the day before the first of them. */
function daysOf(rules: RuleSet): readonly string[] {
  const { clauses, parameters } = rules.text
  const days = [...clauses, ...parameters.flatMap(({ versions }) => versions)].flatMap(
    ({ from, to }) => [from, ...(to === undefined ? [] : [to])],
  )
  return [...new Set(days)].sort()
}

/** The day of the law as last checked: what is in force later may still change. */
const latestDay = ({ text }: RuleSet): string =>
  text.packs
    .map(({ verifiedAt }) => verifiedAt)
    .sort()
    .at(-1) ?? ''

const modesOf = (rules: RuleSet): readonly Mode[] => [
  'text',
  'enforced',
  ...proposalNames(rules).map((name): Mode => `proposal:${name}`),
]

/** Random cases of a program, spread over every reading of its latest law; its outcome and headline. */
export async function randomPart(
  program: Program,
  cases: number,
  settings: Settings,
): Promise<Part> {
  const { rules } = program
  const asOf = latestDay(rules)
  const modes = modesOf(rules)
  const outputs = [...new Set([rules.text.outcome, ...program.headline])]
  const title = `${program.id}: ${cases.toLocaleString('en-US')} random cases over ${modes.length} readings of the law of ${asOf}, ${outputs.length} definitions each`
  const total = collector(title)
  for (const [index, mode] of modes.entries()) {
    const share = Math.ceil(cases / modes.length)
    const chunks = chunksOf(rules, share, settings.seed + index)
    const view = viewOrThrow(rules, asOf, mode)
    total.add(await read({ view, outputs, chunks }, settings, `${program.id} ${mode}`))
  }
  return total.part
}

/** Every boundary case around the worked cases of a program, in every reading of its latest law. */
export async function boundaryPart(program: Program, settings: Settings): Promise<Part> {
  const { rules } = program
  const asOf = latestDay(rules)
  const outputs = rules.text.definitions.map(({ name }) => name)
  const modes = modesOf(rules)
  const title = `${program.id}: every boundary case around ${program.cases.length} worked cases, ${modes.length} readings of the law of ${asOf}, all ${outputs.length} definitions`
  const total = collector(title)
  const bases = program.cases.map(({ facts }) => facts)
  for (const mode of modes) {
    const view = viewOrThrow(rules, asOf, mode)
    const chunks = boundaryCases(rules, view, { bases, evaluator: compiled, chunkRows })
    total.add(await read({ view, outputs, chunks }, settings, `${program.id} ${mode} boundaries`))
  }
  return total.part
}

/** Every definition of a program on every day on which its law changes, in every mode. */
export async function daysPart(program: Program, settings: Settings): Promise<Part> {
  const { rules } = program
  const outputs = rules.text.definitions.map(({ name }) => name)
  const days = daysOf(rules)
  const modes = modesOf(rules)
  const title = `${program.id}: random cases on each of ${days.length} days on which its law changes, ${modes.length} modes, all ${outputs.length} definitions`
  const total = collector(title)
  for (const asOf of days) {
    for (const mode of modes) {
      const found = viewOf(rules, asOf, mode)
      if (!found.ok) continue
      const chunks = chunksOf(rules, 500, settings.seed)
      total.add(await read({ view: found.view, outputs, chunks }, { ...settings, engines: [] }))
    }
    settings.say(`${program.id} on ${asOf}`)
  }
  return total.part
}

/** Random rule sets: exceptions, dates, aggregates, arithmetic, tables; all their definitions. */
export async function ruleSetsPart(count: number, settings: Settings): Promise<Part> {
  const total = collector(`${count.toLocaleString('en-US')} random rule sets, 200 cases each`)
  for (let index = 0; index < count; index++) {
    const below = seeded(settings.seed * 7919 + index)
    const entropy = Array.from({ length: 400 }, () => below(1024))
    const rules = loadOrThrow(randomText(new Choices(entropy)))
    const modes = ['text', 'enforced', 'proposal:bill'] as const
    const asOf = ['2020-06-01', '2022-06-01', '2024-06-01'][below(3)] ?? ''
    const view = viewOrThrow(rules, asOf, modes[below(3)] ?? 'text')
    const outputs = rules.text.definitions.map(({ name }) => name)
    const chunks = [randomColumns(rules, 200, below)]
    const engines = index % ruleSetsPerEngineTurn === 0 ? settings.engines : []
    total.add(await read({ view, outputs, chunks }, { ...settings, engines }))
    if (index % 200 === 199) settings.say(`${index + 1} random rule sets`)
  }
  return total.part
}

interface Reads {
  readonly view: View
  readonly outputs: readonly string[]
  readonly chunks: Iterable<CaseColumns>
}

function read(what: Reads, settings: Settings, label?: string) {
  const { oracle, readings, engines, now, say } = settings
  return runDifferential({
    ...what,
    oracle,
    readings: [...readings, ...engines],
    now,
    progress: (cases) => {
      if (label !== undefined) say(`${label}: ${cases} cases`)
    },
  })
}

function collector(title: string) {
  const tallies: Tally[] = []
  const statuses: Statuses = [0, 0, 0, 0, 0]
  return {
    part: { title, statuses, tallies },
    add: (found: { readonly tallies: readonly Tally[]; readonly statuses: Statuses }): void => {
      found.statuses.forEach((count, status) => {
        statuses[status] = (statuses[status] ?? 0) + count
      })
      found.tallies.forEach((own, index) => {
        const sum = (tallies[index] ??= {
          ...own,
          cases: 0,
          differing: 0,
          milliseconds: 0,
          examples: [],
        })
        sum.cases += own.cases
        sum.differing += own.differing
        sum.milliseconds += own.milliseconds
        sum.examples.push(...own.examples.slice(0, Math.max(0, 3 - sum.examples.length)))
      })
    },
  }
}
