import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { databases, freshServerUrl, useDatabase } from '../../testing/database.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { openStore } from './open.ts'
import type { Session } from './session.ts'
import { sql } from './sql.ts'
import type { Store } from './store.ts'

const insert = sql`insert into case_key values ('kept', 'case_1', '2026-01-01T00:00:00Z')`

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-open-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('an embedded database keeps its folder to one process and outlives it', async () => {
  const dataDir = join(temporaryFolder(), 'deep', 'data')
  // What a first start leaves behind that was killed while it made the folder.
  mkdirSync(`${dataDir}.new`, { recursive: true })
  writeFileSync(join(`${dataDir}.new`, 'PG_VERSION'), 'broken')

  const first = await openStore({ dataDir })
  await first.query(insert)
  await expect(openStore({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`)
  await first.close()
  expect(existsSync(`${dataDir}.lock`)).toBe(false)

  const ended = spawnSync(process.execPath, ['--version']).pid
  writeFileSync(`${dataDir}.lock`, String(ended))
  const second = await openStore({ dataDir })
  expect(await second.query(sql`select case_id from case_key`)).toEqual([{ case_id: 'case_1' }])
  await second.close()
})

test('several servers that start at once on an empty database make one schema', async () => {
  const url = await freshServerUrl()
  const cleaner = await openStore({ url })
  await cleaner.query(sql`drop schema public cascade`)
  await cleaner.query(sql`create schema public`)
  await cleaner.close()
  const stores = await Promise.all([1, 2, 3, 4].map(() => openStore({ url })))
  const [store] = stores
  const names = await store?.query<{ name: string }>(sql`select name from schema_migration`)
  expect(names?.map(({ name }) => name).sort()).toEqual(migrations.map(({ name }) => name).sort())
  await Promise.all(stores.map((one) => one.close()))
})

test('a lost connection fails its transaction only', async () => {
  const url = await freshServerUrl()
  const [store, other] = await Promise.all([openStore({ url }), openStore({ url })])
  onTestFinished(async () => {
    await Promise.all([store.close(), other.close()])
  })
  const lost = store.transaction(async (tx) => {
    await tx.query(insert)
    const [own] = await tx.query<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await other.query(sql`select pg_terminate_backend(${own?.pid ?? 0})`)
    await tx.query(sql`select 1`)
  })
  await expect(lost).rejects.toThrow(/terminat/i)
  expect(await store.query(sql`select count(*) as n from case_key`)).toEqual([{ n: 0n }])
})

describe.each(databases)('migrations on $kind', (database) => {
  const store = useDatabase(database)

  /** Runs them in a transaction that is rolled back, as a test must leave the schema as it was. */
  async function migrateAfter(change: ReturnType<typeof sql>): Promise<unknown> {
    let outcome: unknown
    const rolledBack = new Error('rolled back')
    const work = store().transaction(async (tx) => {
      await tx.query(change)
      // Only its statements are needed: nothing is left to be migrated.
      outcome = await migrate(tx as unknown as Session).catch((error: unknown) => error)
      throw rolledBack
    })
    await expect(work).rejects.toBe(rolledBack)
    return outcome
  }

  test('are refused when the database is newer, or a released one was altered', async () => {
    expect(
      await migrateAfter(sql`insert into schema_migration values ('ledger-9', 'x')`),
    ).toMatchObject({
      message: expect.stringContaining('"ledger-9", which this version') as string,
    })
    expect(
      await migrateAfter(sql`update schema_migration set sha256 = 'x' where name = 'ledger-1'`),
    ).toMatchObject({ message: expect.stringContaining('"ledger-1" was altered') as string })
  })

  test('are applied once', async () => {
    const rows = async (of: Store) => of.query(sql`select * from schema_migration order by name`)
    const before = await rows(store())
    expect(before).toHaveLength(migrations.length)
    expect(await migrateAfter(sql`select 1`)).toBeUndefined()
    expect(await rows(store())).toEqual(before)
  })
})
