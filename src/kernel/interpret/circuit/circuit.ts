import type { Bounds, Rounding, ValueType } from '../../rules/ast.ts'
import type { View } from '../view.ts'

/**
 * A view of a rule set as a circuit: two-valued conditions (`bit`) and exact integers (`int`) only,
 * in one list of gates, each after everything it reads. Three-valued logic is pairs of bits (known
 * true, known false), unknown quantities are a value with a bit that says whether it is known, and
 * default logic is spelled out. Generated WebAssembly, JavaScript, SQL and SMT-LIB are printings of
 * this list, so that they can only differ in how they spell one gate.
 */
export interface Circuit {
  readonly view: View
  readonly inputs: readonly CircuitInput[]
  readonly gates: readonly Gate[]
  /** Per gate the least and the most it can be; a bit is 0 to 1. */
  readonly bounds: readonly Bounds[]
  /** Per gate the relation whose row it is read in, or -1 for one that is the same for the case. */
  readonly rows: readonly number[]
  readonly outputs: readonly CircuitOutput[]
  /** Bit: a stated value contradicts the table that would have filled it; the case is refused. */
  readonly refused: GateId
}

/** The position of a gate in `gates`. */
export type GateId = number

/**
 * What a case states: a fact, a relation (only whether its list is known), a field of a row, or a
 * parameter that was left free. Where it is not known its value is 0 (false), always.
 */
export interface CircuitInput {
  /** `row`: a condition, that a row of an unrolled relation is there. */
  readonly of: 'fact' | 'relation' | 'field' | 'parameter' | 'row'
  readonly name: string
  /** Slot of the fact, relation or parameter in the rule set; of a field, its place in the row. */
  readonly slot: number
  /** The relation of a field or row, by slot. */
  readonly relation?: number
  /** Which row, where the relation is unrolled; otherwise a field is read in each row in turn. */
  readonly row?: number
  readonly type: ValueType
  /** Of the value: number of members - 1 for enumerations, all-members mask for sets, day numbers for dates. */
  readonly bounds: Bounds
  /** Whether the caller promised that it is always known: then no gate reads `known` of it. */
  readonly alwaysKnown: boolean
}

/**
 * One gate. `bit` gates are conditions; the others exact integers below 2^53. Every gate is total:
 * whatever the inputs within their bounds, it has a value and cannot fail.
 */
export type Gate =
  /** Constants. */
  | { readonly t: 'bit'; readonly value: boolean }
  | { readonly t: 'int'; readonly value: number }
  /** Bit: the input is known. */
  | { readonly t: 'known'; readonly input: number }
  /** The value of an input: a bit for a condition, else an int; 0 where it is not known. */
  | { readonly t: 'value'; readonly input: number }
  /** Bit: a set (an int that is a bit mask of members) has any, or all, of the members of a mask. */
  | { readonly t: 'overlaps' | 'covers'; readonly set: GateId; readonly mask: number }
  | { readonly t: 'and' | 'or'; readonly of: readonly GateId[] }
  | { readonly t: 'not'; readonly of: GateId }
  /** Bit: of two ints. */
  | { readonly t: 'less' | 'equal'; readonly left: GateId; readonly right: GateId }
  /** Bit: `members[key]`; the key is an int within the list. */
  | { readonly t: 'listed'; readonly key: GateId; readonly members: readonly boolean[] }
  /** Int: `cells[key]`; the key is an int within the list. */
  | { readonly t: 'cell'; readonly key: GateId; readonly cells: readonly number[] }
  | { readonly t: 'add' | 'greatest' | 'least'; readonly of: readonly GateId[] }
  | { readonly t: 'subtract' | 'multiply'; readonly left: GateId; readonly right: GateId }
  /** Int: of ints, the left at least 0 and the right at least 1. */
  | {
      readonly t: 'quotient'
      readonly left: GateId
      readonly right: GateId
      readonly round: Rounding
    }
  /** Int: one of two ints, as a bit says. */
  | {
      readonly t: 'select'
      readonly condition: GateId
      readonly then: GateId
      readonly otherwise: GateId
    }
  /** Bit: over the rows of a relation, of a bit of each row; false, or true, where there are none. */
  | { readonly t: 'someRow' | 'everyRow'; readonly relation: number; readonly of: GateId }
  /** Int: over the rows of a relation, of an int at least 0 of each row; 0 where there are none. */
  | { readonly t: 'sumRows' | 'greatestRow'; readonly relation: number; readonly of: GateId }

/** How one definition comes out. Exactly one of decided, gap, conflict, or none: undetermined. */
export interface CircuitOutput {
  readonly name: string
  /** The definition's slot. */
  readonly slot: number
  readonly type: ValueType
  /** A bit for a condition, else an int; 0 (false) where it is not decided. */
  readonly value: GateId
  /** The same as bits, where the value is one of a few constants: at most one holds. */
  readonly options?: readonly { readonly when: GateId; readonly value: number }[]
  readonly decided: GateId
  readonly gap: GateId
  readonly conflict: GateId
  /** Bit per clause of the view's definition, by position: it gave the value; false where not decided. */
  readonly by: readonly GateId[]
}

export interface CircuitOptions {
  /** Definitions wanted as outputs, by name; the program's outcome when left out. */
  readonly outputs?: readonly string[]
  /**
   * Facts, relations and fields (`relation.field`) that every case states, by name, or all of
   * them: their unknowns cost nothing.
   */
  readonly known?: readonly string[] | 'all'
  /** Parameters left free: they become inputs, always known. */
  readonly free?: readonly string[]
  /** Values assumed for parameters, encoded as the view encodes them, by slot. */
  readonly parameters?: readonly number[]
  /** Facts that are settled: their encoded values by slot; undefined leaves a fact an input. */
  readonly facts?: readonly (number | undefined)[]
  /**
   * Relations spelled out row by row, by slot: the given rows (an unknown field becomes an input),
   * or up to a number of rows that may be there or not. Then no gate is read per row of it.
   */
  readonly relations?: readonly (UnrolledRows | undefined)[]
}

export type UnrolledRows =
  { readonly given: readonly (readonly number[])[] } | { readonly upTo: number }
