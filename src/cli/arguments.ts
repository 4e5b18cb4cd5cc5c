import { parseArgs } from 'node:util'
import { nearestNames } from '../app/input.ts'
import type { Outcome } from '../app/outcome.ts'
import { done, refused } from '../app/outcome.ts'
import type { Arguments, Command } from './command.ts'
import { usage } from './command.ts'

/** Reads the arguments of a command; unknown, repeated and empty options are refused by name. */
export function readArguments(command: Command, args: readonly string[]): Outcome<Arguments> {
  const { options } = command
  const plain = Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [
      name,
      multiple === true ? { type, multiple } : { type },
    ]),
  )
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: plain,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const seen = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const problem = problemOf(command, token, seen)
    if (problem) return problem
    seen.add(token.name)
  }
  const count = countProblem(command, positionals)
  if (count) return count
  return done({
    positionals,
    flag: (name) => values[name] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    list: (name) => {
      const value = values[name]
      return Array.isArray(value) ? value.map(String) : []
    },
  })
}

interface OptionToken {
  readonly name: string
  readonly rawName: string
  readonly value: string | undefined
}

function problemOf(command: Command, { name, rawName, value }: OptionToken, seen: Set<string>) {
  const option = command.options[name]
  const more = { field: rawName, example: command.example }
  if (!option) {
    const names = Object.keys(command.options)
    const close = nearestNames(name, names).map((one) => `--${one}`)
    const hint = close.length > 0 ? `did you mean ${close.join(', ')}` : `use: ${usage(command)}`
    return refused('input.unknown-member', `there is no option ${rawName} here; ${hint}`, more)
  }
  if (option.type === 'string' && (value === undefined || value === '')) {
    const detail = `${rawName} needs a value: ${rawName} ${option.value ?? 'VALUE'}`
    return refused('input.missing', detail, more)
  }
  if (option.type === 'boolean' && value !== undefined) {
    return refused('input.wrong-type', `${rawName} takes no value`, more)
  }
  if (seen.has(name) && option.multiple !== true) {
    return refused('input.contradiction', `${rawName} is stated twice; state it once`, more)
  }
  return undefined
}

function countProblem(command: Command, positionals: readonly string[]) {
  const { positionals: declared, example } = command
  const required = declared.filter((one) => !one.startsWith('['))
  const repeats = declared.at(-1)?.includes('...') === true
  const missing = required[positionals.length]
  if (missing !== undefined) {
    const detail = `${missing} is missing; use: ${usage(command)}`
    return refused('input.missing', detail, { field: missing, example })
  }
  const extra = positionals[declared.length]
  if (extra !== undefined && !repeats) {
    const detail = `there is one argument too many, "${extra}"; use: ${usage(command)}`
    return refused('input.unknown-member', detail, { field: extra, example })
  }
  return undefined
}
