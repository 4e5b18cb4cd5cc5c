import type { ChipLine, Leg } from './chip-line.ts'

/** What the table is narrowed to; it lives in the address. */
export interface ChipFilter {
  readonly search: string
  readonly leg: Leg | ''
  readonly conflictsOnly: boolean
}

export const legWords: Readonly<Record<Leg, string>> = {
  a: '.a leg',
  b: '.b leg',
  none: 'neither leg',
  unknown: 'cannot tell',
}

/** The lines that a filter lets through. */
export function filtered(lines: readonly ChipLine[], filter: ChipFilter): readonly ChipLine[] {
  const wanted = filter.search.trim().toLowerCase()
  return lines.filter(({ row, leg }) => {
    if (filter.leg !== '' && leg !== filter.leg) return false
    if (filter.conflictsOnly && row.conflict === '') return false
    const names = [row.name, row.maker, `${row.maker} ${row.name}`, ...row.alternativeNames]
    return names.some((name) => name.toLowerCase().includes(wanted))
  })
}
