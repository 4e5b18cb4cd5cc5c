import { useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import { ScrollTable } from '../shell/scroll-table.tsx'
import { columns, features, numeric } from './chip-columns.tsx'
import { ChipDetail } from './chip-detail.tsx'
import type { ChipLine, ChipRow } from './chip-line.ts'

interface Props {
  readonly lines: readonly ChipLine[]
  /** `tpp` for ascending, `-tpp` for descending, empty for the order of the table. */
  readonly sorting: string
  readonly onSorting: (sorting: string) => void
}

/** Chips in rows; a heading sorts, and the button of a row opens the sources of its numbers. */
export function ChipTable({ lines, sorting, onSorting }: Props) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const id = sorting.replace(/^-/, '')
  const isDescending = sorting.startsWith('-')
  const state = useMemo(
    () => ({ sorting: id === '' ? [] : [{ id, desc: isDescending }] }),
    [id, isDescending],
  )
  const data = useMemo(() => [...lines], [lines])
  const table = useTable({ features, columns, data, state, getRowId: ({ row }) => row.name })
  const toggle = (name: string): void => {
    const next = new Set(opened)
    if (!next.delete(name)) next.add(name)
    setOpened(next)
  }
  const sort = (column: string): void => onSorting(nextSorting(sorting, column))
  return (
    <ScrollTable label="Chips" className="chip-table">
      <thead>
        <tr>
          {table.getHeaderGroups()[0]?.headers.map((header) => (
            <SortHeading
              key={header.id}
              column={header.column.id}
              direction={
                header.column.id !== id ? 'none' : isDescending ? 'descending' : 'ascending'
              }
              onSort={() => sort(header.column.id)}
            >
              <table.FlexRender header={header} />
            </SortHeading>
          ))}
          <th scope="col">
            <span className="visually-hidden">Sources</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <Lines
            key={row.id}
            chip={row.original.row}
            isOpen={opened.has(row.id)}
            onToggle={() => toggle(row.id)}
          >
            {row.getAllCells().map((cell, index) => (
              <Cell key={cell.id} isHeading={index === 0} isNumber={numeric.has(cell.column.id)}>
                <table.FlexRender cell={cell} />
              </Cell>
            ))}
          </Lines>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** Numbers sort from the largest first, names from A; the third press gives back the first order. */
function nextSorting(sorting: string, column: string): string {
  const [first, second] = numeric.has(column) ? [`-${column}`, column] : [column, `-${column}`]
  return sorting === first ? second : sorting === second ? '' : first
}

interface HeadingProps {
  readonly column: string
  readonly direction: 'none' | 'ascending' | 'descending'
  readonly onSort: () => void
  readonly children: React.ReactNode
}

const arrows = { none: '', ascending: ' ▲', descending: ' ▼' } as const

function SortHeading({ column, direction, onSort, children }: HeadingProps) {
  return (
    <th scope="col" aria-sort={direction} className={numeric.has(column) ? 'number' : undefined}>
      <button type="button" className="sort" onClick={onSort}>
        {children}
        <span aria-hidden="true">{arrows[direction]}</span>
      </button>
    </th>
  )
}

interface LinesProps {
  readonly chip: ChipRow
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly children: React.ReactNode
}

/** The row of a chip and, when opened, the sources of its numbers below it. */
function Lines({ chip, isOpen, onToggle, children }: LinesProps) {
  return (
    <>
      <tr>
        {children}
        <td>
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-expanded={isOpen}
            onClick={onToggle}
          >
            Sources<span className="visually-hidden"> of {chip.name}</span>
          </button>
        </td>
      </tr>
      {isOpen ? (
        <tr className="detail-row">
          <td colSpan={columns.length + 1}>
            <ChipDetail row={chip} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

interface CellProps {
  readonly isHeading: boolean
  readonly isNumber: boolean
  readonly children: React.ReactNode
}

function Cell({ isHeading, isNumber, children }: CellProps) {
  if (isHeading) return <th scope="row">{children}</th>
  return <td className={isNumber ? 'number' : undefined}>{children}</td>
}
