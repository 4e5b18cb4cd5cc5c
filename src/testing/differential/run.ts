import { factsAt } from '../../kernel/interpret/batch/case-at.ts'
import type { CaseColumns } from '../../kernel/interpret/batch/columns.ts'
import type { View } from '../../kernel/interpret/view.ts'
import type { Answers, Difference, MakeReading, Reading } from './reading.ts'
import { differences } from './reading.ts'

/** What a differential run found, per reading. */
export interface Tally {
  readonly name: string
  cases: number
  differing: number
  milliseconds: number
  /** The first few differences, each with its case as a person would write it. */
  readonly examples: (Difference & { readonly facts: unknown })[]
}

/** How often each status occurred, so that a run that only ever meets one of them is seen. */
export type Statuses = [
  decided: number,
  undetermined: number,
  gap: number,
  conflict: number,
  refused: number,
]

export interface Run {
  readonly view: View
  readonly outputs: readonly string[]
  readonly chunks: Iterable<CaseColumns>
  readonly oracle: MakeReading
  readonly readings: readonly MakeReading[]
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number
  readonly progress?: (cases: number) => void
}

/** Reads the same cases in every way and compares each with the oracle, definition by definition. */
export async function runDifferential(run: Run): Promise<{ tallies: Tally[]; statuses: Statuses }> {
  const { view, outputs, now } = run
  const oracle = await run.oracle(view, outputs)
  const readings: Reading[] = []
  for (const make of run.readings) readings.push(await make(view, outputs))
  const tallies = [oracle, ...readings].map(({ name }): Tally => ({
    name,
    cases: 0,
    differing: 0,
    milliseconds: 0,
    examples: [],
  }))
  const statuses: Statuses = [0, 0, 0, 0, 0]
  try {
    for (const columns of run.chunks) {
      let wanted: readonly Answers[] | undefined
      for (const [index, reading] of [oracle, ...readings].entries()) {
        const tally = tallies[index]
        if (!tally) continue
        const start = now()
        const found = await reading.answer(columns)
        tally.milliseconds += now() - start
        tally.cases += columns.count
        if (wanted) compareChunk(tally, { view, outputs, columns, wanted, found })
        wanted ??= found
      }
      for (const status of wanted?.[0]?.status ?? []) statuses[status] = (statuses[status] ?? 0) + 1
      run.progress?.(tallies[0]?.cases ?? 0)
    }
  } finally {
    for (const reading of readings) await reading.end?.()
  }
  return { tallies, statuses }
}

interface Chunk {
  readonly view: View
  readonly outputs: readonly string[]
  readonly columns: CaseColumns
  readonly wanted: readonly Answers[]
  readonly found: readonly Answers[]
}

function compareChunk(tally: Tally, { view, outputs, columns, wanted, found }: Chunk): void {
  const list = differences(tally.name, outputs, wanted, found, columns.count)
  tally.differing += new Set(list.map(({ row }) => row)).size
  for (const difference of list.slice(0, Math.max(0, 3 - tally.examples.length))) {
    tally.examples.push({ ...difference, facts: factsAt(columns, view.rules, difference.row) })
  }
}
