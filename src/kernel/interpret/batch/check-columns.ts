import type { RuleSet } from '../../rules/load.ts'
import type { Circuit, CircuitInput } from '../circuit/circuit.ts'
import type { CaseColumns, Column } from './columns.ts'
import { columnWidth } from './columns.ts'

/** The names of facts, relations and fields (`relation.field`) that every row of columns states. */
export function alwaysKnown(columns: CaseColumns, rules: RuleSet): readonly string[] {
  const { facts, relations } = rules.text
  const stated = facts.filter((_, slot) => isKnown(columns.facts[slot], columns.count))
  const lists = relations.flatMap(({ name, fields }, slot) => {
    const list = columns.relations[slot]
    const rows = list?.offsets[columns.count] ?? 0
    const known = fields.filter((_, field) => isKnown(list?.fields[field], rows))
    const names = known.map((field) => `${name}.${field.name}`)
    return isKnown(list, columns.count) ? [name, ...names] : names
  })
  return [...stated.map(({ name }) => name), ...lists]
}

function isKnown(column: { readonly known?: Uint8Array } | undefined, count: number): boolean {
  if (!column) return count === 0
  if (!column.known) return true
  return firstOpen(column.known, count) === undefined
}

/** The first row that is not known, if there is one. */
function firstOpen(known: Uint8Array, count: number): number | undefined {
  const whole = count >> 3
  let byte = 0
  while (byte < whole && known[byte] === 0xff) byte++
  for (let row = byte * 8; row < count; row++) {
    if (((known[row >> 3] ?? 0) & (1 << (row & 7))) === 0) return row
  }
  return undefined
}

/** Refuses columns that do not keep what the circuit was promised. */
export function checkColumns(columns: CaseColumns, inputs: readonly CircuitInput[]): void {
  for (const input of inputs) {
    const { count, column, name } = columnOf(columns, input)
    if (input.of !== 'relation' && column) checkWidth(column, input, count)
    if (!input.alwaysKnown || count === 0) continue
    const open = column?.known ? firstOpen(column.known, count) : column ? undefined : 0
    if (open === undefined) continue
    throw new RangeError(`"${name}" was said to be always known, and is not in row ${open}`)
  }
}

/** The column of an input, and how many rows it has. */
export function columnOf(
  columns: CaseColumns,
  input: CircuitInput,
): { readonly column: Partial<Column> | undefined; readonly count: number; readonly name: string } {
  const { count } = columns
  if (input.of === 'fact') return { column: columns.facts[input.slot], count, name: input.name }
  if (input.of === 'relation') {
    return { column: columns.relations[input.slot], count, name: input.name }
  }
  const relation = columns.relations[input.relation ?? -1]
  const rows = relation?.offsets[count] ?? 0
  return { column: relation?.fields[input.slot], count: rows, name: input.name }
}

function checkWidth(column: Partial<Column>, input: CircuitInput, count: number): void {
  const width = columnWidth(input.type, input.bounds)
  const length = column.values?.length ?? 0
  if (column.width !== width) {
    throw new RangeError(`the column "${input.name}" is ${column.width}, and must be ${width}`)
  }
  if (length < (width === 'bits' ? (count + 7) >> 3 : count)) {
    throw new RangeError(`the column "${input.name}" has ${length} entries for ${count} rows`)
  }
}

/** Refuses circuits with inputs that columns of cases do not have. */
export function checkInputs({ inputs }: Circuit): void {
  for (const { of, name, row } of inputs) {
    if (of === 'parameter' || row !== undefined) {
      throw new RangeError(
        `"${name}" is no column: settle free parameters and leave relations as lists`,
      )
    }
  }
}
