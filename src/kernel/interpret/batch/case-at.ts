import type { ValueType } from '../../rules/ast.ts'
import { FALSE, TRUE, unknownOf } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Plain } from '../decode.ts'
import { decodeValue } from '../decode.ts'
import type { CaseFacts, EncodedCase } from '../encode.ts'
import type { CaseColumns, Column } from './columns.ts'

/** Whether row n of a column, or of the lists of a relation, is known. */
export const knownAt = ({ known }: { readonly known?: Uint8Array }, n: number): boolean =>
  known === undefined || ((known[n >> 3] ?? 0) & (1 << (n & 7))) !== 0

/** Row n of a column in the encoding of rules/ir.ts; the kind's unknown marker where it is open. */
export function valueAt(column: Column | undefined, type: ValueType, n: number): number {
  if (!column || !knownAt(column, n)) return unknownOf(type.kind)
  if (column.width !== 'bits') return column.values[n] ?? unknownOf(type.kind)
  return ((column.values[n >> 3] ?? 0) & (1 << (n & 7))) !== 0 ? TRUE : FALSE
}

/** Row n of columns as the case that every evaluator reads; nothing is filled from tables. */
export function encodedAt(columns: CaseColumns, rules: RuleSet, n: number): EncodedCase {
  const facts = rules.text.facts.map(({ type }, slot) => valueAt(columns.facts[slot], type, n))
  const relations = rules.text.relations.map(({ fields }, slot) => {
    const of = columns.relations[slot]
    if (!of || !knownAt(of, n)) return undefined
    const from = of.offsets[n] ?? 0
    return Array.from({ length: (of.offsets[n + 1] ?? from) - from }, (_, row) =>
      fields.map(({ type }, field) => valueAt(of.fields[field], type, from + row)),
    )
  })
  return { facts, relations, reasons: new Map(), prefilled: [] }
}

/** Row n of columns as a person writes a case: what is not known is left out. */
export function factsAt(columns: CaseColumns, rules: RuleSet, n: number): CaseFacts {
  const { facts, relations } = encodedAt(columns, rules, n)
  const stated: [string, unknown][] = rules.text.facts.map(({ name, type }, slot) => [
    name,
    written(rules, type, facts[slot] ?? Number.NaN),
  ])
  const lists = rules.text.relations.map(({ name, fields }, slot): [string, unknown] => [
    name,
    relations[slot]?.map((row) =>
      known(
        fields.map(({ name: field, type }, index) => [
          field,
          written(rules, type, row[index] ?? Number.NaN),
        ]),
      ),
    ),
  ])
  return known([...stated, ...lists])
}

const known = (entries: readonly [string, unknown][]): CaseFacts =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined))

/** Decimal text of so many characters is exact as a number. */
const exactLength = 15

/** A value as case files write it: numbers as numbers, where that is exact. */
function written(rules: RuleSet, type: ValueType, value: number): Plain | number | undefined {
  const plain = decodeValue(rules, type, value)
  const isNumber = type.kind === 'number' && typeof plain === 'string'
  return isNumber && plain.length <= exactLength ? Number(plain) : plain
}
