import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { invariant } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Transaction } from '../store/store.ts'
import { signCheckpoint } from './checkpoint.ts'
import { leafHash, nodeHash } from './merkle.ts'
import { readNodes } from './nodes.ts'
import type { Signer } from './note.ts'
import { verifierKeyOf } from './note.ts'
import { entryCharacters } from './receipt.ts'
import type { Node } from './subtrees.ts'
import { foldNodes, nodesCompletedBy, rootNodes } from './subtrees.ts'
import { isCanonical } from './verify.ts'

/** Where an entry stands, and the signed checkpoint of the log that ends with it. */
export interface Appended {
  readonly leafIndex: number
  readonly checkpoint: string
}

interface HashedNode extends Node {
  readonly hash: Uint8Array
}

/**
 * Appends one entry, canonical JSON text, as the next leaf and signs the new checkpoint, within the
 * caller's transaction: entry, hashes and checkpoint stand together or not at all. Writers queue,
 * so places have no gaps. Throws when the text is not canonical JSON, is longer than a receipt may
 * hold, or the signer's name is not the log's.
 */
export async function append(
  tx: Transaction,
  signer: Signer,
  entry: string,
  now: string,
): Promise<Appended> {
  invariant(entry.length <= entryCharacters, `An entry has at most ${entryCharacters} characters`)
  invariant(isCanonical(entry), 'An entry is canonical JSON text')
  const leafIndex = await takePlace(tx, signer)
  const stored = await readNodes(tx, rootNodes(leafIndex))
  const added = addedNodes(leafIndex, leafHash(utf8ToBytes(entry)), stored)
  const size = leafIndex + 1
  const fresh = new Map(added.map(({ level, index, hash }) => [`${level}/${index}`, hash]))
  const hashes = rootNodes(size).map(
    (node) => fresh.get(`${node.level}/${node.index}`) ?? stored(node),
  )
  const checkpoint = signCheckpoint({ origin: signer.name, size, root: foldNodes(hashes) }, signer)
  await tx.query(sql`
    with entry as (
      insert into record_entry (leaf_index, entry, recorded_at)
      values (${leafIndex}, ${entry}, ${now})
    ), nodes as (
      insert into record_node (level, node_index, hash)
      select level, node_index, decode(hash, 'hex')
      from unnest(
        ${added.map(({ level }) => BigInt(level))}::bigint[],
        ${added.map(({ index }) => BigInt(index))}::bigint[],
        ${added.map(({ hash }) => bytesToHex(hash))}::text[]
      ) as added (level, node_index, hash)
    )
    insert into record_checkpoint (size, note, verifier_key, signed_at)
    values (${size}, ${checkpoint}, ${verifierKeyOf(signer)}, ${now})`)
  return { leafIndex, checkpoint }
}

/** Takes the next place; others that append wait here until the transaction ends. */
async function takePlace(tx: Transaction, signer: Signer): Promise<number> {
  const [head] = await tx.query<{ readonly size: bigint; readonly origin: string }>(sql`
    update record_head set size = size + 1, origin = coalesce(origin, ${signer.name})
    returning size, origin`)
  invariant(head, 'The record has a head')
  invariant(
    head.origin === signer.name,
    `The record is the log "${head.origin}", the signer is "${signer.name}": sign under the log's name`,
  )
  return Number(head.size) - 1
}

/** The leaf and every subtree that it makes full, from the stored hashes of its left neighbors. */
function addedNodes(
  leafIndex: number,
  leaf: Uint8Array,
  stored: (node: Node) => Uint8Array,
): readonly HashedNode[] {
  const added: HashedNode[] = [{ level: 0, index: leafIndex, hash: leaf }]
  let hash = leaf
  for (const node of nodesCompletedBy(leafIndex)) {
    hash = nodeHash(stored({ level: node.level - 1, index: node.index * 2 }), hash)
    added.push({ ...node, hash })
  }
  return added
}
