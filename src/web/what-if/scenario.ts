import type { Mode, Program } from '#rules'
import { modesOf } from '../words/labels.ts'

/** One reading of the law in a scenario; values of parameters are decimal text. */
export interface ScenarioReading {
  readonly mode: Mode
  readonly asOf: string
  readonly parameters: Readonly<Record<string, string>>
}

/** Everything that a what-if answer depends on: it is the address of the page. */
export interface Scenario {
  readonly baseline: ScenarioReading
  readonly reform: ScenarioReading
  readonly rows: number
  readonly seed: number
}

/** Populations of up to so many rows are compared in the browser, larger ones by the server. */
export const rowsInBrowserMax = 100_000
export const rowChoices = [2000, 20_000, 100_000, 1_000_000, 10_000_000] as const
const rowsDefault = 20_000

const day = /^\d{4}-\d{2}-\d{2}$/
const pair = /^([A-Za-z]\w*)[:=](.+)$/s

/** The scenario of an address; what it does not say, or says wrongly, is as the program opens. */
export function scenarioOf(program: Program, params: URLSearchParams, today: string): Scenario {
  const opening = program.analysis?.opening
  const known = new Set<string>(modesOf(program).map(({ mode }) => mode))
  const modeOf = (name: string, otherwise: Mode): Mode => {
    const stated = params.get(name) ?? ''
    return known.has(stated) ? (stated as Mode) : otherwise
  }
  const dayOf = (name: string, otherwise: string): string => {
    const stated = params.get(name) ?? ''
    return day.test(stated) ? stated : otherwise
  }
  const isOpening = [...params.keys()].length === 0
  const asOf = dayOf('as-of', today)
  const rows = Number(params.get('rows') ?? rowsDefault)
  const seed = Number(params.get('seed') ?? 1)
  return {
    baseline: {
      mode: modeOf('against', opening?.baseline ?? 'text'),
      asOf: dayOf('against-as-of', asOf),
      parameters: pairsOf(program, params.getAll('against-set')),
    },
    reform: {
      mode: modeOf('mode', opening?.reform ?? 'enforced'),
      asOf,
      parameters: isOpening ? (opening?.parameters ?? {}) : pairsOf(program, params.getAll('set')),
    },
    rows: (rowChoices as readonly number[]).includes(rows) ? rows : rowsDefault,
    seed: Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295 ? seed : 1,
  }
}

function pairsOf(program: Program, stated: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    stated.flatMap((text): [string, string][] => {
      const [, name = '', value = ''] = pair.exec(text) ?? []
      return program.rules.scope.parameters.has(name) ? [[name, value]] : []
    }),
  )
}

/** The address of a scenario, in one order whatever order it was made in. */
export function paramsOf({ baseline, reform, rows, seed }: Scenario): URLSearchParams {
  const params = new URLSearchParams()
  params.set('against', baseline.mode)
  if (baseline.asOf !== reform.asOf) params.set('against-as-of', baseline.asOf)
  for (const text of sorted(baseline.parameters)) params.append('against-set', text)
  params.set('mode', reform.mode)
  params.set('as-of', reform.asOf)
  for (const text of sorted(reform.parameters)) params.append('set', text)
  params.set('rows', String(rows))
  params.set('seed', String(seed))
  return params
}

const sorted = (parameters: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}`)

/** The command that gives the same comparison anywhere. */
export function commandOf(program: Program, { baseline, reform, rows, seed }: Scenario): string {
  const set = (option: string, { parameters }: ScenarioReading): readonly string[] =>
    Object.entries(parameters).map(([name, value]) => `--${option} ${name}=${value}`)
  return [
    `npx proviso whatif ${program.id}`,
    `--mode ${reform.mode}`,
    `--as-of ${reform.asOf}`,
    ...set('set', reform),
    `--against ${baseline.mode}`,
    ...(baseline.asOf === reform.asOf ? [] : [`--against-as-of ${baseline.asOf}`]),
    ...set('against-set', baseline),
    `--population ${rows}`,
    `--seed ${seed}`,
  ].join(' ')
}

/** The same scenario with a parameter of the reform set, or left as the law has it. */
export function withParameter(
  scenario: Scenario,
  name: string,
  value: string | undefined,
): Scenario {
  const others = Object.entries(scenario.reform.parameters).filter(([other]) => other !== name)
  const parameters = Object.fromEntries(value === undefined ? others : [...others, [name, value]])
  return { ...scenario, reform: { ...scenario.reform, parameters } }
}
