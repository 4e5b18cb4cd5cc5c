import type { Program } from '#rules'
import { useEffect } from 'react'
import { Link, Redirect } from 'wouter'
import { KeepCase } from '../apply/keep-case.tsx'
import type { ReadCase } from '../draft/reading.ts'
import type { Draft } from '../draft/draft.ts'
import { adoptDraftFromAddress, useDraft } from '../draft/draft-store.ts'
import { useAddressedProgram } from '../program/programs.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHeading } from '../shell/page-heading.tsx'
import { DeterminationView } from './determination-view.tsx'

/** The determination of the case in this tab, or of the one that the address carries. */
export function DeterminationPage() {
  const program = useAddressedProgram()
  return program ? <Page program={program} /> : <NotFound what="program" />
}

function Page({ program }: { readonly program: Program }) {
  useEffect(() => adoptDraftFromAddress(program.id), [program])
  const { draft, update } = useDraft(program.id)
  const base = `/programs/${program.id}`
  if (!draft) {
    return window.location.hash === '' ? <Redirect to={`${base}/apply`} replace /> : null
  }
  return (
    <div className="page">
      <PageHeading title="Determination" kicker={<Link href={base}>{program.title}</Link>} />
      <DeterminationView
        program={program}
        read={draft}
        onRead={(read) => update((current) => reread(current, read))}
        questionHref={(name) => `${base}/apply/${name}`}
      >
        <KeepCase program={program} draft={draft} onDraft={update} />
      </DeterminationView>
    </div>
  )
}

const reread = (draft: Draft, { asOf, mode, parameters }: ReadCase): Draft => ({
  ...draft,
  asOf,
  mode,
  parameters,
})
