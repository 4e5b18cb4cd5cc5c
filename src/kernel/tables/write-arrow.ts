import { makeData, RecordBatch, RecordBatchFileWriter, Schema, Struct } from 'apache-arrow'
import { arrowData, arrowFields } from './arrow-data.ts'
import type { ColumnHead, TableWriter } from './cells.ts'
import { newFile } from './new-file.ts'

/** Begins an Arrow IPC file, uncompressed, one record batch a write. */
export async function createArrow(
  path: string,
  heads: readonly ColumnHead[],
): Promise<TableWriter> {
  const file = await newFile(path)
  const schema = new Schema(arrowFields(heads))
  const writer = new CollectingWriter()
  writer.reset(undefined, schema)
  const flush = async (): Promise<void> => {
    for (const bytes of writer.taken()) await file.append(bytes)
  }
  return {
    write: async (count, columns) => {
      const children = heads.map(({ type }, at) => arrowData(type, columns[at] ?? []))
      const type = new Struct(schema.fields)
      const data = makeData({ type, length: count, nullCount: 0, children })
      writer.write(new RecordBatch(schema, data))
      await flush()
    },
    finish: async () => {
      writer.finish()
      await flush()
      await file.finish()
    },
    discard: file.discard,
  }
}

/** The library's writer, with its bytes handed over at once: its own queue has no bound. */
class CollectingWriter extends RecordBatchFileWriter {
  #bytes: Uint8Array[] = []

  taken(): readonly Uint8Array[] {
    const bytes = this.#bytes
    this.#bytes = []
    return bytes
  }

  protected override _write(chunk: ArrayBufferView): this {
    if (!this._started || chunk.byteLength === 0) return this
    this.#bytes.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    this._position += chunk.byteLength
    return this
  }
}
