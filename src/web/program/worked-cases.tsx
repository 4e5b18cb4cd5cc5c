import type { Program, WorkedCase } from '#rules'
import { Link } from 'wouter'
import { modeTitle } from '../words/labels.ts'
import { expectedOf } from './expectation.ts'

/** Cases with known answers, by group: what they expect, where that is from, and a way to run each. */
export function WorkedCases({ program }: { readonly program: Program }) {
  const { cases } = program
  const groups = [...new Set(cases.map(({ group }) => group))]
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">Worked cases</h2>
      <p>
        {cases.length} cases whose answer is known from a source, in {groups.length} groups. They
        are the tests of the rules, and each can be run here.
      </p>
      {groups.map((group, index) => (
        <details key={group} className="case-group" open={index === 0}>
          <summary>
            {group}{' '}
            <span className="quiet">({cases.filter((one) => one.group === group).length})</span>
          </summary>
          <ul className="case-list">
            {cases
              .filter((one) => one.group === group)
              .map((one) => (
                <Case key={one.id} program={program} worked={one} />
              ))}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Case({ program, worked }: { readonly program: Program; readonly worked: WorkedCase }) {
  return (
    <li>
      <Link href={`/programs/${program.id}/cases/${worked.id}`}>{worked.title}</Link>
      <span className="below">Expected: {expectedOf(program, worked).join('; ')}</span>
      <span className="below quiet small">
        {modeTitle(program, worked.mode)}, as of {worked.asOf}. {worked.source}
      </span>
    </li>
  )
}
