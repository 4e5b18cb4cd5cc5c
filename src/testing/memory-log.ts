import { utf8ToBytes } from '@noble/hashes/utils.js'
import { toBase64 } from '../kernel/record/base64.ts'
import { signCheckpoint } from '../kernel/record/checkpoint.ts'
import { leafHash, nodeHash } from '../kernel/record/merkle.ts'
import type { Signer } from '../kernel/record/note.ts'
import { verifierKeyOf } from '../kernel/record/note.ts'
import type { Receipt } from '../kernel/record/receipt.ts'

/** The tree hash and proofs straight from the definitions of RFC 6962 section 2.1: slow and plain. */
export function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only, ...more] = leaves
  if (!only) throw new RangeError('a tree needs a leaf')
  if (more.length === 0) return only
  const split = splitOf(leaves.length)
  return nodeHash(naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)))
}

export function naiveInclusion(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return []
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return index < split
    ? [...naiveInclusion(index, left), naiveRoot(right)]
    : [...naiveInclusion(index - split, right), naiveRoot(left)]
}

export function naiveConsistency(
  from: number,
  leaves: readonly Uint8Array[],
  known = true,
): Uint8Array[] {
  if (from === leaves.length) return known ? [] : [naiveRoot(leaves)]
  const split = splitOf(leaves.length)
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)]
  return from <= split
    ? [...naiveConsistency(from, left, known), naiveRoot(right)]
    : [...naiveConsistency(from - split, right, false), naiveRoot(left)]
}

function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

/** The receipt for one entry of a log made of these texts. */
export function receiptOf(entries: readonly string[], leafIndex: number, signer: Signer): Receipt {
  const leaves = entries.map((entry) => leafHash(utf8ToBytes(entry)))
  const [entry, leaf] = [entries[leafIndex], leaves[leafIndex]]
  if (entry === undefined || !leaf) throw new RangeError(`no entry ${leafIndex}`)
  const head = { origin: signer.name, size: leaves.length, root: naiveRoot(leaves) }
  return {
    format: 'proviso-receipt/v1',
    entry,
    leafIndex,
    leafHash: toBase64(leaf),
    inclusionProof: naiveInclusion(leafIndex, leaves).map(toBase64),
    checkpoint: signCheckpoint(head, signer),
    verifierKey: verifierKeyOf(signer),
    origin: signer.name,
  }
}
