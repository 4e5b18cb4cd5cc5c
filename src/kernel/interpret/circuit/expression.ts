import type { Comparison } from '../../rules/ast.ts'
import type { Ir } from '../../rules/ir.ts'
import { FALSE, TRUE } from '../../rules/ir.ts'
import { aggregate } from './aggregate.ts'
import type { Gates } from './gates.ts'
import type { GateId } from './circuit.ts'
import type { Sources } from './sources.ts'
import type { Three, ThreeBit, ThreeInt } from './three.ts'
import {
  asBit,
  asInt,
  conjunction,
  constantBit,
  constantInt,
  fromOptions,
  negated,
  unknownBit,
  unknownInt,
  whereKnown,
} from './three.ts'

/** Beyond so many pairs of options, two members are compared as ints. */
const pairsMax = 64
/** A table column with more different cells than this is read as an int, not as options. */
const optionsMax = 32

function expressionGates(ir: Ir, from: Sources): Three {
  const { gates } = from
  const bits = (parts: readonly Ir[]): readonly ThreeBit[] =>
    parts.map((part) => asBit(typedGates('bit', part, from)))
  const int = (part: Ir): ThreeInt => asInt(typedGates('int', part, from))
  switch (ir.t) {
    case 'fact':
    case 'parameter':
    case 'definition':
    case 'field':
      return from[ir.t](ir.slot)
    case 'all':
      return conjunction(gates, bits(ir.of))
    case 'any':
      return negated(conjunction(gates, bits(ir.of).map(negated)))
    case 'not':
      return negated(asBit(typedGates('bit', ir.of, from)))
    case 'compare':
      return comparison(gates, ir.is, int(ir.left), int(ir.right))
    case 'same':
      return same(gates, int(ir.left), int(ir.right))
    case 'memberOf':
      return memberOf(gates, int(ir.value), ir.members)
    case 'includesAny':
    case 'includesAll':
      return includes(gates, ir.t, int(ir.set), ir.mask)
    case 'lookup':
      return lookup(gates, int(ir.key), ir.cells, ir.unknown)
    case 'add':
    case 'maximum':
    case 'minimum':
      return combined(gates, ir.t, ir.of.map(int))
    case 'subtract':
    case 'multiply': {
      const left = int(ir.left)
      const right = int(ir.right)
      return ofKnown(gates, [left, right], gates[ir.t](left.value, right.value))
    }
    case 'scaleUp': {
      const value = int(ir.of)
      return ofKnown(gates, [value], gates.multiply(value.value, gates.int(ir.factor)))
    }
    case 'divide': {
      const left = int(ir.left)
      const right = int(ir.right)
      // A zero divisor makes the quotient unknown; the gate itself must still be total.
      const divisor = gates.greatest([right.value, gates.int(1)])
      const dividend = gates.greatest([left.value, gates.int(0)])
      const known = gates.and(left.known, right.known, gates.less(gates.int(0), right.value))
      return { kind: 'int', value: gates.quotient(dividend, divisor, ir.round), known }
    }
    case 'constant':
      throw new TypeError('a constant has no kind of its own: typedGates takes it')
    default:
      return aggregate(ir, from, typedGates)
  }
}

/**
 * The gates of an expression; what they say equals what the interpreter says, case by case. The
 * kind is given, since constants do not carry theirs.
 */
export function typedGates(kind: 'bit' | 'int', ir: Ir, from: Sources): Three {
  if (ir.t !== 'constant') return expressionGates(ir, from)
  const { gates } = from
  if (kind === 'int')
    return Number.isNaN(ir.value) ? unknownInt(gates) : constantInt(gates, ir.value)
  return ir.value === TRUE || ir.value === FALSE
    ? constantBit(gates, ir.value === TRUE)
    : unknownBit(gates)
}

function ofKnown(gates: Gates, parts: readonly ThreeInt[], value: GateId): ThreeInt {
  return { kind: 'int', value, known: gates.and(...parts.map(({ known }) => known)) }
}

function combined(
  gates: Gates,
  t: 'add' | 'maximum' | 'minimum',
  parts: readonly ThreeInt[],
): ThreeInt {
  const values = parts.map(({ value }) => value)
  const gate = { add: 'add', maximum: 'greatest', minimum: 'least' } as const
  return ofKnown(gates, parts, gates[gate[t]](values))
}

/** Two quantities or days compared; unknown where either is. */
function comparison(gates: Gates, is: Comparison, left: ThreeInt, right: ThreeInt): ThreeBit {
  const [a, b] = [left.value, right.value]
  const answer = {
    atLeast: () => gates.not(gates.less(a, b)),
    atMost: () => gates.not(gates.less(b, a)),
    moreThan: () => gates.less(b, a),
    lessThan: () => gates.less(a, b),
    equal: () => gates.equal(a, b),
  }[is]()
  return whereKnown(gates, gates.and(left.known, right.known), answer)
}

function same(gates: Gates, left: ThreeInt, right: ThreeInt): ThreeBit {
  const known = gates.and(left.known, right.known)
  const pairs = (left.options?.length ?? Infinity) * (right.options?.length ?? Infinity)
  if (left.options && right.options && pairs <= pairsMax) {
    const both = left.options.flatMap(({ when, value }) =>
      (right.options ?? [])
        .filter((other) => other.value === value)
        .map((other) => gates.and(when, other.when)),
    )
    return whereKnown(gates, known, gates.or(...both))
  }
  const constant = left.options ? gates.constantOf(left.value) : gates.constantOf(right.value)
  const other = left.options ? right : left
  if (constant !== undefined && constant >= 0 && constant < optionsMax * 32) {
    const { max } = gates.boundsOf(other.value)
    const members = Array.from({ length: max + 1 }, (_, index) => index === constant)
    return whereKnown(gates, known, gates.listed(other.value, members))
  }
  return whereKnown(gates, known, gates.equal(left.value, right.value))
}

function memberOf(gates: Gates, value: ThreeInt, members: readonly boolean[]): ThreeBit {
  if (!value.options) return whereKnown(gates, value.known, gates.listed(value.value, members))
  const split = (listed: boolean): GateId =>
    gates.or(
      ...(value.options ?? [])
        .filter((option) => (members[option.value] === true) === listed)
        .map(({ when }) => when),
    )
  return { kind: 'bit', yes: split(true), no: split(false) }
}

function includes(
  gates: Gates,
  t: 'includesAny' | 'includesAll',
  set: ThreeInt,
  mask: number,
): ThreeBit {
  const answer =
    t === 'includesAny' ? gates.overlaps(set.value, mask) : gates.covers(set.value, mask)
  return whereKnown(gates, set.known, answer)
}

/** A cell of a table; the kind of the column shows in its unknown marker (1, -1 or NaN). */
function lookup(gates: Gates, key: ThreeInt, cells: readonly number[], unknown: number): Three {
  const stated = cells.map((cell) => (Object.is(cell, unknown) ? undefined : cell))
  return cellsOf(gates, key, stated, unknown)
}

/** The cell at a key: undefined cells are not known, `unknown` 1 says that they are conditions. */
export function cellsOf(
  gates: Gates,
  key: ThreeInt,
  cells: readonly (number | undefined)[],
  unknown: number,
): Three {
  const { max } = gates.boundsOf(key.value)
  const every = Array.from({ length: Math.max(max + 1, cells.length) }, (_, index) => cells[index])
  const where = (test: (cell: number) => boolean): GateId =>
    memberOf(
      gates,
      key,
      every.map((cell) => cell !== undefined && test(cell)),
    ).yes
  if (unknown === 1) {
    return {
      kind: 'bit',
      yes: where((cell) => cell === TRUE),
      no: where((cell) => cell === FALSE),
    }
  }
  const distinct = [...new Set(every)].filter((cell) => cell !== undefined).sort((a, b) => a - b)
  if (distinct.length <= optionsMax) {
    return fromOptions(
      gates,
      distinct.map((value) => ({ when: where((cell) => cell === value), value })),
    )
  }
  const numbers = every.map((cell) => cell ?? 0)
  return { kind: 'int', value: gates.cell(key.value, numbers), known: where(() => true) }
}
