import type { PopulationRun, Program } from '#rules'
import { useState } from 'react'
import { Button } from '../shell/controls.tsx'
import { download, jsonText } from '../words/download.ts'
import type { Scenario } from './scenario.ts'
import { commandOf } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly run: PopulationRun | undefined
}

/** How anyone gets the same figures elsewhere: the command, the address, and the whole result. */
export function ReproduceComparison({ program, scenario, run }: Props) {
  const [said, setSaid] = useState('')
  const command = commandOf(program, scenario)
  const copy = (text: string, what: string): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(`${what} copied.`),
      () => setSaid('This browser does not let pages copy. Select the text instead.'),
    )
  }
  return (
    <section aria-labelledby="reproduce" className="no-print">
      <h2 id="reproduce">Share and reproduce</h2>
      <p>
        The address of this page is the whole scenario. The command gives the same figures: the same
        rules, population and seed give the same cases.
      </p>
      <pre tabIndex={0} aria-label="Command" className="command">
        {command}
      </pre>
      <p className="actions">
        <Button type="button" outline onClick={() => copy(command, 'Command')}>
          Copy the command
        </Button>
        <Button type="button" outline onClick={() => copy(window.location.href, 'Address')}>
          Copy the address
        </Button>
        {run === undefined ? null : (
          <Button
            type="button"
            outline
            onClick={() =>
              download(`${program.id}-what-if.json`, jsonText(run), 'application/json')
            }
          >
            Download as JSON
          </Button>
        )}
        <span role="status" className="quiet">
          {said}
        </span>
      </p>
      <p className="quiet small">
        Rules with the digest <code className="digest">{program.rules.hash}</code>.
      </p>
    </section>
  )
}
