import type { PopulationRun, Program } from '#rules'
import { useEffect, useRef, useState } from 'react'
import type { Evasion, EvasionSeries } from './evasion.ts'
import type { CompareReply, CompareRequest } from './messages.ts'
import type { Scenario } from './scenario.ts'
import { rowsInBrowserMax } from './scenario.ts'

/** What is known of a scenario in this browser; the last answers stay until there are newer ones. */
export interface ComparisonState {
  readonly run?: PopulationRun
  readonly milliseconds?: number
  readonly evasions?: readonly Evasion[]
  readonly series?: readonly EvasionSeries[]
  /** How much of the newest comparison is done; absent when it is finished. */
  readonly progress?: { readonly done: number; readonly total: number }
  readonly problems: readonly string[]
}

/** What the worker said of the request with this id, on top of what it said of earlier ones. */
interface Said extends ComparisonState {
  readonly id: string
}

/** Asks a worker about a scenario, anew whenever the scenario changes. */
export function useComparison(program: Program, scenario: Scenario): ComparisonState {
  const worker = useRef<Worker>(undefined)
  const newest = useRef('')
  const [said, setSaid] = useState<Said>({ id: '', problems: [] })
  useEffect(() => {
    const made = new Worker(new URL('./population-worker.ts', import.meta.url), { type: 'module' })
    worker.current = made
    made.addEventListener('message', ({ data }: MessageEvent<CompareReply>) => {
      if (data.id === newest.current) setSaid((before) => after(before, data))
    })
    made.addEventListener('error', () => {
      const problem = 'This browser could not run the comparison. The command below does.'
      setSaid({ id: newest.current, problems: [problem] })
    })
    return () => made.terminate()
  }, [])
  const id = JSON.stringify(scenario)
  useEffect(() => {
    const wanted = JSON.parse(id) as Scenario
    const comparesPopulation = wanted.rows <= rowsInBrowserMax
    const request: CompareRequest = {
      id,
      program: program.id,
      scenario: wanted,
      comparesPopulation,
    }
    newest.current = id
    worker.current?.postMessage(request)
  }, [program, id])
  if (said.id === id) return said
  return { ...said, problems: [], progress: { done: 0, total: scenario.rows } }
}

function after(before: Said, reply: CompareReply): Said {
  const { id } = reply
  const kept = before.id === id ? before : { ...before, id, problems: [] }
  switch (reply.kind) {
    case 'progress':
      return { ...kept, progress: { done: reply.done, total: reply.total } }
    case 'evasions':
      return { ...kept, evasions: reply.evasions, progress: kept.progress ?? nothingYet }
    case 'series':
      return { ...kept, series: reply.series }
    case 'done': {
      const { run, milliseconds } = reply
      const { evasions, series } = kept
      return {
        ...{ id, run, milliseconds, problems: [] },
        ...(evasions ? { evasions } : {}),
        ...(series ? { series } : {}),
      }
    }
    case 'refused':
      return { id, problems: reply.problems }
  }
}

const nothingYet = { done: 0, total: 0 }
