import type { Program } from '#rules'
import { chipExports } from './chip-exports/index.ts'

export { chipRows } from './chip-exports/data/chips.generated.ts'

/** Every program of the product: one line each. */
export const programs: readonly Program[] = [chipExports]

/** The program with an id, if there is one. */
export function programById(id: string): Program | undefined {
  return programs.find((program) => program.id === id)
}
