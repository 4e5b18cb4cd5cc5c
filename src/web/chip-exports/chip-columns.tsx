import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
} from '@tanstack/react-table'
import { groupDigits } from '../words/numbers.ts'
import type { ChipLine } from './chip-line.ts'

/** What the table can do. */
export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
})

const helper = createColumnHelper<typeof features, ChipLine>()
// Only to put rows in order: what is shown stays exact text. Unknown numbers come last.
const order = (text: string | null): number | undefined =>
  text === null ? undefined : Number(text)
const last = { sortUndefined: 'last', sortDescFirst: true } as const
const notPublic = <span className="quiet">not public</span>
const number = (text: string | null) => (text === null ? notPublic : groupDigits(text))

/** The columns of the chip table, in order. */
export const columns = helper.columns([
  helper.accessor(({ row }) => row.name, {
    id: 'chip',
    header: 'Chip',
    sortFn: 'alphanumeric',
    cell: ({ row: { original } }) => (
      <>
        {original.row.name}
        <span className="below quiet small">
          {original.row.maker}, {original.row.year ?? 'year not public'}
        </span>
        {original.row.conflict === '' ? null : (
          <span className="tag tag-differs">sources disagree</span>
        )}
      </>
    ),
  }),
  helper.accessor(({ tpp }) => order(tpp), {
    id: 'tpp',
    header: 'TPP',
    ...last,
    cell: ({ row: { original } }) => number(original.tpp),
  }),
  helper.accessor(({ density }) => order(density), {
    id: 'density',
    header: 'Performance density',
    ...last,
    cell: ({ row: { original } }) => (
      <>
        {number(original.density)}
        {original.row.dieAreaEstimated === true && original.density !== null ? (
          <span className="below quiet small">area estimated</span>
        ) : null}
      </>
    ),
  }),
  helper.accessor(({ bandwidth }) => order(bandwidth), {
    id: 'bandwidth',
    header: 'Memory GB/s',
    ...last,
    cell: ({ row: { original } }) => number(original.bandwidth),
  }),
  helper.accessor(({ eccn }) => eccn, {
    id: 'eccn',
    header: 'Classification',
    sortFn: 'alphanumeric',
    cell: ({ row: { original } }) => <span data-leg={original.leg}>{original.eccn}</span>,
  }),
  helper.accessor(({ lppCount }) => (lppCount === undefined ? undefined : Number(lppCount)), {
    id: 'lpp',
    header: 'Whole chips under LPP',
    ...last,
    cell: ({ row: { original } }) =>
      original.lppCount === undefined ? (
        <span className="quiet">no LPP limit</span>
      ) : (
        groupDigits(String(original.lppCount))
      ),
  }),
])

/** Columns whose cells are numbers, set to the right. */
export const numeric: ReadonlySet<string> = new Set(['tpp', 'density', 'bandwidth', 'lpp'])
