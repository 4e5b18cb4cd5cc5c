import type { PopulationRun, Program } from '#rules'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { ask, ServerProblem } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import { Button } from '../shell/controls.tsx'
import { groupDigits } from '../words/numbers.ts'
import { KeyFigures } from './key-figures.tsx'
import { Findings } from './results.tsx'
import type { Scenario } from './scenario.ts'

/** A job as the server gives it. */
interface Job {
  readonly id: string
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly progress?: { readonly done: number; readonly total: number }
  readonly result?: PopulationRun
  readonly problem?: { readonly message: string }
  readonly keptUntil: string
}

interface Running {
  readonly key: string
  readonly scenario: Scenario
  readonly job: Job
}

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  /** What is known without the population. */
  readonly children: ReactNode
}

const pollMilliseconds = 1000
const isUnder = ({ status }: Job): boolean => status === 'waiting' || status === 'running'

/** A comparison too large for the browser: a job of the server that can be watched and cancelled. */
export function ServerRun({ program, scenario, children }: Props) {
  const [running, setRunning] = useState<Running>()
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    if (!running || !isUnder(running.job)) return undefined
    const timer = setTimeout(() => {
      ask<Job>(`/api/jobs/${running.job.id}`, { key: running.key }).then(
        (job) => setRunning({ ...running, job }),
        (problem: unknown) => {
          // A server that is away for a moment is asked again; a refusal is final.
          if (problem instanceof ServerProblem && problem.status === 0) setRunning({ ...running })
          else setError(problem)
        },
      )
    }, pollMilliseconds)
    return () => clearTimeout(timer)
  }, [running])
  const start = (): void => {
    setError(undefined)
    startJob(program, scenario).then(
      ({ job, jobKey }) => setRunning({ key: jobKey, scenario, job }),
      setError,
    )
  }
  const cancel = ({ key, job, scenario: of }: Running): void => {
    ask<Job>(`/api/jobs/${job.id}/cancel`, { method: 'POST', key }).then(
      (ended) => setRunning({ key, scenario: of, job: ended }),
      setError,
    )
  }
  const isCurrent = running && JSON.stringify(running.scenario) === JSON.stringify(scenario)
  return (
    <>
      <section aria-labelledby="server-run">
        <h2 id="server-run">On the server</h2>
        {error === undefined ? null : (
          <ProblemAlert title="The server cannot do this" error={error} />
        )}
        {running && isUnder(running.job) ? (
          <JobProgress running={running} onCancel={() => cancel(running)} />
        ) : (
          <p className="actions">
            <Button type="button" onClick={start}>
              Compare {groupDigits(String(scenario.rows))} cases on the server
            </Button>
          </p>
        )}
        {running ? (
          <JobEnd running={running} isCurrent={isCurrent === true} program={program} />
        ) : null}
      </section>
      {children}
    </>
  )
}

function startJob(program: Program, { baseline, reform, rows, seed }: Scenario) {
  return ask<{ readonly job: Job; readonly jobKey: string }>(
    `/api/programs/${program.id}/what-if/jobs`,
    { method: 'POST', body: { baseline, reform, population: { rows, seed } } },
  )
}

function JobProgress({ running, onCancel }: { readonly running: Running; onCancel: () => void }) {
  const { job, scenario } = running
  const { done = 0, total = scenario.rows } = job.progress ?? {}
  const percent = total === 0 ? 0 : Math.floor((done * 100) / total)
  return (
    <div className="card job">
      <label htmlFor="job-progress">
        {job.status === 'waiting'
          ? 'Waiting for a worker'
          : `Compared ${groupDigits(String(done))} of ${groupDigits(String(total))} cases (${percent}%)`}
      </label>
      <progress id="job-progress" max={total} value={done} />
      <p className="actions">
        <Button type="button" outline onClick={onCancel}>
          Cancel
        </Button>
        <span className="quiet small">
          The work goes on when you leave this page, but only this tab can open the result.
        </span>
      </p>
    </div>
  )
}

interface EndProps {
  readonly program: Program
  readonly running: Running
  readonly isCurrent: boolean
}

function JobEnd({ program, running, isCurrent }: EndProps) {
  const { job, scenario } = running
  if (job.status === 'cancelled') return <p role="status">Cancelled. Nothing was kept.</p>
  if (job.status === 'failed') {
    return <ProblemAlert title="The comparison failed" error={new Error(job.problem?.message)} />
  }
  if (!job.result) return null
  return (
    <>
      <p className="run-status" role="status">
        <strong>{job.result.statement}</strong>{' '}
        {isCurrent ? null : 'The scenario above has been changed since.'}
      </p>
      <KeyFigures comparison={job.result.comparison} evasions={[]} />
      <Findings program={program} scenario={scenario} run={job.result} isStale={!isCurrent} />
    </>
  )
}
