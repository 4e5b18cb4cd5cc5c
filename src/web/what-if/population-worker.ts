import { programById } from '#programs'
import type { Program } from '#rules'
import { answersByKernels } from '#rules'
import { cachedAnswers } from './cached-answers.ts'
import { compareScenario, keptChunks } from './compare.ts'
import type { EvasionSeries } from './evasion.ts'
import { evasionSeries, evasionsOf, seriesKey } from './evasion.ts'
import type { CompareReply, CompareRequest } from './messages.ts'
import type { Scenario } from './scenario.ts'

// Runs beside the page, so that moving a slider never waits for an answer.
const answers = cachedAnswers(answersByKernels)
const chunks = keptChunks()
const drawn = new Map<string, readonly EvasionSeries[]>()
let newest = ''

const reply = (message: CompareReply): void => postMessage(message)

/** Lets newer requests in; false when one came. */
async function isNewest(id: string): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve))
  return id === newest
}

self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  newest = data.id
  void answer(data)
})

async function answer({ id, program: name, scenario, comparesPopulation }: CompareRequest) {
  const program = programById(name)
  if (!program || !(await isNewest(id))) return
  reply({ id, kind: 'evasions', evasions: evasionsOf(program, scenario) })
  if (comparesPopulation) await compare(id, program, scenario)
  if (!(await isNewest(id))) return
  const key = seriesKey(program, scenario)
  const series = drawn.get(key) ?? evasionSeries(program, scenario)
  drawn.set(key, series)
  reply({ id, kind: 'series', series })
}

async function compare(id: string, program: Program, scenario: Scenario): Promise<void> {
  const began = performance.now()
  const pause = (done: number): Promise<boolean> => {
    reply({ id, kind: 'progress', done, total: scenario.rows })
    return isNewest(id)
  }
  const compared = await compareScenario(program, scenario, { answers, chunks, pause })
  if (compared.kind === 'done') {
    const milliseconds = performance.now() - began
    reply({ id, kind: 'done', run: compared.run, milliseconds })
  } else if (compared.kind === 'refused') {
    reply({ id, kind: 'refused', problems: compared.problems })
  }
}
