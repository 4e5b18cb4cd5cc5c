import { parseYaml } from '../app/document-text.ts'
import type { Outcome } from '../app/outcome.ts'
import { done, refused } from '../app/outcome.ts'

const pair = /^([A-Za-z][A-Za-z0-9]*)=(.*)$/s

/** Whether a word of the command line states a value by name. */
export const isPair = (word: string): boolean => pair.test(word)

/** `name=value` words as an object; values are read as YAML does: 5, true, [a, b], or text. */
export function readPairs(
  words: readonly string[],
  option: string,
): Outcome<Readonly<Record<string, unknown>>> {
  const values: Record<string, unknown> = {}
  for (const word of words) {
    const [, name, text = ''] = pair.exec(word) ?? []
    const example = 'restrictedLppLimit=5000000'
    if (name === undefined) {
      const detail = `${option} "${word}" must be name=value`
      return refused('input.wrong-type', detail, { field: option, example })
    }
    if (name in values) {
      const detail = `${name} is stated twice; state it once`
      return refused('input.contradiction', detail, { field: name, example })
    }
    const parsed = parseYaml(text)
    if (!parsed.ok) {
      const detail = `the value of ${name} cannot be read: ${parsed.fault.reason}`
      return refused('input.malformed', detail, { field: name, example })
    }
    values[name] = parsed.value
  }
  return done(values)
}
