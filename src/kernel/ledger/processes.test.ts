import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { freshServerUrl } from '../../testing/database.ts'
import { openStore } from '../store/open.ts'
import { sql } from '../store/sql.ts'
import type { Store } from '../store/store.ts'
import { ensureCap, readCap } from './caps.ts'
import { recomputeBalances } from './recompute.ts'

const program = fileURLToPath(new URL('../../testing/ledger-writer.ts', import.meta.url))
const plan = { key: 'torture', title: 'Torture', unit: 'chips', scale: 0, cap: 603n }

/** Orders of a process that were committed; it is killed after so many, or ends at the cap. */
function ordersOf(url: string, name: string, killAfter = Infinity): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', program, url, plan.key, name]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [output, errors] = ['', '']
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.split('\n').length > killAfter) child.kill('SIGKILL')
    })
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`The writer failed: ${errors}`))
    })
  })
}

async function expectWhole(store: Store, committed: readonly string[]): Promise<void> {
  const rows = await store.query<{ id: string; ended: string | null }>(sql`
    select held.id, ending.id as ended from ledger_transfer as held
    left join ledger_transfer as ending on ending.reserve = held.id where held.kind = 'reserve'`)
  // Linked: no reservation without the settlement that came with it.
  expect(rows.filter(({ id, ended }) => ended !== `${id}/end`)).toEqual([])
  expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining([...committed]))
  expect(await readCap(store, plan.key)).toMatchObject({
    cap: plan.cap,
    reserved: 0n,
    used: 5n * BigInt(rows.length),
  })
  expect(await recomputeBalances(store)).toMatchObject({ wrongAccounts: [], wrongTransfers: [] })
}

test('processes on PostgreSQL that are killed lose nothing acknowledged and share one cap exactly', async () => {
  const url = await freshServerUrl()
  const store = await openStore({ url })
  try {
    await store.transaction((tx) => ensureCap(tx, plan, '2026-03-01T09:00:00.000Z'))
    const committed: string[] = []
    for (const round of [1, 2]) {
      const pair = [ordersOf(url, `a${round}`, 10 * round), ordersOf(url, `b${round}`, 15)]
      committed.push(...(await Promise.all(pair)).flat())
      await expectWhole(store, committed)
    }
    const last = await Promise.all([ordersOf(url, 'a'), ordersOf(url, 'b')])
    await expectWhole(store, [...committed, ...last.flat()])
    // Less than one order is left: with 8 left another order of 7 is admitted, and then 3 remain.
    expect(await readCap(store, plan.key)).toMatchObject({ used: 600n, available: 3n })
  } finally {
    await store.close()
  }
}, 120_000)
