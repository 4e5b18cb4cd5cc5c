import type { Program } from '#rules'
import { programById } from '#programs'
import { lazy, Suspense, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { ReadingForm } from '../determination/reading-form.tsx'
import { useToday } from '../shell/environment.ts'
import { Loading } from '../shell/loading.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import type { ChipReading } from './chip-line.ts'
import { chipLines } from './chip-line.ts'
import { ChipExplorer } from './chip-explorer.tsx'
import { CustomChip } from './custom-chip.tsx'
import { controlRegions } from './thresholds.ts'

const ChipPlot = lazy(() =>
  import('./chip-plot.tsx').then((module) => ({ default: module.ChipPlot })),
)

/** Every chip of the table under one reading of the law, as a plot and as a table. */
export function ChipsPage() {
  const program = programById('chip-exports')
  return program ? <Page program={program} /> : <NotFound />
}

function Page({ program }: { readonly program: Program }) {
  const today = useToday()
  const [reading, setReading] = useState<ChipReading>({ asOf: today, mode: 'text' })
  const lines = useMemo(() => chipLines(program, reading), [program, reading])
  const regions = useMemo(() => controlRegions(program, reading), [program, reading])
  return (
    <div className="page">
      <PageHeading
        title="Chips"
        kicker={<Link href={`/programs/${program.id}`}>{program.title}</Link>}
      >
        <p className="lead">
          Total processing performance, performance density and classification of {lines.length}{' '}
          chips, derived by the rules from published numbers. What is not public stays unknown.
        </p>
      </PageHeading>
      <section className="card" aria-label="Day and reading of the law">
        <ReadingForm program={program} reading={reading} onChange={setReading} />
      </section>
      <section aria-labelledby="plot">
        <h2 id="plot">Performance against performance density</h2>
        <Suspense fallback={<Loading what="the plot" />}>
          <ChipPlot lines={lines} regions={regions} />
        </Suspense>
      </section>
      <ChipExplorer lines={lines} />
      <CustomChip program={program} reading={reading} />
      <section aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <p>
          Each number has its own source, shown with the chip. E: Epoch AI, machine learning
          hardware (copy of January 2026). K: a public dashboard with links to data sheets. A: a
          public threshold analysis. R: the reference of this project. M: from memory. “Unverified”
          means that nobody compared the number with a data sheet. Where sources disagree, the chip
          is marked and the note says how.
        </p>
      </section>
    </div>
  )
}
