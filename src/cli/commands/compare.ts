import { findProgram } from '../../app/find-program.ts'
import { invoke } from '../../app/operation.ts'
import { compareOperation } from '../../app/operations/compare.ts'
import { refused } from '../../app/outcome.ts'
import { comparisonText } from '../../app/text/comparison.ts'
import { readCase, readingOptions } from '../case-argument.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

const example =
  'proviso compare chip-exports case.yaml --modes text,enforced,proposal:conditional-lpp'

export const compareCommand: Command = {
  name: 'compare',
  summary: 'lay readings of the law side by side on one case',
  positionals: ['PROGRAM', 'FILE'],
  options: {
    modes: {
      type: 'string',
      value: 'A,B,...',
      about: 'two to six modes; MODE@DATE reads the law of another day',
    },
    ...readingOptions,
  },
  example,
  run: async (surroundings, given) => {
    const { context } = surroundings
    const [id = '', path = ''] = given.positionals
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    const modes = given.text('modes')
    if (modes === undefined) {
      return refused('input.missing', '--modes is missing: name two to six readings', {
        field: '--modes',
        example,
      })
    }
    const file = await readCase(surroundings, path, given)
    if (!file.ok) return file
    const { facts, asOf, parameters } = file.value
    const readings = modes.split(',').map((stated) => {
      const [mode = '', day = asOf] = stated.trim().split('@')
      return { mode, asOf: day, parameters }
    })
    const compared = await invoke(compareOperation, context, { program: id, facts, readings })
    if (!compared.ok) return compared
    const comparison = compared.value as Parameters<typeof comparisonText>[1]
    const isDecided = comparison.determinations.every(
      ({ outcome }) => outcome.verdict.kind === 'value',
    )
    const text = given.flag('json')
      ? JSON.stringify(comparison, null, 2)
      : comparisonText(program.value, comparison)
    return answer(text, isDecided ? 0 : 3)
  },
}
