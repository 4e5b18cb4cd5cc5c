import type { RelationDeclaration } from '../../rules/ast.ts'
import type { RelationColumns } from '../batch/columns.ts'
import { bitsFor, setBit, widthFor } from '../batch/fill-column.ts'
import type { Extent, PlantedAt } from './fact-filler.ts'
import { packed } from './fact-filler.ts'
import type { Pattern, RelationColumn, RowsDistribution } from './population.ts'
import { stream } from './random.ts'
import type { Making, Sampler } from './sampler.ts'
import { samplerOf } from './sampler.ts'
import { aliasSampler } from './weights.ts'

/** Fills one relation of a chunk. */
export interface RelationFiller {
  readonly slot: number
  readonly fill: (extent: Extent, planted: PlantedAt) => RelationColumns
}

interface RowsSampler {
  readonly count: (key: number) => number
  readonly fields: readonly Sampler[]
}

/** A filler of a relation; fields may depend on facts of the case. */
export function relationFiller(
  column: RelationColumn,
  patterns: readonly Pattern[],
  making: Omit<Making, 'path'>,
): RelationFiller {
  const { rules, seed } = making
  const found = rules.scope.relations.get(column.relation)
  if (!found)
    throw new Error(`population of ${rules.text.program}: no relation "${column.relation}"`)
  const { slot, declaration } = found
  const path = column.relation
  const ordinary = rowsSampler(column.rows, declaration, { ...making, path })
  const overrides = patterns.map((pattern) => {
    const rows = pattern.relations?.[path]
    return rows && rowsSampler(rows, declaration, { ...making, path: `${pattern.name}/${path}` })
  })
  const unknownLimit = (column.unknown ?? 0) * 2 ** 32
  const isOpen = stream(seed, `${path}/unknown`)
  const widths = declaration.fields.map((field) => widthFor(rules, field))
  return {
    slot,
    fill: ({ from, count }, planted) => {
      const known = bitsFor(count)
      const offsets = new Uint32Array(count + 1)
      const drawn: number[][] = declaration.fields.map(() => [])
      for (let index = 0; index < count; index++) {
        const row = from + index
        const override = overrides[planted.pattern[index] ?? -1]
        const isKnown = override !== undefined || !(isOpen(row) < unknownLimit)
        const sampler = override ?? ordinary
        const rows = isKnown ? sampler.count(row) : 0
        if (isKnown) setBit(known, index)
        for (let each = 0; each < rows; each++) {
          const key = (row * 64 + each) | 0
          sampler.fields.forEach((sample, field) => drawn[field]?.push(sample(key, index)))
        }
        offsets[index + 1] = (offsets[index] ?? 0) + rows
      }
      const fields = drawn.map((values, field) =>
        packed(Float64Array.from(values), values.length, widths[field] ?? 'f64'),
      )
      return { known, offsets, fields }
    },
  }
}

function rowsSampler(
  { counts, fields }: RowsDistribution,
  declaration: RelationDeclaration,
  making: Making,
): RowsSampler {
  const sizes = Object.keys(counts).map(Number)
  if (sizes.some((size) => !(size >= 0 && size <= declaration.maxRows)))
    throw new RangeError(`${making.path}: rows must be 0 to ${declaration.maxRows}`)
  const pick = aliasSampler(Object.values(counts), stream(making.seed, `${making.path}/rows`))
  return {
    count: (key) => sizes[pick(key)] ?? 0,
    fields: declaration.fields.map((field) => {
      const as = fields[field.name] ?? { kind: 'unknown' }
      return samplerOf(as, field, { ...making, path: `${making.path}.${field.name}` })
    }),
  }
}
