import { scaledInteger } from '#rules'

/** Widths of an account's bar in tenths of a percent of its cap. */
export interface Bar {
  readonly used: number
  readonly reserved: number
}

const places = 2

/**
 * How much of a cap is used and reserved, from exact decimal texts; a part that is not zero is at
 * least visible, and the two together never pass the whole bar. A cap of zero is full.
 */
export function barOf(account: {
  readonly cap: string
  readonly used: string
  readonly reserved: string
}): Bar {
  const [cap, used, reserved] = [account.cap, account.used, account.reserved].map((text) =>
    BigInt(scaledInteger(text, places) ?? 0),
  ) as [bigint, bigint, bigint]
  if (cap <= 0n) return { used: 1000, reserved: 0 }
  const usedWidth = widthOf(used, cap)
  return { used: usedWidth, reserved: Math.min(widthOf(reserved, cap), 1000 - usedWidth) }
}

function widthOf(part: bigint, whole: bigint): number {
  const width = Number((part * 1000n) / whole)
  return Math.min(1000, part > 0n ? Math.max(width, 4) : 0)
}
