import type { LoadedClause } from '../../rules/load.ts'
import type { PopulationReading } from './answers.ts'

const none: ReadonlySet<LoadedClause> = new Set()

/** Turns the reasons of one definition under two readings into clauses that can be compared. */
export class ClauseSets {
  readonly #lists: readonly (readonly LoadedClause[])[]
  readonly #sets = [0, 1].map(() => new Map<number, ReadonlySet<LoadedClause>>())
  readonly #same = new Map<number, Map<number, boolean>>()

  constructor(slot: number, readings: readonly [PopulationReading, PopulationReading]) {
    this.#lists = readings.map(
      ({ view }) => view.definitions[slot]?.clauses.map(({ clause }) => clause) ?? [],
    )
  }

  /** The clauses of a reason under the baseline (0) or the reform (1): positions differ, clauses do not. */
  of(reading: 0 | 1, reason: number): ReadonlySet<LoadedClause> {
    if (reason === 0) return none
    const known = this.#sets[reading]?.get(reason)
    if (known) return known
    const clauses = this.#lists[reading] ?? []
    const made = new Set(clauses.filter((_, position) => (reason & (1 << position)) !== 0))
    this.#sets[reading]?.set(reason, made)
    return made
  }

  /** Whether the same clauses decided under both. */
  same(before: number, after: number): boolean {
    const known = this.#same.get(before)?.get(after)
    if (known !== undefined) return known
    const old = this.of(0, before)
    const now = this.of(1, after)
    const isSame = old.size === now.size && [...old].every((clause) => now.has(clause))
    const row = this.#same.get(before) ?? new Map<number, boolean>()
    this.#same.set(before, row.set(after, isSame))
    return isSame
  }
}
