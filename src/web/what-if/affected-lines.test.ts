import type { PopulationComparison } from '#rules'
import { describe, expect, it } from 'vitest'
import { affectedCsv, affectedLines } from './affected-lines.ts'

const cell = (from: string, to: string, rows: number, total: string, unknownRows = 0) => ({
  ...{ from, to, rows, changedRows: rows },
  quantities: [{ total, unknownRows }],
})
const dimension: PopulationComparison['dimensions'][number] = {
  fact: 'zone',
  title: 'Zone',
  members: [
    {
      ...{ value: 'marsh', label: 'Marsh, the', rows: 40, changedRows: 9 },
      cells: [cell('allowed', 'refused', 5, '12.5'), cell('open', 'refused', 4, '7.5', 1)],
    },
    {
      ...{ value: 'north', label: 'North', rows: 60, changedRows: 2 },
      cells: [cell('allowed', 'open', 2, '900')],
    },
    { value: null, label: 'not stated', rows: 5, changedRows: 0, cells: [] },
  ],
}

describe('those affected', () => {
  it('are ordered by what is counted, and split by how they come out after', () => {
    expect(affectedLines(dimension, 'cases')).toMatchObject([
      { label: 'Marsh, the', total: 9, parts: [{ to: 'refused', weight: 9 }] },
      { label: 'North', total: 2, parts: [{ to: 'open', weight: 2 }] },
    ])
    expect(affectedLines(dimension, 0).map(({ label, total }) => [label, total])).toEqual([
      ['North', 900],
      ['Marsh, the', 20],
    ])
  })

  it('are downloaded transition by transition with exact quantities', () => {
    const comparison = { measures: [{ name: 'totalLength', title: 'Total', unit: 'm' }] }
    const csv = affectedCsv(comparison as unknown as PopulationComparison, dimension)
    expect(csv.split('\r\n')).toEqual([
      'zone,rows,changed_rows,before,after,rows_of_transition,totalLength,totalLength_unknown_rows',
      'marsh,40,9,allowed,refused,5,12.5,0',
      'marsh,40,9,open,refused,4,7.5,1',
      'north,60,2,allowed,open,2,900,0',
      '',
    ])
  })
})
