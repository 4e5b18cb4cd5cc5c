import type { Extent, PlantedAt } from './fact-filler.ts'
import type { Party, Pattern } from './population.ts'
import { keyOf, mixed, stream } from './random.ts'

/**
 * Draws who a party is in each row of a chunk. Numbers are mixed one to one, so that a planted
 * party cannot be told from an ordinary one by its number.
 */
export function partyDrawer(
  { name, count }: Party,
  patterns: readonly Pattern[],
  seed: number,
): (extent: Extent, planted: PlantedAt) => Uint32Array {
  const next = stream(seed, `party/${name}`)
  const key = keyOf(seed, `party/${name}/number`)
  const isShared = patterns.map((pattern) => pattern.sharedParties?.includes(name) === true)
  const number = (position: number): number => mixed((position + key) | 0)
  return ({ from, count: rows }, planted) => {
    const who = new Uint32Array(rows)
    for (let index = 0; index < rows; index++) {
      // The square makes the first quarter of the parties half of all rows.
      const share = next(from + index) / 2 ** 32
      who[index] = number(Math.floor(share * share * count))
    }
    for (const index of planted.indexes) {
      const row = isShared[planted.pattern[index] ?? -1] ? planted.leader[index] : from + index
      who[index] = number(count + (row ?? 0))
    }
    return who
  }
}
