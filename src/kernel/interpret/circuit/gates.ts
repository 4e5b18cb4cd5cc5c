import type { Bounds, Rounding } from '../../rules/ast.ts'
import type { CircuitInput, Gate, GateId } from './circuit.ts'

/**
 * A growing list of gates. The same gate is never made twice, constants fold, and what the bounds
 * of its operands already say is not asked again. Conditions are kept as conjunctions and
 * negations, so that the negation of a disjunction is found to be the same gate however it came about.
 */
export class Gates {
  readonly list: Gate[] = []
  readonly bounds: Bounds[] = []
  /** Per gate the relation whose rows it is read in, or -1. */
  readonly rows: number[] = []
  readonly #known = new Map<string, GateId>()
  readonly yes: GateId
  readonly no: GateId

  constructor() {
    this.no = this.#gate('b0', { t: 'bit', value: false }, bitBounds, -1)
    this.yes = this.#gate('b1', { t: 'bit', value: true }, bitBounds, -1)
  }

  #gate(key: string, gate: Gate, bounds: Bounds, row: number): GateId {
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
    const exact = value + 0
    return this.#gate(`i${exact}`, { t: 'int', value: exact }, { min: exact, max: exact }, -1)
  }

  /** The constant an int gate is, if it is one. */
  constantOf(id: GateId): number | undefined {
    const gate = this.list[id]
    return gate?.t === 'int' ? gate.value : undefined
  }

  known(input: number, declared: CircuitInput): GateId {
    if (declared.alwaysKnown) return this.yes
    return this.#gate(`k${input}`, { t: 'known', input }, bitBounds, rowOf(declared))
  }

  value(input: number, declared: CircuitInput): GateId {
    const { min, max } = declared.bounds
    const bounds = declared.alwaysKnown
      ? declared.bounds
      : { min: Math.min(0, min), max: Math.max(0, max) }
    return this.#gate(`v${input}`, { t: 'value', input }, bounds, rowOf(declared))
  }

  not(of: GateId): GateId {
    const gate = this.list[of]
    if (gate?.t === 'not') return gate.of
    if (gate?.t === 'bit') return this.bit(!gate.value)
    return this.#gate(`n${of}`, { t: 'not', of }, bitBounds, this.#rowOf([of]))
  }

  and(...of: readonly GateId[]): GateId {
    const parts = this.#conjuncts(of)
    if (!parts) return this.no
    const [first, second] = parts
    if (first === undefined) return this.yes
    if (second === undefined) return first
    return this.#gate(`a${parts.join()}`, { t: 'and', of: parts }, bitBounds, this.#rowOf(parts))
  }

  or(...of: readonly GateId[]): GateId {
    return this.not(this.and(...of.map((part) => this.not(part))))
  }

  /** One of two bits, as a bit says. */
  choose(condition: GateId, then: GateId, otherwise: GateId): GateId {
    return this.or(this.and(condition, then), this.and(this.not(condition), otherwise))
  }

  /** The parts of a conjunction in order, each once; undefined when they exclude each other. */
  #conjuncts(of: readonly GateId[]): readonly GateId[] | undefined {
    const holding = new Set<GateId>()
    for (const part of of) this.#addHolding(part, holding)
    if (holding.has(this.no)) return undefined
    for (const part of holding) if (holding.has(this.not(part))) return undefined
    const parts = new Set<GateId>()
    for (const part of new Set(of)) {
      const reduced = this.#given(part, holding)
      if (reduced === this.no) return undefined
      if (reduced !== this.yes) parts.add(reduced)
    }
    const changed = [...parts].some((part) => !of.includes(part))
    if (changed) return this.#conjuncts([...parts])
    return [...parts].filter((part) => !this.#isWithin(part, parts)).sort((a, b) => a - b)
  }

  /** Everything that holds when a bit holds, as far as it is written as a conjunction. */
  #addHolding(part: GateId, holding: Set<GateId>): void {
    if (holding.has(part) || part === this.yes || holding.size > 200) return
    holding.add(part)
    const gate = this.list[part]
    if (gate?.t === 'and') for (const inner of gate.of) this.#addHolding(inner, holding)
  }

  /** A negated conjunction without what is known to hold anyway. */
  #given(part: GateId, holding: ReadonlySet<GateId>): GateId {
    const gate = this.list[part]
    const inner = gate?.t === 'not' ? this.list[gate.of] : undefined
    if (inner?.t !== 'and') return part
    if (inner.of.some((one) => holding.has(this.not(one)))) return this.yes
    const left = inner.of.filter((one) => !holding.has(one))
    return left.length === inner.of.length ? part : this.not(this.and(...left))
  }

  /** Whether a bit is one of the conjuncts that another part already names. */
  #isWithin(part: GateId, parts: ReadonlySet<GateId>): boolean {
    for (const other of parts) {
      const gate = this.list[other]
      if (other !== part && gate?.t === 'and' && gate.of.includes(part)) return true
    }
    return false
  }

  less(left: GateId, right: GateId): GateId {
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    if (a.max < b.min) return this.yes
    if (a.min >= b.max) return this.no
    const gate: Gate = { t: 'less', left, right }
    return this.#gate(`l${left},${right}`, gate, bitBounds, this.#rowOf([left, right]))
  }

  equal(one: GateId, other: GateId): GateId {
    const [left, right] = one < other ? [one, other] : [other, one]
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    if (left === right) return this.yes
    if (a.max < b.min || b.max < a.min) return this.no
    if (a.min === a.max && b.min === b.max) return this.bit(a.min === b.min)
    const gate: Gate = { t: 'equal', left, right }
    return this.#gate(`e${left},${right}`, gate, bitBounds, this.#rowOf([left, right]))
  }

  listed(key: GateId, members: readonly boolean[]): GateId {
    const constant = this.constantOf(key)
    if (constant !== undefined) return this.bit(members[constant] === true)
    if (members.every((member) => !member)) return this.no
    if (members.every((member) => member)) return this.yes
    // One list and its opposite are one gate and its negation.
    if (members[0] === true) {
      return this.not(
        this.listed(
          key,
          members.map((member) => !member),
        ),
      )
    }
    const bits = members.map((member) => (member ? '1' : '0')).join('')
    return this.#gate(
      `m${key},${bits}`,
      { t: 'listed', key, members },
      bitBounds,
      this.#rowOf([key]),
    )
  }

  cell(key: GateId, cells: readonly number[]): GateId {
    const constant = this.constantOf(key)
    if (constant !== undefined) return this.int(cells[constant] ?? 0)
    const bounds = { min: Math.min(...cells), max: Math.max(...cells) }
    if (bounds.min === bounds.max) return this.int(bounds.min)
    return this.#gate(
      `c${key},${cells.join()}`,
      { t: 'cell', key, cells },
      bounds,
      this.#rowOf([key]),
    )
  }

  overlaps(set: GateId, mask: number): GateId {
    return this.#inSet('overlaps', set, mask)
  }

  covers(set: GateId, mask: number): GateId {
    return mask === 0 ? this.yes : this.#inSet('covers', set, mask)
  }

  #inSet(t: 'overlaps' | 'covers', set: GateId, mask: number): GateId {
    const constant = this.constantOf(set)
    if (constant !== undefined) {
      return this.bit(t === 'overlaps' ? (constant & mask) !== 0 : (constant & mask) === mask)
    }
    if (mask === 0) return this.no
    return this.#gate(`${t}${set},${mask}`, { t, set, mask }, bitBounds, this.#rowOf([set]))
  }

  add(of: readonly GateId[]): GateId {
    const [only] = of
    if (of.length === 1 && only !== undefined) return only
    const bounds = of.map((part) => this.boundsOf(part))
    const min = bounds.reduce((sum, each) => sum + each.min, 0)
    const max = bounds.reduce((sum, each) => sum + each.max, 0)
    return this.#int('+', { t: 'add', of }, of, { min, max })
  }

  greatest(of: readonly GateId[]): GateId {
    return this.#extreme('greatest', of, Math.max)
  }

  least(of: readonly GateId[]): GateId {
    return this.#extreme('least', of, Math.min)
  }

  #extreme(
    t: 'greatest' | 'least',
    given: readonly GateId[],
    pick: (...of: readonly number[]) => number,
  ): GateId {
    const of = [...new Set(given)]
    const [only] = of
    if (of.length === 1 && only !== undefined) return only
    const bounds = of.map((part) => this.boundsOf(part))
    const min = pick(...bounds.map((each) => each.min))
    const max = pick(...bounds.map((each) => each.max))
    return this.#int(t, { t, of }, of, { min, max })
  }

  subtract(left: GateId, right: GateId): GateId {
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    const bounds = { min: a.min - b.max, max: a.max - b.min }
    return this.#int('-', { t: 'subtract', left, right }, [left, right], bounds)
  }

  multiply(left: GateId, right: GateId): GateId {
    if (this.constantOf(left) === 1) return right
    if (this.constantOf(right) === 1) return left
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    const corners = [a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max]
    const bounds = { min: Math.min(...corners) + 0, max: Math.max(...corners) + 0 }
    return this.#int('*', { t: 'multiply', left, right }, [left, right], bounds)
  }

  /** Of a left at least 0 and a right at least 1. */
  quotient(left: GateId, right: GateId, round: Rounding): GateId {
    const bounds = { min: 0, max: this.boundsOf(left).max }
    const gate: Gate = { t: 'quotient', left, right, round }
    return this.#int(`/${round}`, gate, [left, right], bounds)
  }

  select(condition: GateId, then: GateId, otherwise: GateId): GateId {
    if (condition === this.yes || then === otherwise) return then
    if (condition === this.no) return otherwise
    const negated = this.list[condition]
    if (negated?.t === 'not') return this.select(negated.of, otherwise, then)
    const a = this.boundsOf(then)
    const b = this.boundsOf(otherwise)
    const bounds = { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) }
    const gate: Gate = { t: 'select', condition, then, otherwise }
    return this.#int('?', gate, [condition, then, otherwise], bounds)
  }

  rowsBit(t: 'someRow' | 'everyRow', relation: number, of: GateId): GateId {
    if (t === 'someRow' && of === this.no) return this.no
    if (t === 'everyRow' && of === this.yes) return this.yes
    if (t === 'everyRow') return this.not(this.rowsBit('someRow', relation, this.not(of)))
    return this.#gate(`${t}${relation},${of}`, { t, relation, of }, bitBounds, -1)
  }

  rowsInt(t: 'sumRows' | 'greatestRow', relation: number, of: GateId, maxRows: number): GateId {
    if (this.constantOf(of) === 0) return this.int(0)
    const { max } = this.boundsOf(of)
    const bounds = { min: 0, max: t === 'sumRows' ? max * maxRows : max }
    return this.#gate(`${t}${relation},${of}`, { t, relation, of }, bounds, -1)
  }

  boundsOf(id: GateId): Bounds {
    return this.bounds[id] ?? bitBounds
  }

  /** An int gate; where its bounds meet it is a constant. */
  #int(symbol: string, gate: Gate, operands: readonly GateId[], bounds: Bounds): GateId {
    if (bounds.min === bounds.max) return this.int(bounds.min)
    return this.#gate(`${symbol}${operands.join()}`, gate, bounds, this.#rowOf(operands))
  }

  #rowOf(operands: readonly GateId[]): number {
    return operands.reduce((row, operand) => Math.max(row, this.rows[operand] ?? -1), -1)
  }
}

const bitBounds: Bounds = Object.freeze({ min: 0, max: 1 })

const rowOf = ({ of, relation, row }: CircuitInput): number =>
  of === 'field' && row === undefined ? (relation ?? -1) : -1
