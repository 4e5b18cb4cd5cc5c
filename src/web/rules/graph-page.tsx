import type { Graph, Program, View } from '#rules'
import { anchorOf, coneOf, dotOf, graphOf, viewOf } from '#rules'
import { useMemo } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { ReadingForm } from '../determination/reading-form.tsx'
import { useAddressedProgram } from '../program/programs.ts'
import { Label, Select } from '../shell/controls.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import type { Reading } from './addressed-reading.ts'
import { graphHref, rulesHref, useAddressedReading } from './addressed-reading.ts'
import { Drawing } from './drawing.tsx'
import { GraphTable } from './graph-table.tsx'
import '../styles/rules.css'

/** How the conclusions of a program rest on each other: a drawing, and the same as a table. */
export function GraphPage() {
  const program = useAddressedProgram()
  return program ? <Page program={program} /> : <NotFound what="program" />
}

function Page({ program }: { readonly program: Program }) {
  const [reading, setReading] = useAddressedReading(program)
  const { asOf, mode } = reading
  const definition = useAddressedDefinition(program)
  const view = useMemo(() => {
    const found = viewOf(program.rules, asOf, mode)
    return found.ok ? found.view : undefined
  }, [program, asOf, mode])
  return (
    <div className="page rules">
      <PageHeading
        title="How the conclusions rest on each other"
        kicker={
          <>
            <Link href={`/programs/${program.id}`}>{program.title}</Link> ·{' '}
            <Link href={rulesHref(program, reading)}>The rules as law</Link>
          </>
        }
      />
      <section className="card reading-card" aria-label="Day and reading of the law">
        <ReadingForm program={program} reading={reading} onChange={setReading} />
        <Choice program={program} reading={reading} definition={definition} />
      </section>
      {view ? (
        <Shown program={program} reading={reading} view={view} definition={definition} />
      ) : null}
    </div>
  )
}

/** The definition that the address names, if the program has it. */
function useAddressedDefinition({ rules }: Program): string | undefined {
  const name = new URLSearchParams(useSearch()).get('definition')
  return name !== null && rules.scope.definitions.has(name) ? name : undefined
}

interface ChoiceProps {
  readonly program: Program
  readonly reading: Reading
  readonly definition: string | undefined
}

function Choice({ program, reading, definition }: ChoiceProps) {
  const [, navigate] = useLocation()
  return (
    <div className="graph-choice">
      <Label htmlFor="graph-definition">Show</Label>
      <Select
        id="graph-definition"
        value={definition ?? ''}
        onChange={({ target }) => {
          const chosen = target.value === '' ? undefined : target.value
          navigate(graphHref(program, reading, chosen))
        }}
      >
        <option value="">All conclusions</option>
        {program.rules.text.definitions.map(({ name, title }) => (
          <option key={name} value={name}>
            What this rests on: {title}
          </option>
        ))}
      </Select>
    </div>
  )
}

function Shown({ program, reading, view, definition }: ChoiceProps & { readonly view: View }) {
  const { asOf, mode } = reading
  const graph = useMemo(
    (): Graph => (definition === undefined ? undefined : coneOf(view, definition)) ?? graphOf(view),
    [view, definition],
  )
  const dot = useMemo(() => {
    const names = new Map(
      view.rules.text.definitions.map(({ name }) => [anchorOf.definition(name), name]),
    )
    return dotOf(graph, (anchor) => {
      const name = names.get(anchor)
      const isOther = name !== undefined && name !== definition
      const here = { asOf, mode }
      return isOther ? graphHref(program, here, name) : rulesHref(program, here, anchor)
    })
  }, [program, graph, view, definition, asOf, mode])
  const title =
    definition === undefined
      ? 'All conclusions'
      : `What “${view.rules.scope.definitions.get(definition)?.declaration.title ?? ''}” rests on`
  return (
    <>
      <h2>{title}</h2>
      <Drawing
        dot={dot}
        title={`Drawing: ${title}`}
        chosen={definition ?? view.rules.text.outcome}
      />
      <GraphTable
        program={program}
        reading={reading}
        graph={graph}
        view={view}
        definition={definition}
      />
    </>
  )
}
