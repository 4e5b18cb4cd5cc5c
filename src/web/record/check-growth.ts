import { verifyConsistency } from '#rules'
import type { ConsistencyProof } from '../server/types.ts'

/** What a check of the record's growth found. */
export interface CheckedGrowth {
  readonly isGood: boolean
  readonly summary: string
}

/**
 * Checks that the tree of the later checkpoint begins with the tree of the earlier one. The
 * signatures of the two checkpoints are not checked here: a receipt's check does that.
 */
export function checkGrowth(given: ConsistencyProof): CheckedGrowth {
  const from = headOf(given.fromCheckpoint)
  const to = headOf(given.toCheckpoint)
  const proof = given.proof.map(bytesOf)
  if (!from || !to || proof.includes(undefined)) {
    return { isGood: false, summary: 'The answer is not made of checkpoints and hashes.' }
  }
  const isGood = verifyConsistency(from, to, proof as Uint8Array[])
  const sizes = `the record of ${to.size} entries`
  const summary = isGood
    ? `${sizes} begins with exactly the record of ${from.size}, by ${proof.length} hashes.`
    : `${sizes} is not shown to begin with the record of ${from.size}. Keep both checkpoints and ask why.`
  return { isGood, summary: summary.charAt(0).toUpperCase() + summary.slice(1) }
}

/** Size and root of a checkpoint's text (c2sp.org/tlog-checkpoint). */
function headOf(note: string): { size: number; root: Uint8Array } | undefined {
  const [, size = '', root = ''] = note.split('\n')
  const bytes = bytesOf(root)
  return /^[1-9]\d{0,14}$/.test(size) && bytes ? { size: Number(size), root: bytes } : undefined
}

function bytesOf(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    return bytes.length === 32 ? bytes : undefined
  } catch {
    return undefined
  }
}
