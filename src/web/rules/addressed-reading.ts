import type { Mode, Program } from '#rules'
import { firstDay } from '#rules'
import { useLocation, useSearch } from 'wouter'
import { useToday } from '../shell/environment.ts'
import { modesOf } from '../words/labels.ts'

export interface Reading {
  readonly asOf: string
  readonly mode: Mode
}

/**
 * The day and the reading that the address states, or today and the program's first reading where
 * it states none that the rules know; and a way to change them in place.
 */
export function useAddressedReading(
  program: Program,
): readonly [Reading, (reading: Reading) => void] {
  const today = useToday()
  const [path, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const stated = search.get('mode')
  const modes = modesOf(program).map(({ mode }) => mode)
  const mode = modes.find((one) => one === stated) ?? modes[0] ?? 'text'
  const day = search.get('asOf') ?? ''
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day))
  const asOf = isDay && day >= firstDay(program.rules) ? day : today
  const change = (to: Reading): void => {
    const next = new URLSearchParams(search)
    next.set('asOf', to.asOf)
    next.set('mode', to.mode)
    // What the address leads to stays: under another reading it may be there.
    navigate(`${path}?${next.toString()}${window.location.hash}`, { replace: true })
  }
  return [{ asOf, mode }, change]
}

/** The address of the printed rules of a reading, or of one paragraph of them. */
export function rulesHref(program: Program, reading: Reading, anchor?: string): string {
  const search = new URLSearchParams({ asOf: reading.asOf, mode: reading.mode })
  const hash = anchor === undefined ? '' : `#${anchor}`
  return `/programs/${program.id}/rules?${search.toString()}${hash}`
}

/** The address of the drawing, of all rules or of what one definition rests on. */
export function graphHref(program: Program, reading: Reading, definition?: string): string {
  const search = new URLSearchParams({ asOf: reading.asOf, mode: reading.mode })
  if (definition !== undefined) search.set('definition', definition)
  return `/programs/${program.id}/rules/graph?${search.toString()}`
}
