import type { LoadedClause } from '../../rules/load.ts'
import type { Answers, PopulationReading } from './answers.ts'
import { ClauseSets } from './clause-sets.ts'
import type { DifferingDefinition } from './differing.ts'

/** In how many changed rows a clause decides under one reading only, or gives another value. */
export interface ClausePart {
  added: number
  dropped: number
  altered: number
}

/** What one definition has to do with the changed rows. */
export interface DefinitionPart {
  readonly definition: DifferingDefinition
  /** Changed rows in which it comes out otherwise, and the outcome reads that. */
  rows: number
  readonly clauses: Map<LoadedClause, ClausePart>
}

/**
 * Says which definitions and clauses make the difference in rows that changed. A definition counts
 * in a row when it comes out otherwise there and the outcome reads it, directly or through others
 * that come out otherwise in that row too.
 */
export class Attribution {
  readonly parts: readonly DefinitionPart[]
  /** The definitions whose answers are wanted, by name, in the order of `parts`. */
  readonly names: readonly string[]
  readonly #sets: readonly ClauseSets[]
  /** Per part the parts that it reads. */
  readonly #reads: readonly (readonly number[])[]

  constructor(
    readings: readonly [PopulationReading, PopulationReading],
    definitions: readonly DifferingDefinition[],
  ) {
    const { rules } = readings[0].view
    const indexes = new Map(definitions.map(({ slot }, index) => [slot, index]))
    this.names = definitions.map(({ slot }) => rules.definitions[slot]?.declaration.name ?? '')
    this.parts = definitions.map((definition) => ({ definition, rows: 0, clauses: new Map() }))
    this.#sets = definitions.map(({ slot }) => new ClauseSets(slot, readings))
    this.#reads = definitions.map(({ reads }) => reads.map((slot) => indexes.get(slot) ?? -1))
  }

  /** Counts a row that changed, by the answers to `names`; the first definition is the outcome. */
  add(before: readonly Answers[], after: readonly Answers[], row: number): void {
    const counts = new Set([0])
    // Each definition stands before everything it reads, so one pass reaches all that count.
    this.parts.forEach((part, index) => {
      const [old, now] = [before[index], after[index]]
      if (!old || !now || !counts.has(index) || !this.#differs(index, old, now, row)) return
      for (const read of this.#reads[index] ?? []) counts.add(read)
      this.#count(part, index, old.reason[row] ?? 0, now.reason[row] ?? 0)
    })
  }

  #differs(index: number, old: Answers, now: Answers, row: number): boolean {
    if (old.status[row] !== now.status[row] || old.value[row] !== now.value[row]) return true
    return this.#sets[index]?.same(old.reason[row] ?? 0, now.reason[row] ?? 0) === false
  }

  #count(part: DefinitionPart, index: number, before: number, after: number): void {
    const sets = this.#sets[index]
    if (!sets) return
    part.rows += 1
    const old = sets.of(0, before)
    const now = sets.of(1, after)
    for (const clause of old) countOf(part, clause)[now.has(clause) ? 'altered' : 'dropped'] += 1
    for (const clause of now) if (!old.has(clause)) countOf(part, clause).added += 1
  }
}

function countOf({ clauses }: DefinitionPart, clause: LoadedClause): ClausePart {
  const known = clauses.get(clause) ?? { added: 0, dropped: 0, altered: 0 }
  clauses.set(clause, known)
  return known
}
