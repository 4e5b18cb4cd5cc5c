import type { Bounds, ValueType } from '../../rules/ast.ts'
import { TRUE } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import { columnBounds } from '../batch/columns.ts'
import { encodeValue } from '../encode-value.ts'
import type { Distribution } from './population.ts'
import { belowLimit, stream } from './random.ts'
import { aliasSampler } from './weights.ts'

/**
 * Draws the value of one row, in the encoding of columns; NaN where it is not known. `key` is what
 * the random numbers hang on (the row, or the group it belongs to), `index` where the columns that
 * were drawn before keep the values of this row.
 */
export type Sampler = (key: number, index: number) => number

/** What is drawn: a fact, or a field of a relation's rows. */
export interface Drawn {
  readonly name: string
  readonly type: ValueType
  readonly bounds?: Bounds | undefined
}

/** What making a sampler needs: the rules, the seed, and the columns drawn before. */
export interface Making {
  readonly rules: RuleSet
  readonly seed: number
  /** Names the stream of random numbers: other places draw other numbers. */
  readonly path: string
  readonly earlier: ReadonlyMap<string, EarlierColumn>
}
export interface EarlierColumn {
  readonly type: ValueType
  /** Values of the chunk under way; NaN where not known. */
  readonly values: Float64Array
}

const shareToLimit = (share: number): number => Math.round(share * 2 ** 32)

/** A sampler of a distribution; throws on one that does not fit the fact, since it ships with the code. */
export function samplerOf(as: Distribution, drawn: Drawn, making: Making): Sampler {
  switch (as.kind) {
    case 'unknown':
      return () => Number.NaN
    case 'always': {
      const value = encoded(as.value, drawn, making)
      return () => value
    }
    case 'chance': {
      expectKind(drawn, making, 'bool')
      const limit = shareToLimit(as.of)
      const next = stream(making.seed, making.path)
      return (key) => (next(key) < limit ? 1 : 0)
    }
    case 'weights': {
      const entries = Object.entries(as.of)
      const values = entries.map(([value]) => encoded(value, drawn, making))
      const pick = aliasSampler(
        entries.map(([, weight]) => weight),
        stream(making.seed, making.path),
      )
      return (key) => values[pick(key)] ?? Number.NaN
    }
    case 'each':
      return eachSampler(as.of, drawn, making)
    case 'uniform': {
      const [min, max] = [encoded(as.min, drawn, making), encoded(as.max, drawn, making)]
      if (min > max) fail(making, `the least, ${as.min}, is more than the most, ${as.max}`)
      const next = belowLimit(making.seed, making.path, max - min + 1)
      return (key) => min + next(key)
    }
    case 'quantiles':
      return quantileSampler(as.at, drawn, making)
    case 'sameAs':
    case 'by':
    case 'below':
      return dependentSampler(as, drawn, making)
  }
}

/** A value of a distribution in the encoding of columns. */
function encoded(value: unknown, { name, type, bounds }: Drawn, making: Making): number {
  const wanted = { field: name, type, bounds, example: value }
  const found = encodeValue(making.rules, value, wanted)
  if (typeof found !== 'number') return fail(making, found.message)
  return type.kind === 'bool' ? found / TRUE : found
}

function fail(making: Making, message: string): never {
  throw new Error(`population of ${making.rules.text.program}, ${making.path}: ${message}`)
}

function expectKind({ type }: Drawn, making: Making, ...kinds: readonly ValueType['kind'][]): void {
  if (!kinds.includes(type.kind)) fail(making, `it is ${type.kind}, not ${kinds.join(' or ')}`)
}

function eachSampler(of: Readonly<Record<string, number>>, drawn: Drawn, making: Making): Sampler {
  expectKind(drawn, making, 'set')
  const members = Object.entries(of).map(([member, share]) => ({
    mask: encoded([member], drawn, making),
    limit: shareToLimit(share),
    next: stream(making.seed, `${making.path}/${member}`),
  }))
  return (key) => {
    let set = 0
    for (const { mask, limit, next } of members) if (next(key) < limit) set |= mask
    return set
  }
}

function quantileSampler(
  at: readonly (readonly [number, number])[],
  drawn: Drawn,
  making: Making,
): Sampler {
  expectKind(drawn, making, 'number')
  const limits = at.map(([share]) => share * 2 ** 32)
  const values = at.map(([, value]) => encoded(value, drawn, making))
  const isAscending = limits.every(
    (limit, index) => index === 0 || limit > (limits[index - 1] ?? 0),
  )
  if (at.length < 2 || limits[0] !== 0 || limits.at(-1) !== 2 ** 32 || !isAscending)
    fail(making, 'quantiles go from share 0 to share 1, each share more than the one before')
  const next = stream(making.seed, making.path)
  return (key) => {
    const drawn = next(key)
    let step = 1
    while (drawn >= (limits[step] ?? Infinity)) step++
    const [left, right] = [limits[step - 1] ?? 0, limits[step] ?? 0]
    const [low, high] = [values[step - 1] ?? 0, values[step] ?? 0]
    return Math.floor(low + ((drawn - left) / (right - left)) * (high - low))
  }
}

type Dependent = Extract<Distribution, { kind: 'sameAs' | 'by' | 'below' }>

function dependentSampler(as: Dependent, drawn: Drawn, making: Making): Sampler {
  const other = making.earlier.get(as.column)
  if (!other) return fail(making, `"${as.column}" is no column before it`)
  const otherwise = samplerOf(as.otherwise, drawn, { ...making, path: `${making.path}/otherwise` })
  const { values } = other
  if (as.kind === 'sameAs') {
    if (JSON.stringify(other.type) !== JSON.stringify(drawn.type))
      fail(making, `"${as.column}" is of another type`)
    const limit = shareToLimit(as.share)
    const next = stream(making.seed, making.path)
    return (key, index) =>
      next(key) < limit ? (values[index] ?? Number.NaN) : otherwise(key, index)
  }
  const keyed = { name: as.column, type: other.type }
  expectKind(keyed, making, 'enum', 'bool')
  const size = columnBounds(making.rules, other.type).max + 1
  if (as.kind === 'by') {
    const arms = Array.from({ length: size }, () => otherwise)
    for (const [member, of] of Object.entries(as.of)) {
      const path = `${making.path}/${member}`
      arms[memberOf(member, keyed, making)] = samplerOf(of, drawn, { ...making, path })
    }
    return (key, index) => (arms[values[index] ?? -1] ?? otherwise)(key, index)
  }
  expectKind(drawn, making, 'number')
  const tops = new Float64Array(size).fill(Number.NaN)
  for (const [member, top] of Object.entries(as.of)) {
    tops[memberOf(member, keyed, making)] = encoded(top, drawn, making)
  }
  const least = drawn.bounds?.min ?? 0
  const next = belowLimit(making.seed, making.path, encodedDifference(as.short, drawn, making) + 1)
  return (key, index) => {
    const top = tops[values[index] ?? -1] ?? Number.NaN
    return Number.isNaN(top) ? otherwise(key, index) : Math.max(least, top - next(key))
  }
}

/** Members are written as keys of an object; conditions among them as "true" and "false". */
const memberOf = (member: string, keyed: Drawn, making: Making): number =>
  encoded(keyed.type.kind === 'bool' ? member === 'true' : member, keyed, making)

/** A difference of numbers is not held to the bounds of the numbers. */
const encodedDifference = (value: number, { name, type }: Drawn, making: Making): number =>
  encoded(value, { name, type }, making)
