import { modeInWords } from '../words.ts'
import type { ComparedReading, PopulationComparison } from './comparison-document.ts'

/** Where the rows of a comparison come from. */
export type ComparedPopulation =
  | { readonly kind: 'generated'; readonly rows: number; readonly seed: number }
  | {
      readonly kind: 'file'
      readonly rows: number
      readonly name: string
      /** Rows that are no cases of these rules and were left out. */
      readonly rejectedRows: number
    }

/** A comparison with the population it was made over, and the whole of it in one sentence. */
export interface PopulationRun {
  readonly population: ComparedPopulation
  readonly statement: string
  readonly comparison: PopulationComparison
}

/** A finished comparison with its population and its statement. */
export const populationRun = (
  comparison: PopulationComparison,
  population: ComparedPopulation,
): PopulationRun => ({ population, statement: statementOf(comparison, population), comparison })

function statementOf(comparison: PopulationComparison, population: ComparedPopulation): string {
  const { rows, changedRows, baseline, reform } = comparison
  const basis = basisOf(population, grouped(rows))
  const share = shareInWords(changedRows, rows)
  const verb = changedRows === 1 ? 'comes' : 'come'
  return (
    `${basis}: ${grouped(changedRows)}${share} ${verb} out otherwise under ` +
    `${readingInWords(reform)} than under ${readingInWords(baseline)}.`
  )
}

function basisOf(population: ComparedPopulation, cases: string): string {
  if (population.kind === 'generated') {
    return `On this generated population of ${cases} cases (seed ${population.seed})`
  }
  const { name, rejectedRows } = population
  const rows = rejectedRows === 1 ? 'row' : 'rows'
  const left = rejectedRows > 0 ? ` (${grouped(rejectedRows)} wrong ${rows} left out)` : ''
  return `On the ${cases} cases of ${name}${left}`
}

/** " (2.1%)", so that small shares are not shown as none and nearly all not as all. */
export function shareInWords(part: number, whole: number): string {
  if (part === 0 || whole === 0) return ''
  const tenths = Math.round((part * 1000) / whole)
  if (tenths === 0) return ' (less than 0.1%)'
  if (tenths === 1000 && part < whole) return ' (more than 99.9%)'
  return ` (${tenths / 10}%)`
}

/** A reading as words for the middle of a sentence, with its day and what was assumed. */
function readingInWords({ mode, asOf, assumedParameters }: ComparedReading): string {
  const assumed = Object.entries(assumedParameters).map(
    ([name, value]) => `${name} = ${groupedText(String(value))}`,
  )
  const list = assumed.length === 0 ? '' : ` with ${assumed.join(', ')}`
  return `${modeInWords(mode)}${list}, as of ${asOf}`
}

const grouped = (count: number): string => groupedText(String(count))

/** Whole numbers with their thousands set off; other text, such as days, as it is. */
const groupedText = (text: string): string =>
  /^\d+$/.test(text) ? text.replaceAll(/\B(?=(\d{3})+$)/g, ',') : text
