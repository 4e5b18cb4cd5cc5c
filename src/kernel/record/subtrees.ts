import { emptyRoot, nodeHash } from './merkle.ts'

/**
 * A full subtree: the 2^level leaves from index * 2^level on. Its hash never changes once those
 * leaves are there, so it is stored once; every root and proof is made of such hashes.
 */
export interface Node {
  readonly level: number
  readonly index: number
}

/** The leaves from `start` up to, not including, `end`. */
interface Range {
  readonly start: number
  readonly end: number
}

/** The largest power of two below `count`, where RFC 6962 splits a tree of `count` > 1 leaves. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}

/** The full subtrees, left to right, that make up a subtree of an RFC 6962 tree. */
function nodesOf({ start, end }: Range): readonly Node[] {
  const nodes: Node[] = []
  let at = start
  while (at < end) {
    let width = 1
    let level = 0
    while (at + width * 2 <= end && at % (width * 2) === 0) {
      width *= 2
      level += 1
    }
    nodes.push({ level, index: at / width })
    at += width
  }
  return nodes
}

/** The full subtrees whose hashes give the root of a tree of `size` leaves. */
export const rootNodes = (size: number): readonly Node[] => nodesOf({ start: 0, end: size })

/**
 * The nodes that become full when leaf `index` is added, above the leaf itself: each is the parent
 * of the one before and of that one's left sibling.
 */
export function nodesCompletedBy(index: number): readonly Node[] {
  const nodes: Node[] = []
  let at = index
  for (let level = 1; at % 2 === 1; level += 1) {
    at = (at - 1) / 2
    nodes.push({ level, index: at })
  }
  return nodes
}

/** For each hash of the inclusion proof of a leaf, in order, the nodes that make it up. */
export function inclusionNodes(index: number, size: number): readonly (readonly Node[])[] {
  const proof: Range[] = []
  let start = 0
  let end = size
  while (end - start > 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) {
      proof.push({ start: middle, end })
      end = middle
    } else {
      proof.push({ start, end: middle })
      start = middle
    }
  }
  return proof.reverse().map(nodesOf)
}

/** For each hash of the consistency proof between two sizes, in order, the nodes that make it up. */
export function consistencyNodes(from: number, to: number): readonly (readonly Node[])[] {
  const proof: Range[] = []
  let start = 0
  let end = to
  while (end !== from) {
    const middle = start + splitOf(end - start)
    if (from <= middle) {
      proof.push({ start: middle, end })
      end = middle
    } else {
      proof.push({ start, end: middle })
      start = middle
    }
  }
  // The old tree's root is known to whoever checks, so it is left out when it is a node itself.
  if (start > 0) proof.push({ start, end })
  return proof.reverse().map(nodesOf)
}

/** The hash over full subtrees, left to right; nothing gives the root of the empty tree. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1)
  if (!last) return emptyRoot()
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}
