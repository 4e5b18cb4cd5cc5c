import { findProgram } from '../../app/find-program.ts'
import { invoke } from '../../app/operation.ts'
import { decideOperation } from '../../app/operations/decide.ts'
import { determinationText } from '../../app/text/determination.ts'
import type { Extent } from '../../app/text/reasons.ts'
import { readCase, readingOptions } from '../case-argument.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

const options = {
  mode: {
    type: 'string',
    value: 'MODE',
    about: 'text (as it stands), enforced, or proposal:NAME',
  },
  ...readingOptions,
} as const

function deciding(name: string, summary: string, extent: Extent): Command {
  return {
    name,
    summary,
    positionals: ['PROGRAM', 'FILE'],
    options,
    example: `proviso ${name} chip-exports case.yaml --mode text --as-of 2026-11-23`,
    run: async (surroundings, given) => {
      const { context } = surroundings
      const [id = '', path = ''] = given.positionals
      const program = findProgram(context.programs, id)
      if (!program.ok) return program
      const file = await readCase(surroundings, path, given)
      if (!file.ok) return file
      const { facts, asOf, parameters } = file.value
      const mode = given.text('mode') ?? file.value.mode
      const input = { program: id, facts, asOf, mode, parameters }
      const decided = await invoke(decideOperation, context, input)
      if (!decided.ok) return decided
      const document = decided.value as Parameters<typeof determinationText>[1]
      const text = given.flag('json')
        ? JSON.stringify(document, null, 2)
        : determinationText(program.value, document, extent)
      return answer(text, document.outcome.verdict.kind === 'value' ? 0 : 3)
    },
  }
}

export const decideCommand = deciding(
  'decide',
  'decide a case: outcome, reasons, what is still needed',
  'brief',
)
export const explainCommand = deciding(
  'explain',
  'the same with everything: quoted law, dates, overridden clauses, all conclusions',
  'full',
)
