import type { Context } from '../app/context.ts'
import type { Outcome } from '../app/outcome.ts'
import { done } from '../app/outcome.ts'

/** What commands reach outside themselves: passed in, so that tests are the whole world. */
export interface Surroundings {
  readonly context: Context
  /** The text of a file, at most a megabyte; `-` is standard input. */
  readonly read: (path: string) => Promise<Outcome<string>>
  readonly exists: (path: string) => boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Prints a line at once, for commands that go on running. */
  readonly print: (line: string) => void
  /** Resolves when the person asks the process to end. */
  readonly interrupted: () => Promise<void>
}

/** 0 decided or verified, 3 facts are missing, 2 refused or not verified; a fault (1) is thrown. */
export type ExitCode = 0 | 2 | 3

/** What a command leaves on standard output. */
export interface Answer {
  readonly text: string
  readonly exitCode: ExitCode
}

export const answer = (text: string, exitCode: ExitCode = 0): Outcome<Answer> =>
  done({ text, exitCode })

export interface Option {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands for the value in the usage line. */
  readonly value?: string
  readonly about: string
}
export interface Arguments {
  readonly positionals: readonly string[]
  readonly flag: (name: string) => boolean
  readonly text: (name: string) => string | undefined
  readonly list: (name: string) => readonly string[]
}
export interface Command {
  readonly name: string
  readonly summary: string
  /** Positional arguments as the usage line shows them; `[x]` is optional, `...` repeats. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly example: string
  readonly run: (surroundings: Surroundings, given: Arguments) => Promise<Outcome<Answer>>
}

/** The usage line of a command. */
export function usage({ name, positionals, options }: Command): string {
  const flags = Object.entries(options).map(([option, { type, value = 'VALUE', multiple }]) => {
    const text = type === 'boolean' ? `--${option}` : `--${option} ${value}`
    return `[${text}]${multiple === true ? '...' : ''}`
  })
  return ['proviso', name, ...positionals, ...flags].join(' ')
}
