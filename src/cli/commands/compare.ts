import { findProgram } from '../../app/find-program.ts'
import { invoke } from '../../app/operation.ts'
import { compareOperation } from '../../app/operations/compare.ts'
import { refused } from '../../app/outcome.ts'
import { comparisonText } from '../../app/text/comparison.ts'
import { fileComparisonsText } from '../../app/text/population-comparison.ts'
import { compareReadings } from '../../app/what-if/compare-readings.ts'
import { readCase, readingOptions } from '../case-argument.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { answer } from '../command.ts'
import { readPairs } from '../values.ts'

const example =
  'proviso compare chip-exports case.yaml --modes text,enforced,proposal:conditional-lpp'

export const compareCommand: Command = {
  name: 'compare',
  summary: 'lay readings of the law side by side: on one case, or over a file of many',
  positionals: ['PROGRAM', '[FILE]'],
  options: {
    modes: {
      type: 'string',
      value: 'A,B,...',
      about: 'two to six modes; MODE@DATE reads the law of another day',
    },
    in: {
      type: 'string',
      value: 'FILE',
      about: 'many cases (.csv, .jsonl, .arrow, .parquet): each reading against the first',
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
    const many = given.text('in')
    if ((many === undefined) === (path === '')) {
      const message = 'name one case file, or a file of many cases with --in'
      return refused('input.missing', message, { field: 'FILE', example })
    }
    if (many !== undefined)
      return overFile(surroundings, given, { program: program.value, modes, many })
    const file = await readCase(surroundings, path, given)
    if (!file.ok) return file
    const { facts, asOf, parameters } = file.value
    const readings = readingsOf(modes, asOf, parameters)
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

interface OverFile {
  readonly program: Surroundings['context']['programs'][number]
  readonly modes: string
  readonly many: string
}

/** Each reading against the first, over a file of many cases. */
async function overFile(
  { context }: Surroundings,
  given: Arguments,
  { program, modes, many }: OverFile,
) {
  const set = readPairs(given.list('set'), '--set')
  if (!set.ok) return set
  const readings = readingsOf(modes, given.text('as-of'), set.value)
  const found = await compareReadings(context, program, readings, { path: many, examples: 3 })
  if (!found.ok) return found
  const { runs } = found.value
  return answer(
    given.flag('json') ? JSON.stringify(runs, null, 2) : fileComparisonsText(found.value),
  )
}

function readingsOf(
  modes: string,
  asOf: string | undefined,
  parameters: Readonly<Record<string, unknown>> | undefined,
) {
  return modes.split(',').map((stated) => {
    const [mode = '', day = asOf] = stated.trim().split('@')
    return { mode, asOf: day, parameters }
  })
}
