import type { FileMetaData, SchemaElement, SchemaTree } from 'hyparquet'
import { parquetSchema } from 'hyparquet'
import type { SourceColumn } from './source.ts'

/** A column of a Parquet file, and how to read it exactly. */
export interface ParquetColumn extends SourceColumn {
  /** Of exact decimals: stored as whole numbers to be divided by 10 to this power. */
  readonly decimalScale?: number
  /** Whether those whole numbers are stored as bytes, the highest first. */
  readonly isBytes?: boolean
  /** Of lists of rows: the fields that are exact decimals, with the power of each. */
  readonly decimals?: ReadonlyMap<string, number>
}

/**
 * The top-level columns of a file, and its metadata with exact decimals left as whole numbers: the
 * library would turn them into binary fractions.
 */
export function parquetColumns(metadata: FileMetaData): {
  readonly columns: readonly ParquetColumn[]
  readonly exact: FileMetaData
} {
  const isDecimal = ({ converted_type: converted, logical_type: logical }: SchemaElement) =>
    converted === 'DECIMAL' || logical?.type === 'DECIMAL'
  const schema = metadata.schema.map((element) =>
    isDecimal(element) ? undecimal(element) : element,
  )
  const columns = parquetSchema(metadata).children.map(({ element, children }): ParquetColumn => {
    const { name } = element
    if (!isDecimal(element)) {
      const decimals = new Map(leavesOf(children).filter(isDecimal).map(scaleOf))
      return { name, kind: kindOf(element, children), ...(decimals.size > 0 ? { decimals } : {}) }
    }
    const isBytes = element.type === 'BYTE_ARRAY' || element.type === 'FIXED_LEN_BYTE_ARRAY'
    return { name, kind: 'other', decimalScale: scaleOf(element)[1], isBytes }
  })
  return { columns, exact: { ...metadata, schema } }
}

function undecimal(element: SchemaElement): SchemaElement {
  const plain = { ...element }
  delete plain.converted_type
  delete plain.logical_type
  return plain
}

const leavesOf = (trees: readonly SchemaTree[]): readonly SchemaElement[] =>
  trees.flatMap(({ element, children }) => (children.length > 0 ? leavesOf(children) : [element]))

function scaleOf({ name, logical_type: logical, scale }: SchemaElement): [string, number] {
  return [name, (logical?.type === 'DECIMAL' ? logical.scale : scale) ?? 0]
}

function kindOf(element: SchemaElement, children: readonly SchemaTree[]): SourceColumn['kind'] {
  const { type, converted_type: converted, logical_type: logical } = element
  if (children.length > 0 || element.repetition_type === 'REPEATED') return 'other'
  const isText = converted === 'UTF8' || converted === 'ENUM' || logical?.type === 'STRING'
  const isInteger = converted === undefined || /^U?INT_/.test(converted)
  switch (type) {
    case 'BOOLEAN':
      return 'bool'
    case 'INT32':
    case 'INT64':
      return isInteger && (logical === undefined || logical.type === 'INTEGER') ? 'whole' : 'other'
    case 'FLOAT':
    case 'DOUBLE':
      return 'number'
    case 'BYTE_ARRAY':
      return isText || (converted === undefined && logical === undefined) ? 'text' : 'other'
    default:
      return 'other'
  }
}
