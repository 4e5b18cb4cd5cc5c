import { invoke } from '../../app/operation.ts'
import { printOperation } from '../../app/operations/print.ts'
import { refused } from '../../app/outcome.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

const formats = ['markdown', 'html', 'json-schema', 'graph'] as const
const isFormat = (text: string): text is (typeof formats)[number] =>
  (formats as readonly string[]).includes(text)

export const printCommand: Command = {
  name: 'print',
  summary: 'print the rules as text with citations, as a graph, or the schema of their facts',
  positionals: ['PROGRAM'],
  options: {
    'as-of': { type: 'string', value: 'DATE', about: 'the day whose law applies; today if absent' },
    mode: {
      type: 'string',
      value: 'MODE',
      about: 'text, enforced or proposal:NAME; text if absent',
    },
    format: { type: 'string', value: 'FORMAT', about: `${formats.join(', ')}; markdown if absent` },
    definition: { type: 'string', value: 'NAME', about: 'only this one and what it speaks of' },
  },
  example: 'proviso print chip-exports --as-of 2026-11-23 --definition lpp',
  run: async ({ context }, given) => {
    const [program = ''] = given.positionals
    const format = given.text('format') ?? 'markdown'
    if (!isFormat(format)) {
      const message = `there is no format "${format}"; use ${formats.join(', ')}`
      return refused('input.unknown-member', message, { field: '--format', example: 'markdown' })
    }
    const mode = given.text('mode') ?? 'text'
    const asOf = given.text('as-of')
    const definition = given.text('definition')
    const printed = await invoke(printOperation, context, {
      ...{ program, format, mode },
      ...(asOf === undefined ? {} : { asOf }),
      ...(definition === undefined ? {} : { definition }),
    })
    return printed.ok ? answer(printed.value.content.trimEnd()) : printed
  },
}
