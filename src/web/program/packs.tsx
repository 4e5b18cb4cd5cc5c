import type { PackDeclaration, RuleSet } from '#rules'
import { useToday } from '../shell/environment.ts'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { capitalized } from '../words/numbers.ts'
import { standingOf } from './standing.ts'

/** The legal instruments that the rules are made of, with dates and standing. */
export function Packs({ rules }: { readonly rules: RuleSet }) {
  const today = useToday()
  const { packs, clauses } = rules.text
  const countOf = (id: string): number => clauses.filter(({ pack }) => pack === id).length
  return (
    <section aria-labelledby="packs">
      <h2 id="packs">The law, instrument by instrument</h2>
      <ScrollTable label="Legal instruments">
        <thead>
          <tr>
            <th scope="col">Instrument</th>
            <th scope="col">From</th>
            <th scope="col">Standing today</th>
            <th scope="col">Verified</th>
            <th scope="col">Look again by</th>
            <th scope="col" className="number">
              Clauses
            </th>
          </tr>
        </thead>
        <tbody>
          {packs.map((pack) => (
            <Pack
              key={pack.id}
              pack={pack}
              standing={standingOf(rules, pack.id, today)}
              count={countOf(pack.id)}
            />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  )
}

interface PackProps {
  readonly pack: PackDeclaration
  readonly standing: string
  readonly count: number
}

function Pack({ pack, standing, count }: PackProps) {
  return (
    <tr>
      <th scope="row">
        {pack.title}
        <span className="below quiet small">{pack.instrument}</span>
        {pack.note === undefined ? null : <span className="below quiet small">{pack.note}</span>}
      </th>
      <td className="day">{pack.from}</td>
      <td>{capitalized(standing)}</td>
      <td className="day">{pack.verifiedAt}</td>
      <td className="day">{pack.recheckBy ?? 'not set'}</td>
      <td className="number">{count}</td>
    </tr>
  )
}
