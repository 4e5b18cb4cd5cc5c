import { lazy, Suspense } from 'react'
import { Loading } from '../shell/loading.tsx'
import { PageHeading } from '../shell/page-heading.tsx'

const ProgramList = lazy(() =>
  import('./program-list.tsx').then((module) => ({ default: module.ProgramList })),
)

/** What Proviso is, and the programs to start from. */
export function HomePage() {
  return (
    <div className="page">
      <PageHeading title="What does the law say about your case?">
        <p className="lead">
          Proviso answers what a conditional public program says about your case, with the provision
          of law behind every reason. The rules run in this browser: your answers stay here until
          you choose to save them.
        </p>
      </PageHeading>
      <Suspense fallback={<Loading what="the programs" />}>
        <ProgramList />
      </Suspense>
      <section aria-labelledby="how">
        <h2 id="how">How it works</h2>
        <ol className="steps">
          <li>
            <strong>Answer only what is needed.</strong> Questions that can no longer change the
            answer are not asked, and “I don’t know” is a full answer.
          </li>
          <li>
            <strong>Read why.</strong> The answer is on your facts, under one reading of the law, as
            of one day. Change the day or the reading and see what changes.
          </li>
          <li>
            <strong>Keep proof.</strong> A recorded answer comes with a receipt that anyone can
            check without asking us.
          </li>
        </ol>
      </section>
    </div>
  )
}
