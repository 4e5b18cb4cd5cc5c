import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Refusal } from '../errors.ts'
import { refuse } from '../errors.ts'
import type { Queryable } from '../store/store.ts'
import { toBase64 } from './base64.ts'
import { leafHash, nodeHash } from './merkle.ts'
import { readNodes } from './nodes.ts'
import { checkNote, parseNote, parseVerifierKey } from './note.ts'
import { entries, latestCheckpoint } from './read.ts'
import type { Node } from './subtrees.ts'
import { foldNodes, nodesCompletedBy, rootNodes } from './subtrees.ts'

const pageEntries = 1000

/** What an audit found: how many entries, under which root (base64; undefined while empty). */
export interface Audit {
  readonly ok: true
  readonly size: number
  readonly root: string | undefined
}

/**
 * Recomputes the whole tree from the entries' texts and compares it with every stored hash and with
 * the latest signed checkpoint. Memory stays bounded by one page of entries. Others may append
 * meanwhile: what they add after the checkpoint was read is left to the next audit.
 */
export async function auditRecord(database: Queryable): Promise<Audit | Refusal> {
  // Entry first, checkpoint second: they are committed together, so the checkpoint covers the entry.
  const newest = await entries(database, { newestFirst: true, limit: 1 })
  const checkpoint = await latestCheckpoint(database)
  const recorded = (newest.entries[0]?.leafIndex ?? -1) + 1
  if (!checkpoint)
    return recorded === 0 ? { ok: true, size: 0, root: undefined } : unsigned(recorded)
  if (recorded > checkpoint.size)
    return altered(
      `the last checkpoint is of ${checkpoint.size} entries, the record has ${recorded}`,
    )
  let size = 0
  // The full subtrees that the root is made of so far, one per level: like the digits of a counter.
  const range = new Map<number, Uint8Array>()
  while (size < checkpoint.size) {
    const limit = Math.min(pageEntries, checkpoint.size - size)
    const page = await entries(database, { from: size, limit })
    if (page.entries.length === 0) return altered(`entry ${size} is missing`)
    const computed: (Node & { readonly hash: Uint8Array })[] = []
    for (const { leafIndex, entry } of page.entries) {
      if (leafIndex !== size) return altered(`entry ${size} is missing`)
      computed.push(...completed(leafIndex, leafHash(utf8ToBytes(entry)), range))
      size += 1
    }
    const stored = await readNodes(database, computed)
    const wrong = computed.find((node) => toBase64(stored(node)) !== toBase64(node.hash))
    if (wrong) return altered(`the hash of subtree ${wrong.level}/${wrong.index} is another`)
  }
  const hashes = rootNodes(size).map(({ level }) => range.get(level) ?? new Uint8Array())
  const root = toBase64(foldNodes(hashes))
  if (root !== checkpoint.root) return altered(`the root is ${root}, signed is ${checkpoint.root}`)
  const note = parseNote(checkpoint.note)
  const verifier = parseVerifierKey(checkpoint.verifierKey)
  if (!note || !verifier || checkNote(note, verifier) !== 'verified')
    return refuse('record.bad-signature', 'The signature of the latest checkpoint does not verify')
  return { ok: true, size, root }
}

const altered = (what: string): Refusal =>
  refuse('record.entry-altered', `The record was altered: ${what}`)
const unsigned = (size: number): Refusal =>
  refuse('record.bad-signature', `The record has ${size} entries and no checkpoint`)

function completed(
  leafIndex: number,
  leaf: Uint8Array,
  range: Map<number, Uint8Array>,
): (Node & { readonly hash: Uint8Array })[] {
  const nodes = [{ level: 0, index: leafIndex, hash: leaf }]
  let hash = leaf
  for (const node of nodesCompletedBy(leafIndex)) {
    hash = nodeHash(range.get(node.level - 1) ?? new Uint8Array(), hash)
    nodes.push({ ...node, hash })
  }
  range.set(nodes.length - 1, hash)
  return nodes
}
