import type { Program } from '#rules'
import { nearest } from '../kernel/rules/scope.ts'
import type { Outcome } from './outcome.ts'
import { done, refused } from './outcome.ts'

/** The program of an id; a refusal names the nearest ids. */
export function findProgram(programs: readonly Program[], id: string): Outcome<Program> {
  const found = programs.find((program) => program.id === id)
  if (found) return done(found)
  const ids = programs.map((program) => program.id)
  const close = nearest(id, ids)
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}` : `there are ${ids.join(', ')}`
  return refused('input.unknown-program', `there is no program "${id}"; ${hint}`, {
    field: 'program',
    example: close[0] ?? ids[0],
  })
}
