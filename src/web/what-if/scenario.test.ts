import { describe, expect, it } from 'vitest'
import { run } from '../../cli/run.ts'
import { lakeAnalysis } from '../../testing/lake-analysis.ts'
import { commandOf, paramsOf, scenarioOf, withParameter } from './scenario.ts'

const today = '2025-06-01'
const read = (query: string) => scenarioOf(lakeAnalysis, new URLSearchParams(query), today)

describe('a scenario', () => {
  it('without an address is the one that the program opens with', () => {
    expect(read('')).toEqual({
      baseline: { mode: 'text', asOf: today, parameters: {} },
      reform: { mode: 'proposal:marsh', asOf: today, parameters: { marshLimit: '5' } },
      rows: 20_000,
      seed: 1,
    })
  })

  it.each([
    'against=text&mode=proposal%3Amarsh&as-of=2025-06-01&set=marshLimit%3A12.5&rows=2000&seed=9',
    'against=proposal%3Amarsh&against-as-of=2023-01-01&against-set=marshLimit%3A7&mode=text&as-of=2025-06-01&set=lengthLimit%3A1&set=marshLimit%3A2&rows=1000000&seed=4294967295',
  ])('is its address: %s', (address) => {
    expect(paramsOf(read(address)).toString()).toBe(address)
  })

  it('leaves what an address says wrongly as the program opens', () => {
    const odd = read('mode=proposal:sea&as-of=soon&set=seaLimit:3&set=nonsense&rows=17&seed=-1')
    expect(odd).toEqual({
      baseline: { mode: 'text', asOf: today, parameters: {} },
      reform: { mode: 'proposal:marsh', asOf: today, parameters: {} },
      rows: 20_000,
      seed: 1,
    })
  })

  it('sets a parameter, and leaves it as it is again', () => {
    const set = withParameter(read(''), 'lengthLimit', '8')
    expect(set.reform.parameters).toEqual({ marshLimit: '5', lengthLimit: '8' })
    expect(withParameter(set, 'marshLimit', undefined).reform.parameters).toEqual({
      lengthLimit: '8',
    })
  })
})

it('has a command that gives the same statement anywhere', async () => {
  const scenario = read(
    'against=text&against-as-of=2024-02-01&mode=proposal:marsh&as-of=2025-06-01&set=marshLimit:4.5&rows=2000&seed=3',
  )
  const [npx, proviso, ...args] = commandOf(lakeAnalysis, scenario).split(' ')
  expect([npx, proviso]).toEqual(['npx', 'proviso'])
  const { out } = await run([...args, '--json'], {
    context: { programs: [lakeAnalysis], clock: () => '2030-01-01T00:00:00.000Z', version: '1' },
    read: () => Promise.reject(new Error('nothing is read')),
    exists: () => false,
    environment: {},
    print: () => undefined,
    interrupted: () => new Promise(() => undefined),
  })
  const { statement } = JSON.parse(out) as { statement: string }
  expect(statement).toMatch(
    /^On this generated population of 2,000 cases \(seed 3\): .* under the proposal "marsh" with marshLimit = 4\.5, as of 2025-06-01 than under the text as it stands, as of 2024-02-01\.$/,
  )
})
