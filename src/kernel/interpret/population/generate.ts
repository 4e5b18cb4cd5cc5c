import type { RuleSet } from '../../rules/load.ts'
import type { CaseColumns, Column, RelationColumns } from '../batch/columns.ts'
import type { FactFiller, PlantedAt } from './fact-filler.ts'
import { factFiller } from './fact-filler.ts'
import { partyDrawer } from './parties.ts'
import type { Planter } from './plant.ts'
import { blockRows, planterOf } from './plant.ts'
import type { Population } from './population.ts'
import { relationFiller } from './relation-filler.ts'
import type { EarlierColumn } from './sampler.ts'

export interface PopulationRequest {
  /** Rows of the whole population. */
  readonly rows: number
  readonly seed: number
  /** Only rows from this one (a multiple of 8,192) up to, not including, `to`. */
  readonly from?: number
  readonly to?: number
  /** Rows of a chunk, a multiple of 8,192; 65,536 when left out. The rows do not depend on it. */
  readonly chunkRows?: number
}

/** Rows of a population, as columns; what no rule reads stands beside them. */
export interface PopulationChunk {
  /** Number of the first row, from 0. */
  readonly from: number
  readonly columns: CaseColumns
  /** Per party of the population, who it is in each row: 32 bits that are the same for the same one. */
  readonly parties: readonly Uint32Array[]
  /** Per row the position of the planted pattern, or -1. */
  readonly pattern: Int16Array
  /** Per planted row the number of the first row of its group; 0 elsewhere. */
  readonly group: Uint32Array
}

/**
 * Draws a population chunk by chunk. The same rules, population, rows and seed give the same rows,
 * whatever the chunks. Throws on a population that does not fit the rules: it ships with them.
 */
export function* populationChunks(
  rules: RuleSet,
  population: Population,
  request: PopulationRequest,
): Generator<PopulationChunk, void, undefined> {
  const { rows, seed, from = 0, to = rows, chunkRows = 8 * blockRows } = request
  for (const number of [rows, from, to, seed]) {
    if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is no whole number`)
  }
  if (from % blockRows !== 0 || chunkRows % blockRows !== 0 || rows > 2 ** 31)
    throw new RangeError(`chunks begin at multiples of ${blockRows}, and rows end at 2^31`)
  const { patterns } = population
  const plant = planterOf(patterns, rows, seed)
  const fillers = fillersOf(rules, population, seed, chunkRows)
  const parties = population.parties.map((party) => partyDrawer(party, patterns, seed))
  for (let start = from; start < Math.min(to, rows); start += chunkRows) {
    const extent = { from: start, count: Math.min(chunkRows, to - start, rows - start) }
    const planted = plantedIn(plant, extent)
    const facts: (Column | undefined)[] = rules.text.facts.map(() => undefined)
    const relations: (RelationColumns | undefined)[] = rules.text.relations.map(() => undefined)
    for (const filler of fillers) {
      if (filler.of === 'fact') facts[filler.slot] = filler.fill(extent, planted)
      else relations[filler.slot] = filler.fill(extent, planted)
    }
    yield {
      from: start,
      columns: { count: extent.count, facts, relations },
      parties: parties.map((draw) => draw(extent, planted)),
      pattern: planted.pattern,
      group: planted.leader,
    }
  }
}

function fillersOf(rules: RuleSet, { columns, patterns }: Population, seed: number, rows: number) {
  const earlier = new Map<string, EarlierColumn>()
  const making = { rules, seed, earlier, chunkRows: rows }
  const named = new Set<string>()
  const fillers = columns.map((column) => {
    const name = 'fact' in column ? column.fact : column.relation
    if (named.has(name)) throw new Error(`population of ${rules.text.program}: "${name}" twice`)
    named.add(name)
    if (!('fact' in column)) {
      return { of: 'relation' as const, ...relationFiller(column, patterns, making) }
    }
    const filler: FactFiller = factFiller(column, patterns, making)
    earlier.set(name, filler)
    return { of: 'fact' as const, ...filler }
  })
  for (const { name, shared, each, relations } of patterns) {
    const strangers = Object.keys({ ...shared, ...each, ...relations })
    for (const stranger of strangers.filter((one) => !named.has(one)))
      throw new Error(`population of ${rules.text.program}, ${name}: "${stranger}" is no column`)
  }
  return fillers
}

function plantedIn(plant: Planter, extent: { from: number; count: number }): PlantedAt {
  const pattern = new Int16Array(extent.count).fill(-1)
  const leader = new Uint32Array(extent.count)
  const indexes: number[] = []
  const last = extent.from + extent.count
  for (let block = extent.from / blockRows; block * blockRows < last; block++) {
    const planted = plant(block)
    planted.rows.forEach((row, at) => {
      const index = row - extent.from
      if (index >= extent.count) return
      pattern[index] = planted.pattern[at] ?? -1
      leader[index] = planted.leader[at] ?? 0
      indexes.push(index)
    })
  }
  return { pattern, leader, indexes }
}
