import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import { json, sql, statementText } from './sql.ts'

test('a value is a parameter, never a part of the statement', () => {
  const condition = sql`name = ${"x'; drop table case_key; --"}`
  const statement = sql`select ${1} where ${condition} and ${true}`
  expect(statementText(statement)).toBe('select $1 where name = $2 and $3')
  expect(statement.values).toEqual([1, "x'; drop table case_key; --", true])
})

describe.each(databases)('the store on $kind', (database) => {
  const store = useDatabase(database)

  test('gives values of the same types on both engines', async () => {
    const [row] = await store().query(sql`select
      ${2n ** 62n}::bigint as big, 3 as small, sum(3::bigint) as total,
      ${json({ list: [1, null] })} as document, ${'2026-03-01T10:00:00.120+02:00'}::timestamptz as at,
      '2026-03-01'::date as day, ${new Uint8Array([0, 255])}::bytea as bytes,
      ${['a', 'b,"c']}::text[] as texts, ${[1n, 2n]}::bigint[] as bigs, ${null}::text as nothing`)
    expect(row).toEqual({
      big: 2n ** 62n,
      small: 3,
      total: '3',
      document: { list: [1, null] },
      at: '2026-03-01T08:00:00.120Z',
      day: '2026-03-01',
      bytes: new Uint8Array([0, 255]),
      texts: ['a', 'b,"c'],
      bigs: [1n, 2n],
      nothing: null,
    })
  })

  const count = async (): Promise<unknown> =>
    (await store().query(sql`select count(*) as n from case_key`))[0]

  const insert = (secret: string) =>
    sql`insert into case_key values (${secret}, 'c', '2026-01-01T00:00:00Z')`

  test('keeps all or nothing of a transaction', async () => {
    await store().transaction((tx) => tx.query(insert('kept')))
    const failing = store().transaction(async (tx) => {
      await tx.query(insert('lost'))
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    expect(await count()).toEqual({ n: 1n })
  })

  test('runs a transaction again when another one changed what it had read', async () => {
    let runs = 0
    const add = () =>
      store().transaction(async (tx) => {
        runs += 1
        const [row] = await tx.query<{ n: bigint }>(sql`select count(*) as n from case_key`)
        await tx.query(insert(`number ${row?.n}`))
      })
    await Promise.all(Array.from({ length: 8 }, add))
    expect(await count()).toEqual({ n: 8n })
    expect(runs).toBeGreaterThanOrEqual(8)
  })

  test('refuses the store inside its own transaction, which would wait forever', async () => {
    const nested = store().transaction(() => store().query(sql`select 1`))
    await expect(nested).rejects.toThrow('use the transaction that was passed in')
  })
})
