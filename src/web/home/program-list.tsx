import type { Program } from '#rules'
import { inSentence } from '#rules'
import { programs } from '#programs'
import { Link } from 'wouter'
import { recommendations } from './recommendations.ts'

/** The programs that can be used now, and the twelve recommendations they come from. */
export function ProgramList() {
  return (
    <>
      <section aria-labelledby="programs">
        <h2 id="programs">Programs</h2>
        {programs.map((program) => (
          <ProgramCard key={program.id} program={program} />
        ))}
      </section>
      <section aria-labelledby="recommendations">
        <h2 id="recommendations">The twelve recommendations</h2>
        <p>
          Each program carries out recommendations that the Institute for Progress made in March
          2025: help, permission or money in return for verified conditions.
        </p>
        <ol className="recommendations">
          {recommendations.map(({ title, about }, index) => (
            <li key={title}>
              <RecommendationTitle title={title} number={index + 1} />
              <span className="recommendation-about">{about}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

function ProgramCard({ program }: { readonly program: Program }) {
  const base = `/programs/${program.id}`
  return (
    <article className="card program-card">
      <h3>
        <Link href={base}>{program.title}</Link>
      </h3>
      <p>{program.summary}</p>
      <p className="actions">
        <Link href={`${base}/apply`} className="usa-button">
          Start: {inSentence(program.title)}
        </Link>
        <Link href={base}>About the program and {program.cases.length} worked cases</Link>
      </p>
    </article>
  )
}

function RecommendationTitle({
  title,
  number,
}: {
  readonly title: string
  readonly number: number
}) {
  const program = programs.find((one) => one.recommendations.includes(number))
  if (program) {
    return (
      <span className="recommendation-title">
        <Link href={`/programs/${program.id}`}>{title}</Link>
        <span className="tag tag-built">In {program.title}</span>
      </span>
    )
  }
  return (
    <span className="recommendation-title">
      {title}
      <span className="tag">Not built yet</span>
    </span>
  )
}
