import { describe, expect, it } from 'vitest'
import { programs } from '../../../programs/index.ts'
import { Choices } from '../../../testing/choices.ts'
import { databases, useDatabase } from '../../../testing/database.ts'
import { byCase } from '../../../testing/differential/by-case.ts'
import type { SqlEngine } from '../../../testing/differential/by-sql.ts'
import { bySql } from '../../../testing/differential/by-sql.ts'
import { randomColumns, seeded } from '../../../testing/differential/random-columns.ts'
import { runDifferential } from '../../../testing/differential/run.ts'
import { randomText } from '../../../testing/random-rules.ts'
import type { Sql } from '../../store/sql.ts'
import type { Store } from '../../store/store.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { interpret } from '../evaluate.ts'
import type { View } from '../view.ts'
import { viewOf } from '../view.ts'

const statement = (text: string): Sql => ({ parts: [text], values: [] })

function engineOf(store: Store, dialect: 'postgresql' | 'standard' = 'postgresql'): SqlEngine {
  return {
    name: store.kind,
    dialect,
    table: 'rules_in_sql.cases',
    run: async (text) => void (await store.query(statement(text))),
    load: async (table, rows) => {
      const columns = await store.query<{ name: string }>({
        parts: [
          `select attname as name from pg_attribute where attnum > 0 and attrelid = '${table}'::regclass order by attnum`,
        ],
        values: [],
      })
      const objects = rows.map((row) =>
        Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])),
      )
      await store.query({
        parts: [
          `insert into ${table} select * from json_populate_recordset(null::${table}, `,
          '::text::json)',
        ],
        values: [JSON.stringify(objects)],
      })
    },
    rows: (text) => store.query(statement(text)),
  }
}

describe.each(databases)('rules as one SELECT, on $kind', (database) => {
  const store = useDatabase(database)

  async function expectSame(view: View, outputs: readonly string[], count: number, seed: number) {
    await store().query(statement('create schema if not exists rules_in_sql'))
    const found = await runDifferential({
      view,
      outputs,
      chunks: [randomColumns(view.rules, count, seeded(seed))],
      oracle: byCase('interpreter', interpret),
      readings: [bySql(engineOf(store())), bySql(engineOf(store()), 'code')],
      now: () => 0,
    })
    await store().query(statement('drop schema rules_in_sql cascade'))
    for (const { examples } of found.tallies) expect(examples).toEqual([])
    return found.statuses
  }

  it.each(programs.map((program) => [program.id, program] as const))(
    'gives for %s what the interpreter gives',
    async (_id, { rules }) => {
      const found = viewOf(rules, '2026-11-24', 'text')
      if (!found.ok) throw new Error(found.problem.message)
      const statuses = await expectSame(found.view, [rules.text.outcome], 400, 11)
      expect(statuses[0]).toBeGreaterThan(0)
      expect(statuses[1]).toBeGreaterThan(0)
    },
  )

  it('gives for random rule sets what the interpreter gives, for every definition', async () => {
    const total = [0, 0, 0, 0, 0]
    for (let round = 0; round < 12; round++) {
      const below = seeded(round + 100)
      const entropy = Array.from({ length: 400 }, () => below(1024))
      const rules = loadOrThrow(randomText(new Choices(entropy)))
      const mode = (['text', 'enforced', 'proposal:bill'] as const)[round % 3] ?? 'text'
      const found = viewOf(rules, '2022-06-01', mode)
      if (!found.ok) throw new Error(found.problem.message)
      const outputs = rules.text.definitions.map(({ name }) => name)
      const statuses = await expectSame(found.view, outputs, 60, round)
      statuses.forEach((count, status) => (total[status] = (total[status] ?? 0) + count))
    }
    // A run that never meets one of the ways to come out proves nothing about it.
    for (const count of total) expect(count).toBeGreaterThan(0)
  })
})
