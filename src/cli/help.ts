import { table, wrapped } from '../app/text/layout.ts'
import type { Command } from './command.ts'
import { usage } from './command.ts'

/** What `proviso` alone prints: every command with one line of meaning. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Decides cases of public programs by dated rules that cite the law.',
    '',
    ...table(
      commands.map(({ name, summary }) => [`proviso ${name}`, summary]),
      2,
    ),
    '',
    '`proviso COMMAND --help` says more. A FILE is JSON or YAML; - is standard input.',
    'Exit codes: 0 decided, 3 facts are missing, 2 the input is refused, 1 a fault inside.',
  ].join('\n')

/** What `proviso COMMAND --help` prints. */
export function commandHelp(command: Command): string {
  const { summary, options, example } = command
  const rows = Object.entries(options).map(([name, { type, value = 'VALUE', about }]) => [
    type === 'boolean' ? `--${name}` : `--${name} ${value}`,
    about,
  ])
  const listed = rows.length === 0 ? [] : ['', ...table(rows, 2)]
  return [...wrapped(usage(command), 0, 4), '', summary, ...listed, '', example].join('\n')
}
