import { programs } from '#programs'
import { Label, Select } from '../shell/controls.tsx'

interface Props {
  readonly program: string
  readonly status: string
  readonly onChange: (changes: Readonly<Record<string, string>>) => void
}

/** What cases can be, in the order in which they become it. */
const statuses: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'draft', label: 'Being filled in' },
  { value: 'decided', label: 'Decided' },
  { value: 'settled', label: 'Settled' },
  { value: 'released', label: 'Released' },
]

/** A status in words. */
export const statusLabel = (status: string): string =>
  statuses.find(({ value }) => value === status)?.label ?? status

/** Narrows the queue; both choices are kept in the address. */
export function CaseFilters({ program, status, onChange }: Props) {
  return (
    <div className="filters" role="search" aria-label="Narrow the queue">
      <div>
        <Label htmlFor="queue-program">Program</Label>
        <Select
          id="queue-program"
          name="program"
          value={program}
          onChange={({ target }) => onChange({ program: target.value })}
        >
          <option value="">All programs</option>
          {programs.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      <div>
        <Label htmlFor="queue-status">Status</Label>
        <Select
          id="queue-status"
          name="status"
          value={status}
          onChange={({ target }) => onChange({ status: target.value })}
        >
          <option value="">All</option>
          {statuses.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </div>
    </div>
  )
}
