import { table } from './layout.ts'

interface Chip {
  readonly name: string
  readonly maker: string
  readonly year: string | null
  readonly tpp: string | null
  readonly performanceDensity: string | null
  readonly memoryBandwidth: string | null
  readonly eccn: string | null
  readonly eccnLabel: string
  readonly conflict: string
}

/** Chips as a table of plain text. */
export function chipsText(chips: readonly Chip[]): string {
  const rows = chips.map((chip) => [
    chip.name,
    chip.maker,
    chip.year ?? '?',
    chip.tpp ?? '?',
    chip.performanceDensity ?? '?',
    chip.memoryBandwidth ?? '?',
    // A label goes on to say what it does not decide; a table has room for its first words.
    chip.eccn === null ? '?' : (chip.eccnLabel.split(',')[0] ?? ''),
    chip.conflict === '' ? '' : '!',
  ])
  const heads = ['Chip', 'Maker', 'Year', 'TPP', 'TPP/mm²', 'GB/s', 'Classification', '']
  const note = '? not public, or cannot be told from what is; ! sources differ'
  return [...table([heads, ...rows]), '', note].join('\n')
}
