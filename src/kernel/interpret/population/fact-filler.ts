import type { FactDeclaration } from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Column } from '../batch/columns.ts'
import { openColumn, stateRow, widthFor } from '../batch/fill-column.ts'
import type { FactColumn, Pattern } from './population.ts'
import { stream } from './random.ts'
import type { EarlierColumn, Making, Sampler } from './sampler.ts'
import { samplerOf } from './sampler.ts'

/** Which rows of a chunk are planted: the pattern (-1: none) and the group's first row, per row. */
export interface PlantedAt {
  readonly pattern: Int16Array
  readonly leader: Uint32Array
  /** Indexes of the planted rows. */
  readonly indexes: readonly number[]
}

/** The rows under way: row numbers `from` to `from + count`. */
export interface Extent {
  readonly from: number
  readonly count: number
}

/** Fills one fact of a chunk: ordinary rows first, then what patterns say of theirs. */
export interface FactFiller extends EarlierColumn {
  readonly slot: number
  readonly fill: (extent: Extent, planted: PlantedAt) => Column
}

interface Override {
  readonly sample: Sampler
  readonly isShared: boolean
}

/** A filler of a fact for chunks of at most so many rows. */
export function factFiller(
  column: FactColumn,
  patterns: readonly Pattern[],
  making: Omit<Making, 'path'> & { readonly chunkRows: number },
): FactFiller {
  const { rules, seed, chunkRows } = making
  const { slot, declaration } = factNamed(rules, column.fact)
  const path = column.fact
  const base = samplerOf(column.as, declaration, { ...making, path })
  const unknownLimit = (column.unknown ?? 0) * 2 ** 32
  const isOpen = stream(seed, `${path}/unknown`)
  const overrides = patterns.map((pattern): Override | undefined => {
    const shared = pattern.shared?.[column.fact]
    const as = shared ?? pattern.each?.[column.fact]
    if (!as) return undefined
    const sample = samplerOf(as, declaration, { ...making, path: `${pattern.name}/${path}` })
    return { sample, isShared: shared !== undefined }
  })
  const values = new Float64Array(chunkRows)
  const width = widthFor(rules, declaration)
  return {
    slot,
    type: declaration.type,
    values,
    fill: ({ from, count }, planted) => {
      for (let index = 0; index < count; index++) {
        const row = from + index
        values[index] =
          unknownLimit > 0 && isOpen(row) < unknownLimit ? Number.NaN : base(row, index)
      }
      for (const index of planted.indexes) {
        const override = overrides[planted.pattern[index] ?? -1]
        if (!override) continue
        const key = override.isShared ? (planted.leader[index] ?? 0) : from + index
        values[index] = override.sample(key, index)
      }
      return packed(values, count, width)
    },
  }
}

/** Drawn values as a narrow column; NaN becomes unknown. */
export function packed(values: Float64Array, count: number, width: Column['width']): Column {
  const column = openColumn(width, count)
  let open = 0
  for (let index = 0; index < count; index++) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value)) open++
    else stateRow(column, index, value)
  }
  return open === 0 ? { width, values: column.values } : column
}

function factNamed(
  rules: RuleSet,
  name: string,
): { readonly slot: number; readonly declaration: FactDeclaration } {
  const found = rules.scope.facts.get(name)
  if (!found) throw new Error(`population of ${rules.text.program}: there is no fact "${name}"`)
  return found
}
