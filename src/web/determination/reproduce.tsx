import type { DeterminationDocument, Program } from '#rules'
import { Button } from '../shell/controls.tsx'
import { useState } from 'react'
import type { ReadCase } from '../draft/reading.ts'
import { fragmentOf } from '../draft/draft-link.ts'
import { emptyDraft } from '../draft/draft.ts'
import { download, jsonText } from '../words/download.ts'

interface Props {
  readonly program: Program
  readonly read: ReadCase
  readonly document: DeterminationDocument
}

/** How anyone gets the same answer elsewhere: the case file and the command. */
export function Reproduce({ program, read, document }: Props) {
  const name = `${program.id}-case.json`
  const { asOf, mode, parameters } = read
  const assumed = Object.keys(parameters).length === 0 ? {} : { parameters }
  const file = jsonText({ facts: document.facts, asOf, mode, ...assumed })
  const command = `npx proviso decide ${program.id} ${name}`
  return (
    <section aria-labelledby="reproduce" className="reproduce no-print">
      <h2 id="reproduce">Keep it, share it, reproduce it</h2>
      <p className="actions">
        <Button
          type="button"
          outline
          onClick={() =>
            download(`${program.id}-determination.json`, jsonText(document), 'application/json')
          }
        >
          Download as JSON
        </Button>
        <Button type="button" outline onClick={() => window.print()}>
          Print
        </Button>
        <CopyLink program={program} read={read} />
      </p>
      <details className="more">
        <summary>Get the same answer from the command line</summary>
        <p>
          Save the case file, then run the command. The rules have the digest{' '}
          <code className="digest">{document.rulesHash}</code>.
        </p>
        <pre tabIndex={0} aria-label="Command">
          {command}
        </pre>
        <pre tabIndex={0} aria-label="Case file" className="case-file">
          {file}
        </pre>
        <Button type="button" outline onClick={() => download(name, file, 'application/json')}>
          Download the case file
        </Button>
      </details>
    </section>
  )
}

function CopyLink({ program, read }: Pick<Props, 'program' | 'read'>) {
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    const draft = {
      ...emptyDraft(read.asOf, read.mode),
      facts: read.facts,
      parameters: read.parameters,
    }
    const path = `/programs/${program.id}/determination${fragmentOf(draft)}`
    await navigator.clipboard.writeText(window.location.origin + path)
  }
  return (
    <>
      <Button
        type="button"
        outline
        onClick={() => {
          copy().then(
            () => setSaid('Link copied. It holds the facts themselves: whoever has it reads them.'),
            () => setSaid('This browser does not let pages copy. Use the case file instead.'),
          )
        }}
      >
        Copy a link to these facts
      </Button>
      <span role="status" className="quiet">
        {said}
      </span>
    </>
  )
}
