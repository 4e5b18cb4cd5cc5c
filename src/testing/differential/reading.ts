import type { CaseColumns } from '../../kernel/interpret/batch/columns.ts'
import type { View } from '../../kernel/interpret/view.ts'

/** How one definition came out for many cases: what every reading of a rule set must agree on. */
export interface Answers {
  /** 0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused. */
  readonly status: Uint8Array
  /** Members, 0 and 1 for conditions, scaled integers, days; 0 unless decided. */
  readonly value: Float64Array
  /** The clauses that gave the value, by position; 0 unless decided. */
  readonly reason: Uint32Array
}

/** One way to read a rule set, made ready for a view and some of its definitions. */
export interface Reading {
  readonly name: string
  /** Answers per definition, in the order asked for. */
  readonly answer: (columns: CaseColumns) => Promise<readonly Answers[]>
  readonly end?: () => Promise<void>
}

/** Makes a reading ready. */
export type MakeReading = (view: View, outputs: readonly string[]) => Promise<Reading>

export const emptyAnswers = (count: number): Answers => ({
  status: new Uint8Array(count),
  value: new Float64Array(count),
  reason: new Uint32Array(count),
})

/** The first place where two readings differ: definition and row. */
export interface Difference {
  readonly reading: string
  readonly definition: string
  readonly row: number
  readonly wanted: string
  readonly found: string
}

/** Every difference of a reading from the oracle, at most `limit` of them. */
export function differences(
  reading: string,
  outputs: readonly string[],
  wanted: readonly Answers[],
  found: readonly Answers[],
  limit = 5,
): readonly Difference[] {
  const list: Difference[] = []
  outputs.forEach((definition, index) => {
    const [a, b] = [wanted[index], found[index]]
    if (!a || !b) throw new RangeError(`${reading} gives no answers for ${definition}`)
    for (let row = 0; row < a.status.length && list.length < limit; row++) {
      const [one, other] = [a, b].map((each) => describe(each, row)) as [string, string]
      if (one !== other) list.push({ reading, definition, row, wanted: one, found: other })
    }
  })
  return list
}

const statuses = ['decided', 'undetermined', 'gap', 'conflict', 'refused']

function describe({ status, value, reason }: Answers, row: number): string {
  const word = statuses[status[row] ?? -1] ?? `status ${status[row]}`
  return `${word} ${value[row]} by ${reason[row]}`
}
