import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { naiveConsistency, naiveInclusion, naiveRoot } from '../../testing/memory-log.ts'
import { emptyRoot, leafHash, nodeHash, rootFromInclusion, verifyConsistency } from './merkle.ts'
import type { Node } from './subtrees.ts'
import {
  consistencyNodes,
  foldNodes,
  inclusionNodes,
  nodesCompletedBy,
  rootNodes,
} from './subtrees.ts'

// The leaves and roots of the reference implementation's tests (Certificate Transparency).
const referenceLeaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const referenceRoots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const referenceInclusionOf5 = [
  'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
]
const referenceConsistency = [
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
]

const largest = 40
const leaves = Array.from({ length: largest }, (_, index) => leafHash(Uint8Array.of(index)))
const roots = leaves.map((_, index) => naiveRoot(leaves.slice(0, index + 1)))
const nodes = storedNodes(leaves)

/** The nodes a log stores while it grows leaf by leaf. */
function storedNodes(added: readonly Uint8Array[]): ReadonlyMap<string, Uint8Array> {
  const stored = new Map<string, Uint8Array>()
  for (const [index, leaf] of added.entries()) {
    stored.set(`0/${index}`, leaf)
    let hash = leaf
    for (const node of nodesCompletedBy(index)) {
      const left = stored.get(`${node.level - 1}/${node.index * 2}`)
      if (!left) throw new Error(`node ${node.level - 1}/${node.index * 2} is not stored`)
      hash = nodeHash(left, hash)
      stored.set(`${node.level}/${node.index}`, hash)
    }
  }
  return stored
}

function hashOf(parts: readonly Node[]): Uint8Array {
  return foldNodes(
    parts.map(({ level, index }) => {
      const hash = nodes.get(`${level}/${index}`)
      if (!hash) throw new Error(`node ${level}/${index} is not stored`)
      return hash
    }),
  )
}

const rootAt = (size: number): Uint8Array => roots[size - 1] ?? emptyRoot()
const sizes = leaves.map((_, index) => index + 1)
const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map(bytesToHex)

/** One bit of one hash turned over. */
function flipped(hashes: readonly Uint8Array[], at: number): Uint8Array[] {
  return hashes.map((hash, index) => {
    if (index !== at) return hash
    const copy = Uint8Array.from(hash)
    copy[at % 32] = (copy[at % 32] ?? 0) ^ 4
    return copy
  })
}

test('the empty tree has the hash of nothing', () => {
  expect(bytesToHex(emptyRoot())).toBe(
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  )
  expect(foldNodes(rootNodes(0).map(() => emptyRoot()))).toEqual(emptyRoot())
})

test('the reference trees of one to eight leaves have the published roots', () => {
  const hashes = referenceLeaves.map((leaf) => leafHash(hexToBytes(leaf)))
  const found = hashes.map((_, index) => bytesToHex(naiveRoot(hashes.slice(0, index + 1))))
  expect(found).toEqual(referenceRoots)
  const stored = storedNodes(hashes)
  const folded = hashes.map((_, index) => {
    const parts = rootNodes(index + 1)
    return foldNodes(
      parts.map(({ level, index: at }) => stored.get(`${level}/${at}`) ?? emptyRoot()),
    )
  })
  expect(hex(folded)).toEqual(referenceRoots)
})

test('the reference proofs verify', () => {
  const leaf = leafHash(hexToBytes(referenceLeaves[5] ?? ''))
  const root = rootFromInclusion(leaf, 5, 8, referenceInclusionOf5.map(hexToBytes))
  expect(root && bytesToHex(root)).toBe(referenceRoots[7])
  for (const { from, to, proof } of referenceConsistency) {
    const head = (size: number) => ({ size, root: hexToBytes(referenceRoots[size - 1] ?? '') })
    expect(verifyConsistency(head(from), head(to), proof.map(hexToBytes))).toBe(true)
  }
})

describe('inclusion, every leaf of every tree up to forty', () => {
  test('stored nodes give the proof of the definition, and it leads to the root', () => {
    for (const size of sizes) {
      expect(hashOf(rootNodes(size))).toEqual(rootAt(size))
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionNodes(index, size).map(hashOf)
        expect(hex(proof)).toEqual(hex(naiveInclusion(index, leaves.slice(0, size))))
        const root = rootFromInclusion(leaves[index] ?? emptyRoot(), index, size, proof)
        expect(root).toEqual(rootAt(size))
      }
    }
  })

  test('a proof for another place, another leaf or other hashes does not lead there', () => {
    for (const size of sizes) {
      const expected = bytesToHex(rootAt(size))
      for (let index = 0; index < size; index += 1) {
        const leaf = leaves[index] ?? emptyRoot()
        const proof = inclusionNodes(index, size).map(hashOf)
        const leads = (
          at: number,
          from: Uint8Array,
          hashes: readonly Uint8Array[],
          count = size,
        ): boolean => {
          const root = rootFromInclusion(from, at, count, hashes)
          return root !== undefined && bytesToHex(root) === expected
        }
        expect(leads(index, leaf, proof)).toBe(true)
        if (size > 1) expect(leads((index + 1) % size, leaf, proof)).toBe(false)
        expect(leads(size, leaf, proof)).toBe(false)
        expect(leads(-1, leaf, proof)).toBe(false)
        expect(leads(index + 0.5, leaf, proof)).toBe(false)
        expect(leads(index, emptyRoot(), proof)).toBe(false)
        expect(leads(index, leaf, [...proof, emptyRoot()])).toBe(false)
        expect(leads(index, leaf, [emptyRoot(), ...proof])).toBe(false)
        if (proof.length > 0) expect(leads(index, leaf, proof.slice(1))).toBe(false)
        if (proof.length > 0) expect(leads(index, leaf, proof.slice(0, -1))).toBe(false)
        expect(leads(index, leaf, proof, 4 * size)).toBe(false)
        for (let at = 0; at < proof.length; at += 1) {
          expect(leads(index, leaf, flipped(proof, at))).toBe(false)
        }
      }
    }
  })
})

describe('consistency, every pair of sizes up to forty', () => {
  const head = (size: number) => ({ size, root: rootAt(size) })

  test('stored nodes give the proof of the definition, and it verifies', () => {
    for (const to of sizes) {
      for (let from = 1; from <= to; from += 1) {
        const proof = consistencyNodes(from, to).map(hashOf)
        expect(hex(proof)).toEqual(hex(naiveConsistency(from, leaves.slice(0, to))))
        expect(verifyConsistency(head(from), head(to), proof)).toBe(true)
      }
    }
  })

  test('a changed, longer or shorter proof, or another tree, is refused', () => {
    for (const to of sizes) {
      for (let from = 1; from <= to; from += 1) {
        const proof = consistencyNodes(from, to).map(hashOf)
        const forked = { size: from, root: leafHash(rootAt(from)) }
        expect(verifyConsistency(forked, head(to), proof)).toBe(false)
        expect(verifyConsistency(head(from), { size: to, root: emptyRoot() }, proof)).toBe(false)
        expect(verifyConsistency(head(from), head(to), [...proof, emptyRoot()])).toBe(false)
        expect(verifyConsistency(head(from), head(to), [emptyRoot(), ...proof])).toBe(false)
        if (from < to) expect(verifyConsistency(head(from), head(to), proof.slice(1))).toBe(false)
        for (let at = 0; at < proof.length; at += 1) {
          expect(verifyConsistency(head(from), head(to), flipped(proof, at))).toBe(false)
        }
      }
    }
  })

  test('an empty tree, a shrinking tree and sizes that are no counts are refused', () => {
    expect(verifyConsistency({ size: 0, root: emptyRoot() }, head(8), [])).toBe(false)
    expect(verifyConsistency(head(8), head(7), [])).toBe(false)
    expect(verifyConsistency({ size: 1.5, root: rootAt(1) }, head(2), [])).toBe(false)
  })
})
