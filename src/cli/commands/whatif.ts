import { findProgram } from '../../app/find-program.ts'
import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import {
  fileComparisonsText,
  populationComparisonText,
} from '../../app/text/population-comparison.ts'
import { compareReadings } from '../../app/what-if/compare-readings.ts'
import { whatIf } from '../../app/what-if/what-if.ts'
import type { Arguments, Command, Option } from '../command.ts'
import { answer } from '../command.ts'
import { readPairs } from '../values.ts'

const example =
  'proviso whatif chip-exports --mode proposal:conditional-lpp --set restrictedLppLimit=791600'

const options = {
  mode: { type: 'string', value: 'MODE', about: 'the reform: text, enforced or proposal:NAME' },
  'as-of': { type: 'string', value: 'DATE', about: 'its day; today if absent' },
  set: {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    about: 'assume a value for a parameter under the reform',
  },
  against: { type: 'string', value: 'MODE', about: 'the baseline; text if absent' },
  'against-as-of': {
    type: 'string',
    value: 'DATE',
    about: 'its day; that of the reform if absent',
  },
  'against-set': {
    type: 'string',
    multiple: true,
    value: 'NAME=VALUE',
    about: 'assume a value for a parameter under the baseline',
  },
  in: {
    type: 'string',
    value: 'FILE',
    about: 'cases to compare over: .csv, .jsonl, .arrow or .parquet; generated if absent',
  },
  population: { type: 'string', value: 'N', about: 'cases to generate (20000)' },
  seed: { type: 'string', value: 'S', about: 'the same seed gives the same cases (1)' },
  examples: { type: 'string', value: 'N', about: 'cases shown per transition (3)' },
  json: { type: 'boolean', about: 'print JSON for programs instead of text for people' },
} as const satisfies Readonly<Record<string, Option>>

export const whatIfCommand: Command = {
  name: 'whatif',
  summary: 'compare a reform with the law over many cases: what changes, for whom, and why',
  positionals: ['PROGRAM'],
  options,
  example,
  run: async ({ context }, given) => {
    const program = findProgram(context.programs, given.positionals[0] ?? '')
    if (!program.ok) return program
    const input = readInput(given)
    if (!input.ok) return input
    const { baseline, reform, examples } = input.value
    const path = given.text('in')
    if (path !== undefined) {
      const readings = [baseline, reform]
      const found = await compareReadings(context, program.value, readings, { path, examples })
      if (!found.ok) return found
      const isJson = given.flag('json')
      return answer(isJson ? jsonOf(found.value.runs[0]) : fileComparisonsText(found.value))
    }
    const run = await whatIf(context, program.value, input.value, async () => undefined)
    if (!run.ok) return run
    return answer(given.flag('json') ? jsonOf(run.value) : populationComparisonText(run.value))
  },
}

const jsonOf = (value: unknown): string => JSON.stringify(value, null, 2)

function readInput(given: Arguments) {
  const mode = given.text('mode')
  const set = readPairs(given.list('set'), '--set')
  if (!set.ok) return set
  const againstSet = readPairs(given.list('against-set'), '--against-set')
  if (!againstSet.ok) return againstSet
  if (mode === undefined && given.list('set').length === 0) {
    const message = 'say what the reform is: --mode, --set, or both'
    return refused('input.missing', message, { field: '--mode', example })
  }
  const asOf = given.text('as-of')
  const ignored = ['population', 'seed'].find((name) => given.text(name) !== undefined)
  if (given.text('in') !== undefined && ignored !== undefined) {
    const message = `--${ignored} is about generated cases; with --in the cases are those of the file`
    return refused('input.contradiction', message, { field: `--${ignored}`, example })
  }
  const numbers = [
    wholeNumber(given, 'population', 20_000, 1, 1_000_000_000),
    wholeNumber(given, 'seed', 1, 0, 4_294_967_295),
    wholeNumber(given, 'examples', 3, 0, 1000),
  ] as const
  const [rows, seed, examples] = numbers
  if (!rows.ok) return rows
  if (!seed.ok) return seed
  if (!examples.ok) return examples
  const against = given.text('against') ?? 'text'
  return done({
    baseline: {
      mode: against,
      asOf: given.text('against-as-of') ?? asOf,
      parameters: againstSet.value,
    },
    reform: { mode: mode ?? against, asOf, parameters: set.value },
    population: { rows: rows.value, seed: seed.value },
    examples: examples.value,
  })
}

function wholeNumber(
  given: Arguments,
  option: string,
  absent: number,
  least: number,
  most: number,
): Outcome<number> {
  const text = given.text(option)
  if (text === undefined) return done(absent)
  const value = /^\d{1,12}$/.test(text.replaceAll('_', '')) ? Number(text.replaceAll('_', '')) : NaN
  if (value >= least && value <= most) return done(value)
  const message = `--${option} "${text}" must be a whole number from ${least} to ${most}`
  return refused('input.wrong-type', message, { field: `--${option}`, example: String(absent) })
}
