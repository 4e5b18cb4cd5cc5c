import type { DeterminationDocument, Program } from '#rules'
import { Button } from '../shell/controls.tsx'
import { useMemo, useRef } from 'react'
import { reasonTree } from './reason-tree.ts'
import { Step } from './reason-step.tsx'

interface Props {
  readonly program: Program
  readonly document: DeterminationDocument
}

/** Why: the conclusion at the root, each clause with what it read, down to the stated facts. */
export function Reasons({ program, document }: Props) {
  const tree = useMemo(() => reasonTree(document), [document])
  const section = useRef<HTMLElement>(null)
  const openAll = (isOpen: boolean): void => {
    section.current?.querySelectorAll('details').forEach((details) => {
      details.open = isOpen
    })
  }
  return (
    <section aria-labelledby="reasons" ref={section} className="reasons">
      <div className="heading-row">
        <h2 id="reasons">Why</h2>
        <p className="actions no-print">
          <Button type="button" unstyled onClick={() => openAll(true)}>
            Open all reasons
          </Button>
          <Button type="button" unstyled onClick={() => openAll(false)}>
            Close all
          </Button>
        </p>
      </div>
      <p className="quiet">
        Each step names the clauses that decided it, the law they cite, and the values they read.
        Open a step to see what it rests on.
      </p>
      <Step key={document.asOf + document.mode} program={program} node={tree.root} isOpen />
      {tree.others.length === 0 ? null : (
        <details className="more">
          <summary>Reasons of conclusions that the outcome did not rest on</summary>
          {tree.others.map((node) => (
            <Step key={node.trace.definition} program={program} node={node} isOpen={false} />
          ))}
        </details>
      )}
    </section>
  )
}
