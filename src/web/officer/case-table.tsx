import { programById } from '#programs'
import { Button } from '../shell/controls.tsx'
import { Link } from 'wouter'
import type { CaseSummary } from '../server/types.ts'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { valueWords } from '../words/labels.ts'
import { timeWords } from '../words/times.ts'
import { statusLabel } from './case-filters.tsx'

interface Props {
  readonly cases: readonly CaseSummary[]
  readonly onMore?: () => void
}

/** Cases of the queue, the latest change first. */
export function CaseTable({ cases, onMore }: Props) {
  if (cases.length === 0) {
    return (
      <div className="card empty">
        <h2>No case here</h2>
        <p>No case matches these filters. Cases appear when someone saves one.</p>
      </div>
    )
  }
  return (
    <>
      <ScrollTable label="Cases">
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Program</th>
            <th scope="col">Status</th>
            <th scope="col">Outcome</th>
            <th scope="col">Changed</th>
            <th scope="col" className="number">
              Version
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ id, program, status, outcome, updatedAt, version }) => (
            <tr key={id}>
              <th scope="row" className="day">
                <Link href={`/officer/${id}`}>{id}</Link>
              </th>
              <td>{programById(program)?.title ?? program}</td>
              <td>{statusLabel(status)}</td>
              <td>{outcome === undefined ? '' : outcomeWords(program, outcome)}</td>
              <td className="day">{timeWords(updatedAt)}</td>
              <td className="number">{version}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {onMore ? (
        <Button type="button" outline onClick={onMore}>
          Next page
        </Button>
      ) : null}
    </>
  )
}

function outcomeWords(id: string, outcome: string): string {
  const rules = programById(id)?.rules
  const type = rules?.scope.definitions.get(rules.text.outcome)?.declaration.type
  return rules && type ? valueWords(rules, type, outcome) : outcome
}
