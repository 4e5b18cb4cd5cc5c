import type { CaseColumns, MakeAnswers } from '#rules'
import { answersByKernels } from '#rules'
import { describe, expect, it } from 'vitest'
import { whatIfOperation } from '../../app/operations/whatif.ts'
import { lakeAnalysis } from '../../testing/lake-analysis.ts'
import { cachedAnswers } from './cached-answers.ts'
import { compareScenario, keptChunks } from './compare.ts'
import { scenarioOf, withParameter } from './scenario.ts'

const scenario = {
  ...scenarioOf(lakeAnalysis, new URLSearchParams(), '2025-06-01'),
  rows: 20_000,
}
const always = async (): Promise<boolean> => true

describe('a comparison in the browser', () => {
  it('is the one that the server gives', async () => {
    const surroundings = { answers: answersByKernels, chunks: keptChunks(), pause: always }
    const own = await compareScenario(lakeAnalysis, scenario, surroundings)
    const { baseline, reform, rows, seed } = scenario
    const given = await whatIfOperation.run(
      { programs: [lakeAnalysis], clock: () => '2030-01-01T00:00:00.000Z', version: '1' },
      { program: 'lake', baseline, reform, population: { rows, seed }, examples: 3 },
    )
    expect(own).toEqual({ kind: 'done', run: given.ok && given.value })
  })

  it('is left when a newer one is wanted, chunk by chunk', async () => {
    const told: number[] = []
    const pause = async (done: number): Promise<boolean> => told.push(done) < 2
    const left = await compareScenario(lakeAnalysis, scenario, {
      ...{ answers: answersByKernels, chunks: keptChunks(), pause },
    })
    expect(left).toEqual({ kind: 'left' })
    expect(told).toEqual([8192, 16_384])
  })

  it('says in plain words what is wrong with a scenario', async () => {
    const refused = await compareScenario(
      lakeAnalysis,
      withParameter(scenario, 'marshLimit', '-1'),
      { answers: answersByKernels, chunks: keptChunks(), pause: always },
    )
    expect(refused).toMatchObject({
      kind: 'refused',
      problems: [expect.stringMatching(/^Marsh limit is "-1", but must lie between 0/)],
    })
  })
})

describe('what is kept between two comparisons', () => {
  it('is the population, as the same objects, until another is asked for', () => {
    const chunks = keptChunks()
    const first = [...chunks(lakeAnalysis, 10_000, 1)]
    expect([...chunks(lakeAnalysis, 10_000, 1)].map((one, at) => one === first[at])).toEqual([
      true,
      true,
    ])
    expect([...chunks(lakeAnalysis, 10_000, 2)][0]).not.toBe(first[0])
    expect([...chunks(lakeAnalysis, 10_000, 1)][0]).not.toBe(first[0])
  })

  it('is the answers of a reading that did not change', async () => {
    const runs: string[] = []
    const counting: MakeAnswers = (reading, outputs) => {
      const answer = answersByKernels(reading, outputs)
      return (columns: CaseColumns) => {
        runs.push(reading.view.mode)
        return answer(columns)
      }
    }
    const surroundings = { answers: cachedAnswers(counting), chunks: keptChunks(), pause: always }
    const small = { ...scenario, rows: 2000 }
    await compareScenario(lakeAnalysis, small, surroundings)
    await compareScenario(lakeAnalysis, withParameter(small, 'marshLimit', '6'), surroundings)
    await compareScenario(lakeAnalysis, small, surroundings)
    expect(runs).toEqual(['text', 'proposal:marsh', 'proposal:marsh'])
  })
})
