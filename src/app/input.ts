import type { z } from 'zod'
import { nearest } from '../kernel/rules/scope.ts'
import type { InputProblem, Outcome } from './outcome.ts'
import { done, refusedInput } from './outcome.ts'

/** The names nearest to a misspelled one: at most three, closest first. */
export const nearestNames = nearest

interface Described<Input extends z.ZodObject> {
  readonly input: Input
  readonly example: z.input<Input>
}

/** The checked input, or every problem with it: the field, the reason and a valid example. */
export function readInput<Input extends z.ZodObject>(
  { input, example }: Described<Input>,
  given: unknown,
): Outcome<z.output<Input>> {
  const result = input.safeParse(given, { reportInput: true })
  if (result.success) return done(result.data)
  const members = Object.keys(input.shape)
  return refusedInput(result.error.issues.flatMap((issue) => problemsOf(issue, members, example)))
}

type Issue = z.core.$ZodIssue

function problemsOf(issue: Issue, members: readonly string[], example: unknown): InputProblem[] {
  const field = pathText(issue.path)
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownMember(field, key, members, example))
  }
  const valid = at(example, issue.path)
  const missing = issue.code === 'invalid_type' && issue.input === undefined
  return [
    {
      code: missing ? 'input.missing' : 'input.wrong-type',
      field: field === '' ? 'input' : field,
      message: `${field === '' ? 'the input' : field} ${missing ? 'is missing' : reason(issue)}`,
      example: valid,
    },
  ]
}

function unknownMember(
  parent: string,
  key: string,
  members: readonly string[],
  example: unknown,
): InputProblem {
  const field = parent === '' ? key : `${parent}.${key}`
  const close = parent === '' ? nearest(key, members) : []
  const hint =
    close.length > 0
      ? `did you mean ${close.join(', ')}`
      : parent === ''
        ? `there are ${members.join(', ')}`
        : 'leave it out'
  return {
    code: 'input.unknown-member',
    field,
    message: `there is no "${key}" here; ${hint}`,
    example,
  }
}

/** The reason of an issue as the end of a sentence: "must be a string, not a number". */
function reason(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${withArticle(issue.expected)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'too_small':
      return `must have or be at least ${issue.minimum}`
    case 'too_big':
      return `must have or be at most ${issue.maximum}`
    default:
      return `is not valid: ${issue.message.toLowerCase()}`
  }
}

const words: Readonly<Record<string, string>> = {
  record: 'an object',
  object: 'an object',
  array: 'a list',
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
}
const withArticle = (expected: string): string => words[expected] ?? `of type ${expected}`

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`,
    )
    .join('')
}

function at(example: unknown, path: readonly PropertyKey[]): unknown {
  let value = example
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return example
    value = (value as Readonly<Record<PropertyKey, unknown>>)[part]
  }
  return value ?? example
}
