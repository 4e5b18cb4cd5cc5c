import { scaledInteger } from '#rules'
import { chipRows } from '../data/chips.generated.ts'

/** The annual limit of License Exception LPP, in TPP (15 CFR 740.29(a)). */
const lppLimitTpp = 26_900_000

const rate = (text: string | null, bits: number): number | undefined => {
  const hundredths = text === null ? undefined : scaledInteger(text, 2)
  return hundredths === undefined ? undefined : (hundredths * bits) / 100
}

/** TPP by chip of the table, where every rate that can set it is public. */
const tppByChip: ReadonlyMap<string, number> = new Map(
  chipRows.flatMap(({ name, dense4BitTops, dense8BitTops, dense16BitTops }) => {
    const rates = [rate(dense4BitTops, 4), rate(dense8BitTops, 8), rate(dense16BitTops, 16)]
    const known = rates.filter((tpp) => tpp !== undefined)
    return known.length === rates.length ? [[name, Math.max(...known)] as const] : []
  }),
)

/** How many of a chip one consignee may receive in a year under LPP: 1,699 H100, for example. */
export const chipsUnderLpp: Readonly<Record<string, number>> = Object.fromEntries(
  [...tppByChip].flatMap(([name, tpp]) => (tpp > 0 ? [[name, Math.floor(lppLimitTpp / tpp)]] : [])),
)
