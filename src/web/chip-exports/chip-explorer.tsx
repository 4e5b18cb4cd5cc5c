import { Button, Checkbox, Label, Select } from '../shell/controls.tsx'
import { useMemo } from 'react'
import { useSearchParams } from 'wouter'
import { download } from '../words/download.ts'
import { chipCsv } from './chip-csv.ts'
import type { ChipFilter } from './chip-filter.ts'
import { filtered, legWords } from './chip-filter.ts'
import type { ChipLine, Leg } from './chip-line.ts'
import { ChipTable } from './chip-table.tsx'

/** The table of chips with its filters, which are kept in the address. */
export function ChipExplorer({ lines }: { readonly lines: readonly ChipLine[] }) {
  const [params, setParams] = useSearchParams()
  const search = params.get('search') ?? ''
  const leg = legOfText(params.get('leg'))
  const conflictsOnly = params.get('conflicts') === 'only'
  const shown = useMemo(
    () => filtered(lines, { search, leg, conflictsOnly }),
    [lines, search, leg, conflictsOnly],
  )
  const set = (name: string, value: string): void =>
    setParams(
      (current) => {
        if (value === '') current.delete(name)
        else current.set(name, value)
        return current
      },
      { replace: true },
    )
  return (
    <section aria-labelledby="table">
      <h2 id="table">All chips</h2>
      <Filters filter={{ search, leg, conflictsOnly }} set={set} />
      <div className="heading-row">
        <p role="status" className="quiet">
          {shown.length} of {lines.length} chips
        </p>
        <Button
          type="button"
          unstyled
          onClick={() => download('chips.csv', chipCsv(shown), 'text/csv')}
        >
          Download these rows as CSV
        </Button>
      </div>
      <ChipTable
        lines={shown}
        sorting={params.get('sort') ?? ''}
        onSorting={(sorting) => set('sort', sorting)}
      />
    </section>
  )
}

const legs: readonly Leg[] = ['a', 'b', 'none', 'unknown']
const legOfText = (text: string | null): Leg | '' => legs.find((leg) => leg === text) ?? ''

interface FiltersProps {
  readonly filter: ChipFilter
  readonly set: (name: string, value: string) => void
}

function Filters({ filter, set }: FiltersProps) {
  return (
    <div className="filters" role="search" aria-label="Narrow the table">
      <div>
        <Label htmlFor="chip-search">Name or maker</Label>
        <input
          id="chip-search"
          type="text"
          inputMode="search"
          autoComplete="off"
          className="usa-input"
          value={filter.search}
          onChange={({ target }) => set('search', target.value)}
        />
      </div>
      <div>
        <Label htmlFor="chip-leg">Classification</Label>
        <Select
          id="chip-leg"
          name="leg"
          value={filter.leg}
          onChange={({ target }) => set('leg', target.value)}
        >
          <option value="">All</option>
          {legs.map((leg) => (
            <option key={leg} value={leg}>
              {legWords[leg].charAt(0).toUpperCase() + legWords[leg].slice(1)}
            </option>
          ))}
        </Select>
      </div>
      <Checkbox
        id="chip-conflicts"
        name="conflicts"
        label="Only where sources disagree"
        checked={filter.conflictsOnly}
        onChange={({ target }) => set('conflicts', target.checked ? 'only' : '')}
      />
    </div>
  )
}
