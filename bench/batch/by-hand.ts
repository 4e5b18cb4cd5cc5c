import type { Country } from '../decide/thirteen.ts'
import type { Columns } from './columns.ts'

/**
 * The 13-condition rule by hand over columns: one loop without branches, the table as arrays by
 * country. Conditions are read from bits. Fills the number of the outcome.
 */
export function loopByHand(
  columns: Columns,
  table: ReadonlyMap<string, Country>,
  out: Uint8Array,
): void {
  const rows = [...table.values()]
  const cap = Float64Array.from(rows, (row) => row.cap)
  const first = Uint8Array.from(rows, (row) => (row.tier === 1 ? 1 : 0))
  const embargo = Uint8Array.from(rows, (row) => (row.embargo ? 1 : 0))
  const { tpp, quantity, hbm, used, listed, use, validated, kyc, score, share, country } = columns
  for (let row = 0; row < out.length; row++) {
    const place = country[row] as number
    const byte = row >> 3
    const bit = row & 7
    const isListed = ((listed[byte] as number) >> bit) & 1
    const isValidated = ((validated[byte] as number) >> bit) & 1
    const isKnown = ((kyc[byte] as number) >> bit) & 1
    const one = use[row] as number
    const isFirst = first[place] as number
    const power = tpp[row] as number
    const requested = (quantity[row] as number) * power
    const limit = cap[place] as number
    const total = (used[row] as number) + requested
    const within = (total <= limit ? 1 : 0) & (total * 10 <= limit * 9 ? 1 : 0)
    const denied = (embargo[place] as number) | isListed
    const referred = (one === 2 ? 1 : 0) | ((one === 1 ? 1 : 0) & (isFirst ^ 1))
    const below = (power < 4800 ? 1 : 0) & ((hbm[row] as number) < 1400 ? 1 : 0)
    const trusted = isFirst & isKnown & ((share[row] as number) <= 25 ? 1 : 0)
    const approved = isValidated | (isKnown & ((score[row] as number) >= 60 ? 1 : 0) & within)
    const mask = denied | (referred << 1) | (below << 2) | (trusted << 3) | (approved << 4) | 32
    out[row] = 31 - Math.clz32(mask & -mask)
  }
}
