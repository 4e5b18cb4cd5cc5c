import type { Data, DataType } from 'apache-arrow'
import {
  Bool,
  DateDay,
  Decimal,
  Field,
  Float64,
  Int32,
  Int64,
  List,
  makeData,
  Struct,
  Utf8,
} from 'apache-arrow'
import { bitsFor, setBit } from '../interpret/batch/fill-column.ts'
import type { Cells, CellType, ColumnHead } from './cells.ts'

/** The Arrow type of a column. */
function arrowType(type: CellType): DataType {
  switch (type.t) {
    case 'text':
      return new Utf8()
    case 'bool':
      return new Bool()
    case 'whole':
      return type.bits === 32 ? new Int32() : new Int64()
    case 'number':
      return new Float64()
    case 'day':
      return new DateDay()
    case 'decimal':
      return new Decimal(type.scale, 18, 128)
    case 'texts':
      return new List(new Field('element', new Utf8(), false))
    case 'rows':
      return new List(new Field('element', new Struct(arrowFields(type.fields)), false))
  }
}

export const arrowFields = (heads: readonly ColumnHead[]): Field[] =>
  heads.map(({ name, type }) => new Field(name, arrowType(type), true))

/** Cells as one Arrow array. */
export function arrowData(type: CellType, cells: Cells): Data {
  const length = cells.length
  const nullBitmap = bitsFor(length)
  let nullCount = 0
  for (let row = 0; row < length; row++) {
    if (cells[row] === undefined || cells[row] === null) nullCount++
    else setBit(nullBitmap, row)
  }
  const base = { length, nullCount, nullBitmap }
  switch (type.t) {
    case 'text':
      return textData(cells as readonly (string | undefined)[], base)
    case 'bool': {
      const data = bitsFor(length)
      cells.forEach((cell, row) => cell === true && setBit(data, row))
      return makeData({ type: new Bool(), ...base, data })
    }
    case 'whole': {
      if (type.bits === 64) {
        const data = BigInt64Array.from(cells, (cell) => BigInt((cell as number | undefined) ?? 0))
        return makeData({ type: new Int64(), ...base, data })
      }
      return makeData({ type: new Int32(), ...base, data: Int32Array.from(cells, numberOr0) })
    }
    case 'number':
      return makeData({ type: new Float64(), ...base, data: Float64Array.from(cells, numberOr0) })
    case 'day':
      return makeData({ type: new DateDay(), ...base, data: Int32Array.from(cells, numberOr0) })
    case 'decimal':
      return makeData({ type: new Decimal(type.scale, 18, 128), ...base, data: words(cells) })
    case 'texts':
    case 'rows':
      return listData(type, cells as readonly (Cells | undefined)[], base)
  }
}

interface Base {
  readonly length: number
  readonly nullCount: number
  readonly nullBitmap: Uint8Array
}

const numberOr0 = (cell: unknown): number => (typeof cell === 'number' ? cell : 0)

const encoder = new TextEncoder()

function textData(cells: readonly (string | undefined)[], base: Base): Data {
  // Few values occur often: each is encoded once.
  const encoded = new Map<string, Uint8Array>()
  const valueOffsets = new Int32Array(cells.length + 1)
  let data = new Uint8Array(16 * cells.length + 64)
  let end = 0
  for (const [row, cell] of cells.entries()) {
    if (cell !== undefined && cell !== null) {
      let bytes = encoded.get(cell)
      if (!bytes) {
        bytes = encoder.encode(cell)
        if (encoded.size < 10_000) encoded.set(cell, bytes)
      }
      if (end + bytes.length > data.length) {
        const larger = new Uint8Array(2 * (end + bytes.length))
        larger.set(data)
        data = larger
      }
      data.set(bytes, end)
      end += bytes.length
    }
    valueOffsets[row + 1] = end
  }
  return makeData({ type: new Utf8(), ...base, valueOffsets, data: data.subarray(0, end) })
}

/** 128-bit words of whole numbers, the lowest first, two's complement. */
function words(cells: Cells): Uint32Array {
  const data = new Uint32Array(4 * cells.length)
  cells.forEach((cell, row) => {
    const value = numberOr0(cell)
    const high = Math.floor(value / 2 ** 32)
    data[4 * row] = value - high * 2 ** 32
    data[4 * row + 1] = high
    if (value < 0) data.fill(0xffff_ffff, 4 * row + 2, 4 * row + 4)
  })
  return data
}

function listData(
  type: Extract<CellType, { t: 'texts' | 'rows' }>,
  lists: readonly (Cells | undefined)[],
  base: Base,
): Data {
  const valueOffsets = new Int32Array(lists.length + 1)
  lists.forEach((list, row) => {
    valueOffsets[row + 1] = (valueOffsets[row] ?? 0) + (list?.length ?? 0)
  })
  const members = lists.flatMap((list) => list ?? [])
  const child =
    type.t === 'texts'
      ? arrowData({ t: 'text' }, members)
      : structData(type.fields, members as readonly Cells[])
  return makeData({ type: arrowType(type) as List, ...base, valueOffsets, child })
}

/** Rows as one Arrow array of structs. */
const structData = (fields: readonly ColumnHead[], rows: readonly Cells[]): Data =>
  makeData({
    type: new Struct(arrowFields(fields)),
    length: rows.length,
    nullCount: 0,
    children: fields.map(({ type }, at) =>
      arrowData(
        type,
        rows.map((row) => row[at]),
      ),
    ),
  })
