import type { CaseFile } from '../app/case-file.ts'
import { readCaseFile } from '../app/case-file.ts'
import type { Outcome } from '../app/outcome.ts'
import { done } from '../app/outcome.ts'
import type { Arguments, Option, Surroundings } from './command.ts'
import { readPairs } from './values.ts'

/** Options of every command that decides. */
export const readingOptions = {
  'as-of': { type: 'string', value: 'DATE', about: 'the day whose law applies; today if absent' },
  set: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    about: 'assume a value for a parameter, such as one that nobody has set',
  },
  json: { type: 'boolean', about: 'print JSON for programs instead of text for people' },
} as const satisfies Readonly<Record<string, Option>>

/** The name of a case file in messages. */
const nameOf = (path: string): string => (path === '-' ? 'standard input' : path)

/** The case of a file, with the day and the parameters that options state in place of its own. */
export async function readCase(
  { read }: Surroundings,
  path: string,
  given: Arguments,
): Promise<Outcome<CaseFile>> {
  const text = await read(path)
  if (!text.ok) return text
  const file = readCaseFile(nameOf(path), text.value)
  if (!file.ok) return file
  const set = readPairs(given.list('set'), '--set')
  if (!set.ok) return set
  const parameters = { ...file.value.parameters, ...set.value }
  const asOf = given.text('as-of') ?? file.value.asOf
  return done({
    ...file.value,
    ...(asOf === undefined ? {} : { asOf }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  })
}
