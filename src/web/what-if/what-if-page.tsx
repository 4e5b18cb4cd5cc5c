import type { Program } from '#rules'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useAddressedProgram } from '../program/programs.ts'
import { useToday } from '../shell/environment.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { EvasionSection } from './evasion-section.tsx'
import { ReproduceComparison } from './reproduce-comparison.tsx'
import { Results } from './results.tsx'
import { ScenarioForm } from './scenario-form.tsx'
import type { Scenario } from './scenario.ts'
import { paramsOf, rowsInBrowserMax, scenarioOf } from './scenario.ts'
import { ServerRun } from './server-run.tsx'
import { useComparison } from './use-comparison.ts'
import './what-if.css'

/** What a reform would do: to whom, how much, why, and how it could be evaded. */
export function WhatIfPage() {
  const program = useAddressedProgram()
  if (!program) return <NotFound what="program" />
  return program.population ? <Page program={program} /> : <NotFound what="population" />
}

function Page({ program }: { readonly program: Program }) {
  const [scenario, setScenario] = useScenario(program)
  const comparison = useComparison(program, scenario)
  const isLarge = scenario.rows > rowsInBrowserMax
  const evasion = (
    <EvasionSection
      program={program}
      scenario={scenario}
      evasions={comparison.evasions ?? []}
      series={comparison.series ?? []}
    />
  )
  return (
    <div className="page what-if">
      <PageHeading
        title="What if"
        kicker={<Link href={`/programs/${program.id}`}>{program.title}</Link>}
      >
        <p className="lead">
          Change a rule or a number and see which cases would come out otherwise, for whom, and how
          the new rule could be evaded. The cases are invented: they show what the rules do, not how
          many such cases there are.
        </p>
      </PageHeading>
      <ScenarioForm program={program} scenario={scenario} onChange={setScenario} />
      {isLarge ? (
        <ServerRun program={program} scenario={scenario}>
          {evasion}
        </ServerRun>
      ) : (
        <Results program={program} scenario={scenario} state={comparison}>
          {evasion}
        </Results>
      )}
      <ReproduceComparison program={program} scenario={scenario} run={comparison.run} />
    </div>
  )
}

const settleMilliseconds = 400

/** The scenario of the address; changes show at once and join the address when they have settled. */
function useScenario(program: Program): readonly [Scenario, (scenario: Scenario) => void] {
  const today = useToday()
  const [params, setParams] = useSearchParams()
  const stated = useMemo(() => scenarioOf(program, params, today), [program, params, today])
  const [draft, setDraft] = useState<Scenario>()
  const timer = useRef<number>(undefined)
  useEffect(() => () => window.clearTimeout(timer.current), [])
  const address = params.toString()
  const [known, setKnown] = useState(address)
  if (known !== address) {
    // The address has changed, by this page or by going back: it is what counts.
    setKnown(address)
    setDraft(undefined)
  }
  const change = (scenario: Scenario): void => {
    setDraft(scenario)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setParams(paramsOf(scenario)), settleMilliseconds)
  }
  return [draft ?? stated, change]
}
