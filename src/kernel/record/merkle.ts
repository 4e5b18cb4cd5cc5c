import { sha256 } from '@noble/hashes/sha2.js'

/** The Merkle tree of RFC 6962 section 2.1: SHA-256, leaves prefixed 0x00, nodes 0x01. */
const leafPrefix = 0
const nodePrefix = 1

/** The 32-byte hash of a leaf's bytes. */
export function leafHash(data: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(leafPrefix)).update(data).digest()
}

/** The 32-byte hash of a node from the hashes of its two children. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length)
  bytes[0] = nodePrefix
  bytes.set(left, 1)
  bytes.set(right, 1 + left.length)
  return sha256(bytes)
}

/** The root of the tree with no leaves: the hash of nothing. */
export const emptyRoot = (): Uint8Array => sha256(new Uint8Array())

/** Whether two hashes are the same bytes. */
export function sameHash(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index])
}

const isOdd = (value: number): boolean => value % 2 === 1
const half = (value: number): number => Math.floor(value / 2)

/**
 * The root that a leaf and its inclusion proof lead to in a tree of `size` leaves (RFC 9162 section
 * 2.1.3.2), or undefined when the proof has not the one length that place and size ask for.
 */
export function rootFromInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | undefined {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return undefined
  if (index < 0 || index >= size) return undefined
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== 32) return undefined
    if (isOdd(node) || node === last) {
      hash = nodeHash(sibling, hash)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 ? hash : undefined
}

/** A tree as a checkpoint states it: how many leaves, and the root hash. */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/**
 * Whether the tree `to` begins with exactly the leaves of the tree `from` (RFC 9162 section
 * 2.1.4.2). An empty tree is no start to prove anything from: false.
 */
export function verifyConsistency(
  from: TreeHead,
  to: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(from.size) || !Number.isSafeInteger(to.size)) return false
  if (from.size < 1 || from.size > to.size) return false
  if (proof.some((hash) => hash.length !== 32)) return false
  if (from.size === to.size) return proof.length === 0 && sameHash(from.root, to.root)
  let node = from.size - 1
  let last = to.size - 1
  while (isOdd(node)) {
    node = half(node)
    last = half(last)
  }
  // A complete tree is a node of the later tree, so the proof leaves its root out.
  const [start, ...rest] = node === 0 ? [from.root, ...proof] : proof
  if (!start) return false
  const roots = climb({ node, last, start }, rest)
  return roots !== undefined && sameHash(roots.old, from.root) && sameHash(roots.new, to.root)
}

function climb(
  at: { readonly node: number; readonly last: number; readonly start: Uint8Array },
  path: readonly Uint8Array[],
): { readonly old: Uint8Array; readonly new: Uint8Array } | undefined {
  let { node, last } = at
  let oldRoot = at.start
  let newRoot = at.start
  for (const sibling of path) {
    if (last === 0) return undefined
    if (isOdd(node) || node === last) {
      oldRoot = nodeHash(sibling, oldRoot)
      newRoot = nodeHash(sibling, newRoot)
      while (!isOdd(node) && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      newRoot = nodeHash(newRoot, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 ? { old: oldRoot, new: newRoot } : undefined
}
