import type { Law, Program } from '#rules'
import { lawOf, viewOf } from '#rules'
import { useDeferredValue, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { ReadingForm } from '../determination/reading-form.tsx'
import { useAddressedProgram } from '../program/programs.ts'
import { Alert } from '../shell/controls.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { modeTitle } from '../words/labels.ts'
import { counted } from '../words/numbers.ts'
import type { Reading } from './addressed-reading.ts'
import { graphHref, useAddressedReading } from './addressed-reading.ts'
import { LawBody } from './law-body.tsx'
import { LawDownloads } from './law-downloads.tsx'
import { matching, sectionWords } from './law-search.ts'
import { useTarget } from './use-target.ts'
import '../styles/rules.css'

/** The rules of a program printed as law, as of any day and in any reading. */
export function RulesPage() {
  const program = useAddressedProgram()
  return program ? <Page program={program} /> : <NotFound what="program" />
}

function Page({ program }: { readonly program: Program }) {
  const [reading, setReading] = useAddressedReading(program)
  const { asOf, mode } = reading
  const law = useMemo(() => {
    const found = viewOf(program.rules, asOf, mode)
    return found.ok ? lawOf(found.view, program) : undefined
  }, [program, asOf, mode])
  return (
    <div className="page rules">
      <PageHeading
        title="The rules as law"
        kicker={<Link href={`/programs/${program.id}`}>{program.title}</Link>}
      >
        <p className="lead">
          Every rule that decides here, in sentences, with its source, its days and its exceptions.
          A reading aid: the provisions cited are the law.
        </p>
      </PageHeading>
      <section className="card reading-card" aria-label="Day and reading of the law">
        <ReadingForm program={program} reading={reading} onChange={setReading} />
      </section>
      {law ? <Printed program={program} law={law} reading={reading} /> : null}
    </div>
  )
}

interface Props {
  readonly program: Program
  readonly law: Law
  readonly reading: Reading
}

function Printed({ program, law, reading }: Props) {
  const [query, setQuery] = useState('')
  const deferred = useDeferredValue(query)
  const words = useMemo(
    () => new Map(law.sections.map((section) => [section, sectionWords(section)])),
    [law],
  )
  const sections = useMemo(() => matching(law, words, deferred), [law, words, deferred])
  const missing = useTarget(sections, () => setQuery(''))
  return (
    <>
      <p className="rules-links">
        <Link href={graphHref(program, reading)}>See how the conclusions rest on each other</Link>
      </p>
      <div className="rules-search" role="search">
        <label className="usa-label" htmlFor="rules-search">
          Search these rules
        </label>
        <input
          id="rules-search"
          className="usa-input"
          type="search"
          value={query}
          autoComplete="off"
          onChange={({ target }) => setQuery(target.value)}
        />
        <p className="quiet small" role="status">
          {query === ''
            ? `${counted(law.sections.length, 'section')}, ${modeTitle(program, law.mode)}, as of ${law.asOf}.`
            : `${counted(sections.length, 'section')} of ${law.sections.length} with “${query}”.`}
        </p>
      </div>
      {missing === undefined ? null : <NotHere program={program} law={law} />}
      <LawBody law={law} sections={sections} isWhole={deferred === ''} />
      <LawDownloads program={program} law={law} />
    </>
  )
}

function NotHere({ program, law }: Pick<Props, 'program' | 'law'>) {
  return (
    <Alert type="info" headingLevel="h2" heading="That paragraph does not count here">
      <p>
        The link leads to a paragraph that is not counted under “{modeTitle(program, law.mode)}” on{' '}
        {law.asOf}. Choose another day or reading; each section says what it leaves out, and why.
      </p>
    </Alert>
  )
}
