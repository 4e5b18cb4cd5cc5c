import type { ComparedCell, PopulationComparison, Program } from '#rules'
import { shareInWords } from '#rules'
import { useState } from 'react'
import { Button } from '../shell/controls.tsx'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { groupDigits } from '../words/numbers.ts'
import { Examples } from './examples.tsx'
import { measuresOf, weightText } from './measures.ts'
import type { Scenario } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly comparison: PopulationComparison
}

/** Every transition in which cases come out otherwise, the largest first, with examples. */
export function Moves({ program, scenario, comparison }: Props) {
  const [open, setOpen] = useState('')
  const { cells, rows, categories } = comparison
  const labels = new Map(categories.map(({ key, label }) => [key, label]))
  const changed = cells
    .filter(({ changedRows }) => changedRows > 0)
    .sort((a, b) => b.changedRows - a.changedRows)
  const counted = measuresOf(comparison).filter(({ measure }) => measure !== 'cases')
  if (changed.length === 0) {
    return <p>No case of this population comes out otherwise.</p>
  }
  return (
    <ScrollTable label="Cases that come out otherwise" className="moves">
      <thead>
        <tr>
          <th scope="col">Before</th>
          <th scope="col">After</th>
          <th scope="col" className="number">
            Cases
          </th>
          {counted.map(({ title, unit }) => (
            <th key={title} scope="col" className="number" title={title}>
              {unit}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">Examples</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changed.map((cell) => (
          <MoveRow
            key={keyOf(cell)}
            {...{ cell, labels, rows, counted }}
            isOpen={open === keyOf(cell)}
            onOpen={() => setOpen(open === keyOf(cell) ? '' : keyOf(cell))}
          >
            <Examples program={program} scenario={scenario} examples={cell.examples} />
          </MoveRow>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const keyOf = ({ from, to }: ComparedCell): string => `${from} => ${to}`

interface RowProps {
  readonly cell: ComparedCell
  readonly labels: ReadonlyMap<string, string>
  readonly rows: number
  readonly counted: ReturnType<typeof measuresOf>
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly children: React.ReactNode
}

function MoveRow({ cell, labels, rows, counted, isOpen, onOpen, children }: RowProps) {
  const { from, to, changedRows } = cell
  return (
    <>
      <tr>
        <td data-label="Before">{labels.get(from)}</td>
        <td data-label="After">
          <strong>{from === to ? `${labels.get(to)}, with another value` : labels.get(to)}</strong>
        </td>
        <td className="number" data-label="Cases">
          {groupDigits(String(changedRows))}
          <span className="quiet small">{shareInWords(changedRows, rows)}</span>
        </td>
        {counted.map(({ measure, unit }) => (
          <td key={unit} className="number" data-label={unit}>
            {weightText(cell, measure)}
          </td>
        ))}
        <td>
          <Button type="button" unstyled aria-expanded={isOpen} onClick={onOpen}>
            Examples
            <span className="visually-hidden">
              {' '}
              of {labels.get(from)} to {labels.get(to)}
            </span>
          </Button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="detail-row">
          <td colSpan={4 + counted.length}>{children}</td>
        </tr>
      ) : null}
    </>
  )
}
