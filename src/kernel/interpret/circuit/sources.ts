import type { GateId } from './circuit.ts'
import type { Gates } from './gates.ts'
import type { Three } from './three.ts'

/** What expressions read, as gates. `row`: the fields of the row at hand. */
export interface Sources {
  readonly gates: Gates
  readonly fact: (slot: number) => Three
  readonly parameter: (slot: number) => Three
  readonly definition: (slot: number) => Three
  readonly field: (slot: number) => Three
  readonly relation: (slot: number) => RelationSource
}

/** A relation: whether its list is known, and its rows, spelled out or each in turn. */
export interface RelationSource {
  readonly known: GateId
  readonly slot: number
  readonly maxRows: number
  /** Rows spelled out: whether each is there, and its fields; or one row that stands for each. */
  readonly rows: readonly RowSource[] | 'each'
  readonly eachField: (slot: number) => Three
}
export interface RowSource {
  readonly there: GateId
  readonly field: (slot: number) => Three
}
