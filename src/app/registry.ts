import { chipRows, programs } from '#programs'
import type { Context } from './context.ts'

/** Everything that ships: the programs and the table of chips. */
export const registry: Pick<Context, 'programs' | 'chips'> = { programs, chips: chipRows }
