import { invariant } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import type { Node } from './subtrees.ts'

interface NodeRow {
  readonly level: bigint
  readonly node_index: bigint
  readonly hash: Uint8Array
}

/** Hashes of stored nodes, read together: `(level, index)` gives the hash of one that was asked for. */
export type NodeHashes = (node: Node) => Uint8Array

const keyOf = (level: number | bigint, index: number | bigint): string => `${level}/${index}`

/** Reads the hashes of these nodes in one statement. Asking for one that is not stored throws. */
export async function readNodes(database: Queryable, nodes: readonly Node[]): Promise<NodeHashes> {
  const levels = nodes.map(({ level }) => BigInt(level))
  const indexes = nodes.map(({ index }) => BigInt(index))
  const rows =
    nodes.length === 0
      ? []
      : await database.query<NodeRow>(sql`
          select level, node_index, hash
          from unnest(${levels}::bigint[], ${indexes}::bigint[]) as wanted (level, node_index)
          join record_node using (level, node_index)`)
  const hashes = new Map(rows.map((row) => [keyOf(row.level, row.node_index), row.hash]))
  return ({ level, index }) => {
    const hash = hashes.get(keyOf(level, index))
    invariant(hash, `The record lacks the hash of subtree ${level}/${index}`)
    return hash
  }
}
