import { columnBounds } from '../kernel/interpret/batch/columns.ts'
import type { CaseColumns, Column } from '../kernel/interpret/batch/columns.ts'
import { knownAt } from '../kernel/interpret/batch/case-at.ts'
import type { Batch, OutputColumns } from '../kernel/interpret/batch/evaluator.ts'
import { interpret } from '../kernel/interpret/evaluate.ts'
import type { View } from '../kernel/interpret/view.ts'
import { viewOf } from '../kernel/interpret/view.ts'
import type { Bounds, ValueType } from '../kernel/rules/ast.ts'
import type { RuleSet } from '../kernel/rules/load.ts'
import { loadOrThrow } from '../kernel/rules/load.ts'
import { Choices } from './choices.ts'
import { byCase } from './differential/by-case.ts'
import { seeded } from './differential/random-columns.ts'
import { randomText } from './random-rules.ts'

/** A view of a random rule set; the same for the same seed. */
export function randomView(seed: number): View {
  const below = seeded(seed)
  const text = randomText(new Choices(Array.from({ length: 400 }, () => below(1024))))
  const mode = (['text', 'enforced', 'proposal:bill'] as const)[seed % 3] ?? 'text'
  const found = viewOf(loadOrThrow(text), '2022-06-01', mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

/** The columns with a value of its bounds wherever one was open, save for the named facts. */
export function statedColumns(
  columns: CaseColumns,
  rules: RuleSet,
  save: readonly string[] = [],
): CaseColumns {
  const filled = (
    column: Column | undefined,
    type: ValueType,
    bounds: Bounds | undefined,
    count: number,
  ): Column | undefined => {
    if (!column) return undefined
    const { width } = column
    const values = column.values.slice()
    const { min, max } = columnBounds(rules, type, bounds)
    const value = Math.min(max, Math.max(min, 0))
    if (width !== 'bits') {
      for (let row = 0; row < count; row++) if (!knownAt(column, row)) values[row] = value
    }
    return { width, values }
  }
  return {
    count: columns.count,
    facts: rules.text.facts.map(({ name, type, bounds }, slot) => {
      const column = columns.facts[slot]
      return save.includes(name) ? column : filled(column, type, bounds, columns.count)
    }),
    relations: rules.text.relations.map(({ fields }, slot) => {
      const list = columns.relations[slot]
      if (!list) return undefined
      const rows = list.offsets[columns.count] ?? 0
      return {
        offsets: list.offsets,
        fields: fields.map(
          ({ type, bounds }, field) =>
            filled(list.fields[field], type, bounds, rows) ?? {
              width: 'u8',
              values: new Uint8Array(rows),
            },
        ),
      }
    }),
  }
}

/** How many rows, and which first few, a batch gives otherwise than the interpreter. */
export async function differencesOf(
  batch: Batch,
  columns: CaseColumns,
): Promise<readonly string[]> {
  const names = batch.outputs.map(({ name }) => name)
  const oracle = await byCase('interpreter', interpret)(batch.circuit.view, names)
  const wanted = await oracle.answer(columns)
  const found = batch.run(columns)
  const differences: string[] = []
  wanted.forEach((want, index) => {
    const own = found[index] as OutputColumns
    for (let row = 0; row < columns.count; row++) {
      const expected = [want.status[row], want.value[row], want.reason[row]]
      const given = [own.status[row], own.value[row], own.reason ? own.reason[row] : expected[2]]
      if (expected.some((value, part) => value !== given[part])) {
        differences.push(`${names[index]} of row ${row}: ${given.join()} for ${expected.join()}`)
      }
    }
  })
  return differences.slice(0, 5)
}
