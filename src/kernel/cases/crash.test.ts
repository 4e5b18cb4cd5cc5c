import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databases, emptySnapshot, freshServerUrl } from '../../testing/database.ts'
import { readCap } from '../ledger/caps.ts'
import { recomputeBalances } from '../ledger/recompute.ts'
import { auditRecord } from '../record/audit.ts'
import { entries } from '../record/read.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { openStore } from '../store/open.ts'
import { sql } from '../store/sql.ts'
import type { Store, Transaction } from '../store/store.ts'
import { foldEvents } from './fold.ts'
import { getCase } from './read.ts'

const writer = fileURLToPath(new URL('../../testing/crash-writer.ts', import.meta.url))

/** CRASH_ROUNDS=100 makes a long torture of it. */
const rounds = Number(process.env['CRASH_ROUNDS'] ?? 2)

/** Lets a writer commit some cases, then kills it in the middle of others. Gives those committed. */
function writeAndKill(kind: string, place: string, round: number): Promise<readonly string[]> {
  const enough = 1 + Math.floor(Math.random() * 12)
  const killDelay = Math.random() * 15
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', writer, kind, place, String(round)]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors, killing] = ['', '', false]
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (killing || output.split('\n').length <= enough) return
      killing = true
      setTimeout(() => child.kill('SIGKILL'), killDelay)
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`The writer ended before it was killed: ${errors}`))
    })
  })
}

/** Every decided case with its reservation and its entry; throws when any of the three is alone. */
async function completeCases(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.query<{ readonly id: string }>(sql`select id from case_file order by id`)
  const { entries: recorded } = await entries(tx, { limit: 10_000 })
  const ids = rows.map(({ id }) => id)
  for (const id of ids) {
    const detail = await getCase(tx, id)
    if (!detail.ok) throw new Error(detail.message)
    expect(detail.state).toMatchObject({ status: 'decided', version: 3 })
    expect(foldEvents(id, detail.history)).toEqual(detail.state)
    expect([detail.facts?.value, detail.document?.value]).toEqual([
      { caseId: id },
      { outcome: 'granted' },
    ])
    const place = detail.state.determination?.leafIndex ?? -1
    expect(recorded[place]).toMatchObject({
      leafIndex: place,
      entry: canonicalJson({ caseId: id }),
    })
  }
  expect(recorded).toHaveLength(ids.length)
  const reserves = await tx.query<{ readonly id: string }>(
    sql`select id from ledger_transfer where kind = 'reserve' order by id`,
  )
  expect(reserves.map(({ id }) => id)).toEqual(ids.map((id) => `reserve-${id}`))
  expect(await readCap(tx, 'crash/2026')).toMatchObject({ reserved: BigInt(ids.length) })
  expect(await auditRecord(tx)).toMatchObject({ ok: true, size: ids.length })
  expect(await recomputeBalances(tx)).toMatchObject({ wrongAccounts: [], wrongTransfers: [] })
  return ids
}

async function check(store: Store, committed: readonly string[]): Promise<void> {
  try {
    const there = await store.transaction(completeCases)
    expect(there).toEqual(expect.arrayContaining([...committed]))
  } finally {
    await store.close()
  }
}

describe.each(databases)('writers killed in the middle of cases, on $kind', ({ kind }) => {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-crash-'))
  let place = join(folder, 'database')
  beforeAll(async () => {
    if (kind === 'postgres') {
      place = await freshServerUrl()
      return
    }
    mkdirSync(place)
    // By way of a file: tar stops reading at the end mark, and a pipe then breaks on what follows.
    const archive = join(folder, 'snapshot.tar')
    writeFileSync(archive, Buffer.from(await (await emptySnapshot()).arrayBuffer()))
    execFileSync('tar', ['--extract', `--file=${archive}`, `--directory=${place}`])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test(
    'each case is there with entry and reservation, or not at all; those acknowledged are',
    async () => {
      const committed: string[] = []
      for (let round = 0; round < rounds; round += 1) {
        committed.push(...(await writeAndKill(kind, place, round)))
        const options = kind === 'postgres' ? { url: place } : { dataDir: place }
        await check(await openStore(options), committed)
      }
      expect(committed.length).toBeGreaterThanOrEqual(rounds)
    },
    120_000 + rounds * 20_000,
  )
})
