import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import { naiveRoot } from '../../testing/memory-log.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import { append } from './append.ts'
import { auditRecord } from './audit.ts'
import { fromBase64, toBase64 } from './base64.ts'
import { leafHash, verifyConsistency } from './merkle.ts'
import { signerFromSeed, verifierKeyOf } from './note.ts'
import {
  checkpointAt,
  consistencyProof,
  entries,
  latestCheckpoint,
  receiptFor,
  type SignedCheckpoint,
} from './read.ts'
import { verifyReceipt } from './verify.ts'

const signer = signerFromSeed('log.example/record', new Uint8Array(32).fill(1))
const verifierKey = verifierKeyOf(signer)
const now = '2026-03-01T10:00:00.000Z'
const textOf = (number: number): string => canonicalJson({ number, outcome: 'licence é' })
const texts = Array.from({ length: 21 }, (_, number) => textOf(number))
const leaves = texts.map((text) => leafHash(utf8ToBytes(text)))

const bytes = (encoded: string): Uint8Array => fromBase64(encoded) ?? new Uint8Array()
const headOf = ({ size, root }: SignedCheckpoint) => ({ size, root: bytes(root) })

describe.each(databases)('the record on $kind', (database) => {
  const store = useDatabase(database)
  const add = (text: string) => store().transaction((tx) => append(tx, signer, text, now))
  const addAll = (list: readonly string[]) =>
    store().transaction(async (tx) => {
      for (const text of list) await append(tx, signer, text, now)
    })

  test('an empty record has no checkpoint, entry or receipt', async () => {
    expect(await latestCheckpoint(store())).toBeUndefined()
    expect(await entries(store(), { limit: 10 })).toEqual({ entries: [] })
    expect(await receiptFor(store(), 0)).toMatchObject({ ok: false, code: 'record.not-found' })
    expect(await auditRecord(store())).toEqual({ ok: true, size: 0, root: undefined })
  })

  test('after each entry the signed root is that of the definition', async () => {
    for (const [index, text] of texts.entries()) {
      expect(await add(text)).toMatchObject({ leafIndex: index })
      const root = toBase64(naiveRoot(leaves.slice(0, index + 1)))
      expect(await latestCheckpoint(store())).toMatchObject({
        origin: signer.name,
        size: index + 1,
        root,
        verifierKey,
        signedAt: now,
      })
    }
    const root = toBase64(naiveRoot(leaves))
    expect(await auditRecord(store())).toEqual({ ok: true, size: texts.length, root })
  })

  test('every entry has a receipt that verifies with the public key alone', async () => {
    await addAll(texts)
    for (const index of texts.keys()) {
      const given = await receiptFor(store(), index)
      if (!given.ok) throw new Error(given.message)
      const sent: unknown = JSON.parse(JSON.stringify(given.receipt))
      expect(verifyReceipt(sent, { verifierKey })).toMatchObject({
        ok: true,
        leafIndex: index,
        entry: { number: index, outcome: 'licence é' },
      })
    }
    for (const index of [-1, 0.5, texts.length, Number.NaN]) {
      expect(await receiptFor(store(), index)).toMatchObject({ code: 'record.not-found' })
    }
  })

  test('any two checkpoints are shown to be of one log', async () => {
    await addAll(texts)
    for (const [from, to] of [
      [1, 1],
      [1, 21],
      [3, 7],
      [8, 16],
      [6, 21],
      [20, 21],
    ] as const) {
      const given = await consistencyProof(store(), from, to)
      if (!given.ok) throw new Error(given.message)
      const proof = given.proof.map(bytes)
      expect(verifyConsistency(headOf(given.from), headOf(given.to), proof)).toBe(true)
    }
    expect(await consistencyProof(store(), 0, 3)).toMatchObject({ code: 'record.not-found' })
    expect(await consistencyProof(store(), 3, 22)).toMatchObject({ code: 'record.not-found' })
    expect(await consistencyProof(store(), 4, 3)).toMatchObject({ code: 'input.out-of-bounds' })
    expect(await checkpointAt(store(), 7)).toMatchObject({ ok: true, checkpoint: { size: 7 } })
  })

  test('pages of entries follow each other in both directions', async () => {
    await addAll(texts)
    const walk = async (newestFirst: boolean): Promise<number[]> => {
      const seen: number[] = []
      for (let from: number | undefined, more = true; more; more = from !== undefined) {
        const page = await entries(store(), { from, newestFirst, limit: 8 })
        seen.push(...page.entries.map(({ leafIndex }) => leafIndex))
        from = page.next
      }
      return seen
    }
    expect(await walk(false)).toEqual([...texts.keys()])
    expect(await walk(true)).toEqual([...texts.keys()].reverse())
    const { entries: some } = await entries(store(), { from: 4, limit: 1 })
    expect(some).toEqual([{ leafIndex: 4, entry: textOf(4), recordedAt: now }])
  })

  test('a transaction that fails leaves nothing, and its place is given to the next', async () => {
    await add(textOf(0))
    const failing = store().transaction(async (tx) => {
      await append(tx, signer, textOf(1), now)
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await add(textOf(2))).toMatchObject({ leafIndex: 1 })
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: 2 })
  })

  test('writers at the same time get places without gaps', async () => {
    const given = await Promise.all(texts.map(add))
    const places = given.map(({ leafIndex }) => leafIndex).sort((left, right) => left - right)
    expect(places).toEqual([...texts.keys()])
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: texts.length })
    const { entries: all } = await entries(store(), { limit: 100 })
    expect(all.map(({ entry }) => entry).sort()).toEqual([...texts].sort())
  })

  test('nothing recorded can be changed or taken away', async () => {
    await addAll(texts.slice(0, 3))
    for (const statement of [
      sql`update record_entry set entry = 'x'`,
      sql`delete from record_entry`,
      sql`truncate record_entry`,
      sql`update record_node set hash = hash`,
      sql`delete from record_node where level = 1`,
      sql`truncate record_node`,
      sql`update record_checkpoint set note = ''`,
      sql`delete from record_checkpoint`,
      sql`truncate record_checkpoint`,
      sql`update record_head set size = 1`,
      sql`update record_head set size = 9, origin = 'log.example/other'`,
      sql`delete from record_head`,
      sql`truncate record_head`,
    ]) {
      await expect(store().query(statement)).rejects.toThrow('the record only grows')
    }
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: 3 })
  })

  test('an audit finds what was altered behind the back of the record', async () => {
    await addAll(texts.slice(0, 5))
    const tampered = async (table: string, change: Sql): Promise<unknown> => {
      const aborted = new Error('aborted')
      let audit: unknown
      await store()
        .transaction(async (tx) => {
          await tx.query({ parts: [`alter table ${table} disable trigger user`], values: [] })
          await tx.query(change)
          audit = await auditRecord(tx)
          throw aborted
        })
        .catch((error: unknown) => expect(error).toBe(aborted))
      return audit
    }
    const altered = { ok: false, code: 'record.entry-altered' }
    const changed = sql`update record_entry set entry = '{}' where leaf_index = 2`
    expect(await tampered('record_entry', changed)).toMatchObject(altered)
    const missing = sql`delete from record_entry where leaf_index = 2`
    expect(await tampered('record_entry', missing)).toMatchObject(altered)
    const last = sql`delete from record_entry where leaf_index = 4`
    expect(await tampered('record_entry', last)).toMatchObject(altered)
    const node = sql`update record_node set hash = sha256(hash) where level = 1 and node_index = 1`
    expect(await tampered('record_node', node)).toMatchObject(altered)
    const note = sql`update record_checkpoint
      set note = (select note from record_checkpoint where size = 4) where size = 5`
    expect(await tampered('record_checkpoint', note)).toMatchObject(altered)
    const key = sql`update record_checkpoint set verifier_key = 'x' where size = 5`
    expect(await tampered('record_checkpoint', key)).toMatchObject({
      code: 'record.bad-signature',
    })
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: 5 })
  })

  test('an audit beside a writer sees a whole record', async () => {
    await addAll(texts.slice(0, 3))
    // Another process writes between any two statements of the audit.
    let written = 3
    const beside: Queryable = {
      async query(statement) {
        const rows = await store().query(statement)
        await add(textOf(written++))
        return rows as never
      },
    }
    expect(await auditRecord(beside)).toMatchObject({ ok: true })
    const entry = sql`insert into record_entry values (${written}, '{}', ${now})`
    await store().query(entry)
    expect(await auditRecord(store())).toMatchObject({ code: 'record.entry-altered' })
  })

  test('only canonical JSON is recorded, and only under the name of the log', async () => {
    await add(textOf(0))
    for (const text of ['', 'text', '{"a": 1}', '{"b":1,"a":1}', `"${'x'.repeat(1_000_000)}"`]) {
      await expect(add(text)).rejects.toThrow('An entry')
    }
    const other = signerFromSeed('log.example/other', new Uint8Array(32).fill(1))
    const appending = store().transaction((tx) => append(tx, other, textOf(1), now))
    await expect(appending).rejects.toThrow('The record is the log "log.example/record"')
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: 1 })
  })

  test('after a change of keys each checkpoint verifies with its own', async () => {
    await add(textOf(0))
    const next = signerFromSeed(signer.name, hexToBytes('02'.repeat(32)))
    await store().transaction((tx) => append(tx, next, textOf(1), now))
    const given = await receiptFor(store(), 0)
    if (!given.ok) throw new Error(given.message)
    expect(verifyReceipt(given.receipt, { verifierKey: verifierKeyOf(next) }).ok).toBe(true)
    expect(verifyReceipt(given.receipt, { verifierKey })).toMatchObject({
      code: 'record.wrong-key',
    })
    expect(await auditRecord(store())).toMatchObject({ ok: true, size: 2 })
  })
})
