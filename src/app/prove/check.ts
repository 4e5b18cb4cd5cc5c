import type { Mode, Program } from '#rules'
import { viewOf } from '#rules'
import type { View } from '../../kernel/interpret/view.ts'
import { nearest } from '../../kernel/rules/scope.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused, refusedInput } from '../outcome.ts'
import type { Asked } from './questions.ts'
import { askedOf } from './questions.ts'

/** What is to be proved, with its day settled. */
interface Stated {
  readonly mode: string
  readonly asOf: string
  readonly questions?: readonly string[] | undefined
  readonly definitions?: readonly string[] | undefined
  readonly against?: { readonly mode: string; readonly asOf?: string | undefined } | undefined
}

/** The readings and questions that an input names. */
interface CheckedProof {
  readonly view: View
  readonly against: View | undefined
  readonly asked: Asked
}

/** What an input asks of a program, or the first thing wrong with it. */
export function checkProof(program: Program, stated: Stated): Outcome<CheckedProof> {
  const { rules } = program
  const found = viewOf(rules, stated.asOf, stated.mode as Mode)
  if (!found.ok) return refusedInput([found.problem])
  const { against } = stated
  const other = against && viewOf(rules, against.asOf ?? stated.asOf, against.mode as Mode)
  if (other && !other.ok) return refusedInput([{ ...other.problem, field: 'against' }])
  const asked = askedOf(program, stated.questions)
  if (!asked.ok) return asked
  const unknown = unknownDefinition(program, stated.definitions)
  if (unknown) return unknown
  return done({ view: found.view, against: other?.view, asked: asked.value })
}

function unknownDefinition(
  { rules }: Program,
  wanted: readonly string[] | undefined,
): Outcome<never> | undefined {
  const names = [...rules.scope.definitions.keys()]
  const stranger = wanted?.find((name) => !names.includes(name))
  if (stranger === undefined) return undefined
  const close = nearest(stranger, names)
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}` : `there is ${names[0]}`
  const message = `there is no definition "${stranger}"; ${hint}`
  const example = close[0] ?? names[0]
  return refused('input.unknown-definition', message, { field: 'definitions', example })
}
