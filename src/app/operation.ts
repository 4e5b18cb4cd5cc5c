import type { z } from 'zod'
import type { Caller } from './caller.ts'
import { anyone } from './caller.ts'
import type { Context } from './context.ts'
import { readInput } from './input.ts'
import type { Outcome, Refusal } from './outcome.ts'
import { refused } from './outcome.ts'

/** Who may use an operation: anyone, the holder of a case's key, officers, administrators. */
export type Access = 'public' | 'case' | 'officer' | 'administrator'

/** One verb of the product. Routes, commands, tools and documentation are all made from it. */
export interface Operation<
  Input extends z.ZodObject = z.ZodObject,
  Output extends z.ZodType = z.ZodType,
> {
  /** Words with dashes: the name of the tool and of the documented operation. */
  readonly name: string
  readonly title: string
  /** What it does and gives, in one or two sentences. */
  readonly summary: string
  readonly access: Access
  /** `write` changes what is stored. */
  readonly effect: 'none' | 'write'
  readonly input: Input
  readonly output: Output
  /** A complete valid input: documentation, and the example in messages. */
  readonly example: z.input<Input>
  run(context: Context, input: z.output<Input>): Promise<Outcome<z.input<Output>>>
}

/** Keeps the input and output types of an operation while it is declared. */
export const operation = <Input extends z.ZodObject, Output extends z.ZodType>(
  declared: Operation<Input, Output>,
): Operation<Input, Output> => declared

/** Checks an input of any shape and runs the operation; a wrong input is refused, never thrown. */
export async function invoke<Input extends z.ZodObject, Output extends z.ZodType>(
  called: Operation<Input, Output>,
  context: Context,
  input: unknown,
): Promise<Outcome<z.input<Output>>> {
  const barred = barOut(called.access, context.caller ?? anyone)
  if (barred) return barred
  const read = readInput(called, input)
  return read.ok ? called.run(context, read.value) : read
}

/** Cases are opened by their keys, which only the case itself can check. */
function barOut(access: Access, { role }: Caller): Refusal | undefined {
  if (access === 'public' || access === 'case') return undefined
  if (role === 'public') {
    const message = 'officers only: sign in, or send an API key (Authorization: Bearer KEY)'
    return refused('access.unauthenticated', message, { field: 'authorization' })
  }
  if (access === 'officer' || role === 'administrator') return undefined
  return refused('access.forbidden', 'administrators only', { field: 'authorization' })
}
