import type { Refusal } from '../app/outcome.ts'
import { problemDocument } from '../app/problem.ts'
import { nearestNames } from '../app/input.ts'
import { meaningOf, refused } from '../app/outcome.ts'
import { readArguments } from './arguments.ts'
import type { Command, Surroundings } from './command.ts'
import { usage } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import { refusalText } from './refusal-text.ts'

/** What a finished command leaves: the process prints it and ends with the code. */
export interface Ending {
  readonly exitCode: 0 | 1 | 2 | 3
  readonly out: string
  readonly err: string
}

const printed = (out: string): Ending => ({ exitCode: 0, out: `${out}\n`, err: '' })

/** Runs one command line. Never throws on input; a fault inside is thrown to the edge. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<Ending> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const about = commands.find((command) => command.name === rest[0])
    return printed(about ? commandHelp(about) : overview(commands))
  }
  if (name === 'version' || name === '--version') return printed(surroundings.context.version)
  const command = commands.find((one) => one.name === name)
  if (!command) return refuse('proviso', unknownCommand(name), false)
  if (rest.includes('--help') || rest.includes('-h')) return printed(commandHelp(command))
  const given = readArguments(command, rest)
  const asJson = rest.includes('--json')
  if (!given.ok) return refuse(`proviso ${name}`, given, asJson)
  const result = await command.run(surroundings, given.value)
  if (!result.ok) return refuse(`proviso ${name}`, result, asJson)
  const { text, exitCode } = result.value
  return { exitCode, out: text === '' ? '' : `${text}\n`, err: '' }
}

function refuse(who: string, refusal: Refusal, asJson: boolean): Ending {
  const text = asJson
    ? JSON.stringify(problemDocument(refusal), null, 2)
    : refusalText(who, refusal)
  const exitCode = meaningOf(refusal.code).status >= 500 ? 1 : 2
  return { exitCode, out: '', err: `${text}\n` }
}

function unknownCommand(name: string): Refusal {
  const names = commands.map((command) => command.name)
  const close = nearestNames(name, names)
  const hint =
    close.length > 0 ? `did you mean ${close.join(', ')}` : `there are ${names.join(', ')}`
  const example = commands.find((command: Command) => command.name === close[0])
  return refused('input.unknown-member', `there is no command "${name}"; ${hint}`, {
    field: name,
    example: example ? usage(example) : 'proviso help',
  })
}
