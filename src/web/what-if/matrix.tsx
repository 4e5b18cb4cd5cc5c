import type { PopulationComparison } from '#rules'
import { ScrollTable } from '../shell/scroll-table.tsx'
import type { Measure } from './measures.ts'
import { measuresOf, weightText } from './measures.ts'

interface Props {
  readonly comparison: PopulationComparison
  readonly measure: Measure
}

/** The whole transition matrix: how cases come out before, down, and after, across. */
export function Matrix({ comparison, measure }: Props) {
  const { cells, categories } = comparison
  const used = categories.filter(({ key }) =>
    cells.some(({ from, to }) => from === key || to === key),
  )
  const unit = measuresOf(comparison).find((one) => one.measure === measure)?.unit ?? ''
  return (
    <>
      <p>
        In {unit}. Down: how cases come out before. Across, by the same numbers: how they come out
        after. Marked cells have changed.
        {measure === 'cases' ? '' : ' With +, there are cases in which it is not known how much.'}
      </p>
      <ScrollTable label="Transition matrix" className="matrix">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              Before
            </th>
            {used.map(({ key, label }, index) => (
              <th key={key} scope="col" className="number" title={label}>
                <abbr title={label}>{index + 1}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((row, index) => (
            <tr key={row.key}>
              <td className="number quiet">{index + 1}</td>
              <th scope="row">{row.label}</th>
              {used.map((column) => {
                const cell = cells.find(({ from, to }) => from === row.key && to === column.key)
                return (
                  <td
                    key={column.key}
                    className="number"
                    data-changed={cell !== undefined && cell.changedRows > 0}
                  >
                    {cell ? weightText(cell, measure) : ''}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}
