import type { Program } from '#rules'
import { Link } from 'wouter'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { modesOf } from '../words/labels.ts'
import { Packs } from './packs.tsx'
import { useAddressedProgram } from './programs.ts'
import { WorkedCases } from './worked-cases.tsx'

/** What a program is, how its law can be read, its worked cases, and the law it is made of. */
export function AboutPage() {
  const program = useAddressedProgram()
  return program ? <Page program={program} /> : <NotFound what="program" />
}

function Page({ program }: { readonly program: Program }) {
  const { id, title, summary, authority, rules } = program
  const { facts, definitions, clauses } = rules.text
  return (
    <div className="page">
      <PageHeading title={title} kicker="Program">
        <p className="lead">{summary}</p>
        <p className="actions">
          <Link href={`/programs/${id}/apply`} className="usa-button">
            Start
          </Link>
        </p>
      </PageHeading>
      <section aria-labelledby="authority">
        <h2 id="authority">What it rests on</h2>
        <ul>
          {authority.map(({ provision }) => (
            <li key={provision}>{provision}</li>
          ))}
        </ul>
        <p>
          {clauses.length} clauses, each with its citation and its dates, reach {definitions.length}{' '}
          conclusions from {facts.length} facts. The digest of exactly these rules is{' '}
          <code className="digest">{rules.hash}</code>.
        </p>
      </section>
      <section aria-labelledby="readings">
        <h2 id="readings">Readings of the law</h2>
        <p>Every question can be asked under any of these, as of any day since the rules began.</p>
        <dl className="definitions">
          {modesOf(program).map((reading) => (
            <div key={reading.mode}>
              <dt>{reading.title}</dt>
              <dd>{reading.about}</dd>
            </div>
          ))}
        </dl>
      </section>
      <WorkedCases program={program} />
      <Packs rules={rules} />
    </div>
  )
}
