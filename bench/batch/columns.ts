import type { CaseColumns, Column } from '../../src/library.ts'
import type { Case } from '../decide/thirteen.ts'
import { mulberry32 } from '../measure.ts'

/** Where arrays of so many bytes lie: shared with WebAssembly, or on their own. */
export type Place = (bytes: number) => { readonly buffer: ArrayBufferLike; readonly at: number }

/** The cases of the 13-condition rule as columns, in the narrowest arrays; the same for one seed. */
export interface Columns {
  readonly tpp: Uint16Array
  readonly quantity: Uint16Array
  readonly hbm: Uint16Array
  readonly used: Int32Array
  readonly listed: Uint8Array
  readonly use: Uint8Array
  readonly validated: Uint8Array
  readonly kyc: Uint8Array
  readonly score: Uint8Array
  readonly share: Uint8Array
  readonly country: Uint8Array
}

const bytes = (count: number, place: Place) => {
  const { buffer, at } = place(count)
  return new Uint8Array(buffer, at, count)
}

/** Conditions are bits here, eight a byte; by hand they are a byte each, which is faster to read. */
export function thirteenColumns(count: number, seed: number, place: Place): Columns {
  const random = mulberry32(seed)
  const integer = (max: number): number => Math.floor(random() * max)
  const short = () => {
    const { buffer, at } = place(count * 2)
    return new Uint16Array(buffer, at, count)
  }
  const { buffer, at } = place(count * 4)
  const bits = () => bytes((count + 7) >> 3, place)
  const columns: Columns = {
    ...{ tpp: short(), quantity: short(), hbm: short() },
    used: new Int32Array(buffer, at, count),
    ...{ listed: bits(), use: bytes(count, place), validated: bits(), kyc: bits() },
    ...{ score: bytes(count, place), share: bytes(count, place), country: bytes(count, place) },
  }
  const set = (list: Uint8Array, row: number, holds: boolean): void => {
    if (holds) list[row >> 3] = (list[row >> 3] ?? 0) | (1 << (row & 7))
  }
  for (let row = 0; row < count; row++) {
    const use = random()
    columns.tpp[row] = integer(20_000)
    columns.quantity[row] = 1 + integer(20_000)
    columns.hbm[row] = integer(4000)
    columns.used[row] = integer(6e8)
    set(columns.listed, row, random() < 0.03)
    columns.use[row] = use < 0.9 ? 0 : use < 0.97 ? 1 : 2
    set(columns.validated, row, random() < 0.1)
    set(columns.kyc, row, random() < 0.7)
    columns.score[row] = integer(101)
    columns.share[row] = integer(101)
    columns.country[row] = integer(200)
  }
  return columns
}

const order = [
  'tpp',
  'quantity',
  'hbm',
  'used',
  'listed',
  'use',
  'validated',
  'kyc',
  'score',
  'share',
  'country',
] as const
const widthOf = { tpp: 'u16', quantity: 'u16', hbm: 'u16', used: 'i32' } as const
const isBits = (name: string): boolean => ['listed', 'validated', 'kyc'].includes(name)

/** The columns as the library reads them; `known` gives the rows that state a fact. */
export function caseColumns(
  columns: Columns,
  known: (name: string) => Uint8Array | undefined = () => undefined,
): CaseColumns {
  const facts = order.map((name): Column => {
    const width = isBits(name) ? 'bits' : ((widthOf as Record<string, 'u16' | 'i32'>)[name] ?? 'u8')
    const stated = known(name)
    return { width, values: columns[name], ...(stated ? { known: stated } : {}) }
  })
  return { count: columns.tpp.length, facts, relations: [] }
}

/** Every tenth case in a row of three leaves one fact open; what is open is 0. */
export function withOpenFacts(columns: Columns, place: Place): CaseColumns {
  const count = columns.tpp.length
  const random = mulberry32(5)
  const copies = Object.fromEntries(
    order.map((name) => {
      const own = columns[name]
      const { buffer, at } = place(own.byteLength)
      const Own = own.constructor as new (b: ArrayBufferLike, at: number, n: number) => typeof own
      const copy = new Own(buffer, at, own.length)
      copy.set(own)
      return [name, copy]
    }),
  ) as unknown as Columns
  const known = new Map(order.map((name) => [name as string, bytes((count + 7) >> 3, place).fill(255)]))
  for (let row = 0; row < count; row++) {
    if (random() >= 0.3) continue
    const name = order[Math.floor(random() * order.length)] ?? 'tpp'
    const list = known.get(name)
    const mask = ~(1 << (row & 7))
    if (list) list[row >> 3] = (list[row >> 3] ?? 0) & mask
    if (isBits(name)) copies[name][row >> 3] = (copies[name][row >> 3] ?? 0) & mask
    else copies[name][row] = 0
  }
  return caseColumns(copies, (name) => known.get(name))
}

/** Row `row` as an object, as the function by hand reads it. */
export function caseAt(columns: Columns, row: number): Case {
  const bit = (list: Uint8Array): boolean => ((list[row >> 3] ?? 0) & (1 << (row & 7))) !== 0
  return {
    tpp: columns.tpp[row] ?? 0,
    quantity: columns.quantity[row] ?? 0,
    hbm: columns.hbm[row] ?? 0,
    used: columns.used[row] ?? 0,
    listed: bit(columns.listed),
    use: (['civil', 'military', 'wmd'] as const)[columns.use[row] ?? 0] ?? 'civil',
    validated: bit(columns.validated),
    kyc: bit(columns.kyc),
    score: columns.score[row] ?? 0,
    share: columns.share[row] ?? 0,
    country: `c${columns.country[row] ?? 0}`,
  }
}
