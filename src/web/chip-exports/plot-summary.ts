import { counted } from '../words/numbers.ts'
import type { ChipLine, Leg } from './chip-line.ts'

/** What the plot shows, in a sentence for those who do not see it; says what cannot be drawn. */
export function plotSummary(lines: readonly ChipLine[]): string {
  const count = (leg: Leg): number => lines.filter((line) => line.leg === leg).length
  const absent = lines.filter(({ tpp, density }) => tpp === null || density === null).length
  const legs =
    `Of ${counted(lines.length, 'chip')}, ${count('a')} are of the .a leg, ${count('b')} of the ` +
    `.b leg, ${count('none')} of neither, and ${count('unknown')} cannot be told.`
  return absent === 0
    ? legs
    : `${legs} ${absent} cannot be drawn, since a number of theirs is not public.`
}
