import type { Data, DataType, RecordBatch, Vector } from 'apache-arrow'
import { CompressionType, compressionRegistry, RecordBatchReader, Type } from 'apache-arrow'
import { compressors } from 'hyparquet-compressors'
import { TableFault } from './fault.ts'
import { openFile } from './random-access.ts'
import type { RawChunk, RawColumn, SourceColumn, TableSource } from './source.ts'
import { chunkRowsMax } from './source.ts'
import { scaledText, wholeFromWords } from './whole-numbers.ts'

/**
 * Opens an Arrow IPC file or stream, plain or compressed with ZSTD; LZ4 is a fault that says how to
 * write it otherwise. A record batch is in memory as a whole.
 */
export async function openArrow(path: string): Promise<TableSource> {
  compressionRegistry.set(CompressionType.ZSTD, {
    decode: (bytes) => compressors.ZSTD?.(bytes, 0) ?? bytes,
  })
  const { handle, bytes } = await openFile(path)
  try {
    const { reader, columns } = await guarded(path, async () => {
      const opened = await (await RecordBatchReader.from(handle)).open()
      const { fields } = opened.schema
      const found = (fields as readonly Head[]).map(({ name, type }): SourceColumn => ({
        name,
        kind: kindOf(type),
      }))
      return { reader: opened, columns: found }
    })
    const source = { path, bytes, reader }
    return {
      path,
      columns,
      rows: undefined,
      chunks: (names) => chunksOf(source, names),
      close: async () => {
        await reader.cancel()
        // The reader may have closed it at the end of the file.
        await handle.close().catch(() => undefined)
      },
    }
  } catch (error) {
    await handle.close().catch(() => undefined)
    throw error
  }
}

interface Head {
  readonly name: string
  readonly type: DataType
}

interface ArrowSource {
  readonly path: string
  readonly bytes: number
  readonly reader: AsyncIterable<RecordBatch>
}

async function* chunksOf(
  { path, bytes, reader }: ArrowSource,
  names: readonly string[],
): AsyncGenerator<RawChunk> {
  const batches = reader[Symbol.asyncIterator]()
  let row = 0
  let bytesRead = 0
  for (;;) {
    const next = await guarded(path, () => batches.next())
    if (next.done === true) return
    const batch = next.value
    if (batch.numRows === 0) continue
    bytesRead += await guarded(path, () => checkedBytes(batch, bytes))
    for (let from = 0; from < batch.numRows; from += chunkRowsMax) {
      const to = Math.min(from + chunkRowsMax, batch.numRows)
      const columns = await guarded(path, async () =>
        names.map((name) => rawColumn(batch.getChild(name), from, to)),
      )
      yield {
        firstRow: row + 1,
        count: to - from,
        columns,
        broken: [],
        contentOf: (index) =>
          Object.fromEntries(names.map((name, at) => [name, columns[at]?.cells[index]])),
        progress: Math.min(1, bytesRead / bytes),
      }
      row += to - from
    }
  }
}

/** The size of a batch; one that claims more rows than its file has bits was altered. */
function checkedBytes({ numRows, data, schema }: RecordBatch, bytesMax: number): number {
  const isRight = numRows > 0 && numRows <= 8 * bytesMax && data.children.length > 0
  if (!isRight || data.children.some(({ length }) => length !== numRows)) {
    throw new RangeError(`${numRows} rows in ${schema.fields.length} columns`)
  }
  data.children.forEach(checkOffsets)
  return data.byteLength
}

/** Refuses texts and lists whose ends do not rise, or lie outside of what they are made of. */
function checkOffsets(data: Data): void {
  const { valueOffsets, children, length, type } = data
  if (valueOffsets !== undefined && type.typeId !== Type.DenseUnion) {
    const bound = children[0]?.length ?? data.values?.length ?? 0
    let last = 0
    for (let at = 0; at <= length; at++) {
      const end = Number(valueOffsets[at] ?? -1)
      if (end < last || end > bound) throw new RangeError(`an end at ${end} of ${bound}`)
      last = end
    }
  }
  children.forEach(checkOffsets)
}

function kindOf({ typeId }: DataType): SourceColumn['kind'] {
  switch (typeId) {
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Dictionary:
      return 'text'
    case Type.Int:
      return 'whole'
    case Type.Float:
      return 'number'
    case Type.Bool:
      return 'bool'
    default:
      return 'other'
  }
}

function rawColumn(vector: Vector | null, from: number, to: number): RawColumn | undefined {
  if (!vector) return undefined
  const type = vector.type as DataType & { readonly scale?: number }
  const values: Vector = type.typeId === Type.Dictionary ? vector.memoize() : vector
  const cells = Array.from({ length: to - from }, (_, index): unknown =>
    plain(values.get(from + index), type),
  )
  return type.typeId === Type.Decimal ? { cells, decimalScale: type.scale ?? 0 } : { cells }
}

/** An Arrow value as the other formats give it: days as dates, lists as arrays, rows as objects. */
function plain(value: unknown, type: DataType): unknown {
  if (value === null || value === undefined) return undefined
  switch (type.typeId) {
    case Type.Date:
    case Type.Timestamp:
      return new Date(Number(value))
    case Type.Decimal:
      return wholeFromWords(value as Uint32Array)
    case Type.List:
    case Type.FixedSizeList: {
      const list = value as Vector
      return Array.from({ length: list.length }, (_, index) =>
        plain(list.get(index), list.type as DataType),
      )
    }
    case Type.Struct: {
      const row = value as Readonly<Record<string, unknown>>
      const { children } = type as { readonly children: readonly Head[] }
      return Object.fromEntries(
        children.map((field) => [field.name, plainField(row[field.name], field.type)]),
      )
    }
    default:
      return value
  }
}

/** A field of a row: its decimals cannot leave their scale to the column. */
function plainField(value: unknown, type: DataType & { readonly scale?: number }): unknown {
  const found = plain(value, type)
  return typeof found === 'bigint' && type.typeId === Type.Decimal
    ? scaledText(found, type.scale ?? 0)
    : found
}

async function guarded<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = /LZ4/.test(reason)
      ? `${path} is compressed with LZ4, which is not read here; write it with ZSTD or uncompressed`
      : `${path} cannot be read as Arrow: it is cut off or altered (${reason.slice(0, 200)})`
    throw new TableFault('table.damaged', message, { field: path })
  }
}
