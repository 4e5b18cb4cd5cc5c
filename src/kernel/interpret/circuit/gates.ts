import type { Rounding, Bounds } from '../../rules/ast.ts'
import { BitGates } from './bit-gates.ts'
import type { Gate, GateId } from './circuit.ts'
import { bitBounds } from './gate-list.ts'

/**
 * All gates: the same gate is never made twice, constants fold, and what the bounds of its
 * operands already say is not asked again.
 */
export class Gates extends BitGates {
  less(left: GateId, right: GateId): GateId {
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    if (a.max < b.min) return this.yes
    if (a.min >= b.max) return this.no
    const gate: Gate = { t: 'less', left, right }
    return this.gate(`l${left},${right}`, gate, bitBounds, [left, right])
  }

  equal(one: GateId, other: GateId): GateId {
    const [left, right] = one < other ? [one, other] : [other, one]
    const a = this.boundsOf(left)
    const b = this.boundsOf(right)
    if (left === right) return this.yes
    if (a.max < b.min || b.max < a.min) return this.no
    if (a.min === a.max && b.min === b.max) return this.bit(a.min === b.min)
    const gate: Gate = { t: 'equal', left, right }
    return this.gate(`e${left},${right}`, gate, bitBounds, [left, right])
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
    const gate: Gate = { t: 'listed', key, members }
    return this.addList(this.gate(`m${key},${bits}`, gate, bitBounds, [key]))
  }

  cell(key: GateId, cells: readonly number[]): GateId {
    const constant = this.constantOf(key)
    if (constant !== undefined) return this.int(cells[constant] ?? 0)
    const bounds = { min: Math.min(...cells), max: Math.max(...cells) }
    if (bounds.min === bounds.max) return this.int(bounds.min)
    return this.gate(`c${key},${cells.join()}`, { t: 'cell', key, cells }, bounds, [key])
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
    return this.gate(`${t}${set},${mask}`, { t, set, mask }, bitBounds, [set])
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
    return this.gate(`${t}${relation},${of}`, { t, relation, of }, bitBounds, [])
  }

  rowsInt(t: 'sumRows' | 'greatestRow', relation: number, of: GateId, maxRows: number): GateId {
    if (this.constantOf(of) === 0) return this.int(0)
    const { max } = this.boundsOf(of)
    const bounds = { min: 0, max: t === 'sumRows' ? max * maxRows : max }
    return this.gate(`${t}${relation},${of}`, { t, relation, of }, bounds, [])
  }

  /** An int gate; where its bounds meet it is a constant. */
  #int(symbol: string, gate: Gate, operands: readonly GateId[], bounds: Bounds): GateId {
    if (bounds.min === bounds.max) return this.int(bounds.min)
    return this.gate(`${symbol}${operands.join()}`, gate, bounds, operands)
  }
}
