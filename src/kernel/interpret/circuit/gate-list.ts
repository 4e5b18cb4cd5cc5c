import type { Bounds } from '../../rules/ast.ts'
import type { CircuitInput, Gate, GateId } from './circuit.ts'

/** What a bit can be. */
export const bitBounds: Bounds = Object.freeze({ min: 0, max: 1 })

/** A growing list of gates, each with its bounds and the rows it is read in; none is made twice. */
export class GateList {
  readonly list: Gate[] = []
  readonly bounds: Bounds[] = []
  /** Per gate the relation whose rows it is read in, or -1. */
  readonly rows: number[] = []
  readonly #known = new Map<string, GateId>()
  readonly yes: GateId
  readonly no: GateId

  constructor() {
    this.no = this.gate('b0', { t: 'bit', value: false }, bitBounds, [])
    this.yes = this.gate('b1', { t: 'bit', value: true }, bitBounds, [])
  }

  /** The gate of a key: the one made before, or a new one over its operands. */
  protected gate(
    key: string,
    gate: Gate,
    bounds: Bounds,
    operands: readonly GateId[],
    row = this.#rowOf(operands),
  ): GateId {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const id = this.list.push(gate) - 1
    this.bounds.push(bounds)
    this.rows.push(row)
    this.#known.set(key, id)
    return id
  }

  bit(value: boolean): GateId {
    return value ? this.yes : this.no
  }

  int(value: number): GateId {
    // Plus zero: minus zero is zero.
    const exact = value + 0
    return this.gate(`i${exact}`, { t: 'int', value: exact }, { min: exact, max: exact }, [])
  }

  known(input: number, declared: CircuitInput): GateId {
    if (declared.alwaysKnown) return this.yes
    return this.gate(`k${input}`, { t: 'known', input }, bitBounds, [], rowOf(declared))
  }

  /** The value of an input, which is 0 where it is not known. */
  value(input: number, declared: CircuitInput): GateId {
    const { min, max } = declared.bounds
    const bounds = declared.alwaysKnown
      ? declared.bounds
      : { min: Math.min(0, min), max: Math.max(0, max) }
    return this.gate(`v${input}`, { t: 'value', input }, bounds, [], rowOf(declared))
  }

  boundsOf(id: GateId): Bounds {
    return this.bounds[id] ?? bitBounds
  }

  /** The constant an int gate is, if it is one. */
  constantOf(id: GateId): number | undefined {
    const gate = this.list[id]
    return gate?.t === 'int' ? gate.value : undefined
  }

  #rowOf(operands: readonly GateId[]): number {
    return operands.reduce((row, operand) => Math.max(row, this.rows[operand] ?? -1), -1)
  }
}

const rowOf = ({ of, relation, row }: CircuitInput): number =>
  of === 'field' && row === undefined ? (relation ?? -1) : -1
