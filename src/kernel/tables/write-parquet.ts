import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cells, CellType, ColumnHead, TableWriter } from './cells.ts'
import { writtenRowsMax } from './cells.ts'
import { newFile } from './new-file.ts'

/** Begins a Parquet file: Snappy, one row group a write, decimals as DECIMAL, days as DATE. */
export async function createParquet(
  path: string,
  heads: readonly ColumnHead[],
): Promise<TableWriter> {
  const file = await newFile(path)
  const writer = new ByteWriter()
  const schema = [
    { name: 'root', num_children: heads.length },
    ...heads.flatMap(({ name, type }) => elementsOf(name, type)),
  ]
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'proviso' })
  const flush = async (): Promise<void> => {
    await file.append(writer.getBytes())
    writer.index = 0
  }
  return {
    write: async (count, columns) => {
      if (count === 0) return
      const columnData = heads.map(({ name, type }, at) => ({
        name,
        data: parquetCells(type, columns[at] ?? []),
      }))
      await parquet.write({ columnData, rowGroupSize: writtenRowsMax })
      await flush()
    },
    finish: async () => {
      await parquet.finish()
      await flush()
      await file.finish()
    },
    discard: file.discard,
  }
}

const text = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
} as const

/** The schema of one column; every cell may be missing. */
function elementsOf(name: string, type: CellType): readonly SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  switch (type.t) {
    case 'text':
      return [{ ...optional, ...text }]
    case 'bool':
      return [{ ...optional, type: 'BOOLEAN' }]
    case 'whole':
      return [{ ...optional, type: type.bits === 32 ? 'INT32' : 'INT64' }]
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }]
    case 'day':
      return [{ ...optional, type: 'INT32', converted_type: 'DATE' }]
    case 'decimal':
      return [
        {
          ...optional,
          type: 'INT64',
          converted_type: 'DECIMAL',
          logical_type: { type: 'DECIMAL', precision: 18, scale: type.scale },
          scale: type.scale,
          precision: 18,
        },
      ]
    case 'texts':
      return listOf(name, [{ name: 'element', repetition_type: 'REQUIRED', ...text }])
    case 'rows':
      return listOf(name, [
        { name: 'element', repetition_type: 'REQUIRED', num_children: type.fields.length },
        ...type.fields.flatMap((field) => elementsOf(field.name, field.type)),
      ])
  }
}

const listOf = (name: string, element: readonly SchemaElement[]): readonly SchemaElement[] => [
  {
    name,
    repetition_type: 'OPTIONAL',
    converted_type: 'LIST',
    logical_type: { type: 'LIST' },
    num_children: 1,
  },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
]

/** Cells as the library takes them: 64-bit numbers and decimals as bigints, rows as objects. */
function parquetCells(type: CellType, cells: Cells): unknown[] {
  if (type.t === 'decimal' || (type.t === 'whole' && type.bits === 64)) {
    return cells.map((cell) =>
      cell === undefined || cell === null ? undefined : BigInt(cell as number),
    )
  }
  if (type.t !== 'rows') return cells as unknown[]
  return cells.map((rows) =>
    (rows as readonly Cells[] | undefined)?.map((row) => parquetRow(type.fields, row)),
  )
}

function parquetRow(fields: readonly ColumnHead[], row: Cells): Readonly<Record<string, unknown>> {
  const cells = fields.map(
    ({ name, type }, at) => [name, parquetCells(type, [row[at]])[0]] as const,
  )
  return Object.fromEntries(cells)
}
