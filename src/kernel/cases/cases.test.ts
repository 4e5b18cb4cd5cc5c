import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { databases, useDatabase } from '../../testing/database.ts'
import { saltedDigest } from '../record/salted-digest.ts'
import { sql } from '../store/sql.ts'
import type { CaseEvent, CaseState, DeterminationMark } from './events.ts'
import { foldEvents } from './fold.ts'
import { getCase, listCases } from './read.ts'
import type { CaseResult } from './write.ts'
import {
  assignCase,
  createCase,
  erasePrivate,
  markReleased,
  markSettled,
  recordDetermination,
  saveFacts,
} from './write.ts'

const salt = 'a1'.repeat(16)
const actor = 'officer 7'
const instant = (second: number): string =>
  new Date(Date.UTC(2026, 2, 1, 10, 0, second)).toISOString()
const mark: DeterminationMark = {
  outcome: 'licenseRequired',
  asOf: '2026-03-01',
  mode: 'enforced',
  rulesHash: 'ab'.repeat(32),
  leafIndex: 3,
  reservations: ['reserve-1'],
}
const factsOf = (quantity: number) => ({ value: { quantity, density: 2.91 }, salt })
const document = { value: { outcome: 'licenseRequired', trace: [] }, salt }

function stateOf(result: CaseResult): CaseState {
  if (!result.ok) throw new Error(`${result.code}: ${result.message}`)
  return result.state
}

const codeOf = (result: { readonly ok: true } | { readonly ok: false; readonly code: string }) =>
  result.ok ? 'ok' : result.code

describe('a history', () => {
  const created: CaseEvent = { kind: 'created', program: 'p', version: 1, actor, at: instant(0) }

  test('cannot be folded with an event missing, doubled, or without its beginning', () => {
    const settled: CaseEvent = { kind: 'settled', version: 2, actor, at: instant(1) }
    expect(foldEvents('c', [created, settled])).toMatchObject({ status: 'settled', version: 2 })
    expect(() => foldEvents('c', [])).toThrow('has no events')
    expect(() => foldEvents('c', [created, created])).toThrow('does not follow version 1')
    expect(() => foldEvents('c', [created, { ...settled, version: 3 }])).toThrow('does not follow')
    expect(() => foldEvents('c', [{ ...settled, version: 1 }])).toThrow('is "created"')
  })
})

describe.each(databases)('cases on $kind', (database) => {
  const store = useDatabase(database)
  const run = (work: Parameters<ReturnType<typeof store>['transaction']>[0]) =>
    store().transaction(work) as Promise<CaseResult>
  const create = (caseId: string, program = 'lakes', second = 0) =>
    run((tx) => createCase(tx, { caseId, program, actor, now: instant(second) }))
  const at = (caseId: string, expectedVersion: number) => ({
    caseId,
    expectedVersion,
    actor,
    now: instant(expectedVersion),
  })

  test('a case is made, saved, resumed, decided, assigned and settled', async () => {
    expect(stateOf(await create('c1'))).toMatchObject({ status: 'draft', version: 1, facts: null })
    await run((tx) => saveFacts(tx, at('c1', 1), factsOf(10)))
    const saved = stateOf(await run((tx) => saveFacts(tx, at('c1', 2), factsOf(20))))
    const digest = saltedDigest(JSON.stringify(factsOf(20).value), salt)
    expect(saved.facts).toEqual({ version: 3, digest })
    await run((tx) => recordDetermination(tx, at('c1', 3), mark, document))
    await run((tx) => assignCase(tx, at('c1', 4), 'officer 9'))
    await run((tx) => markSettled(tx, at('c1', 5)))
    const detail = await getCase(store(), 'c1')
    expect(detail).toMatchObject({
      ok: true,
      state: {
        status: 'settled',
        version: 6,
        assignee: 'officer 9',
        createdAt: instant(0),
        updatedAt: instant(5),
        determination: { ...mark, version: 4, decidedAt: instant(3) },
      },
      facts: factsOf(20),
      document,
    })
    if (!detail.ok) throw new Error(detail.message)
    expect(detail.history.map(({ kind }) => kind)).toEqual([
      'created',
      'factsSaved',
      'factsSaved',
      'determined',
      'assigned',
      'settled',
    ])
    expect(JSON.stringify(detail.history)).not.toContain('quantity')
    expect(foldEvents('c1', detail.history)).toEqual(detail.state)
  })

  test('each change that does not fit is refused by its code, and changes nothing', async () => {
    const none = at('none', 1)
    expect(codeOf(await run((tx) => saveFacts(tx, none, factsOf(1))))).toBe('case.not-found')
    for (const caseId of ['none', '', 'c\0']) {
      expect(codeOf(await getCase(store(), caseId))).toBe('case.not-found')
    }
    await create('c1')
    expect(codeOf(await create('c1'))).toBe('case.version-conflict')
    expect(codeOf(await run((tx) => markSettled(tx, at('c1', 1))))).toBe('case.not-decided')
    expect(codeOf(await run((tx) => markReleased(tx, at('c1', 1))))).toBe('case.not-decided')
    const stale = await run((tx) => saveFacts(tx, at('c1', 2), factsOf(1)))
    expect(stale).toMatchObject({ code: 'case.version-conflict', example: 1 })
    await run((tx) => recordDetermination(tx, at('c1', 1), mark, document))
    const again = [
      await run((tx) => saveFacts(tx, at('c1', 2), factsOf(1))),
      await run((tx) => recordDetermination(tx, at('c1', 2), mark, document)),
    ]
    expect(again.map(codeOf)).toEqual(['case.already-decided', 'case.already-decided'])
    await run((tx) => markReleased(tx, at('c1', 2)))
    expect(codeOf(await run((tx) => markSettled(tx, at('c1', 3))))).toBe('ledger.already-released')
    expect(await getCase(store(), 'c1')).toMatchObject({ state: { version: 3 } })
  })

  test('of two who write at the same time, one is told to read again', async () => {
    await create('c1')
    const writes = Array.from({ length: 6 }, (_, quantity) =>
      run((tx) => saveFacts(tx, at('c1', 1), factsOf(quantity))),
    )
    const codes = (await Promise.all(writes)).map(codeOf).sort()
    expect(codes).toEqual([...Array<string>(5).fill('case.version-conflict'), 'ok'])
    const detail = await getCase(store(), 'c1')
    expect(detail).toMatchObject({ ok: true, state: { version: 2 } })
  })

  test('erased content is gone; its digests and the history stay', async () => {
    await create('c1')
    await run((tx) => saveFacts(tx, at('c1', 1), factsOf(77)))
    await run((tx) => recordDetermination(tx, at('c1', 2), mark, document))
    const erased = await run((tx) => erasePrivate(tx, { caseId: 'c1', actor, now: instant(9) }))
    expect(stateOf(erased).erasedAt).toBe(instant(9))
    const detail = await getCase(store(), 'c1')
    if (!detail.ok) throw new Error(detail.message)
    expect([detail.facts, detail.document]).toEqual([undefined, undefined])
    expect(detail.state.facts?.digest).toBe(saltedDigest(JSON.stringify(factsOf(77).value), salt))
    expect(foldEvents('c1', detail.history)).toEqual(detail.state)
    const kept = await store().query(sql`select * from case_private`)
    expect(kept).toEqual([])
    const none = await run((tx) => erasePrivate(tx, { caseId: 'none', actor, now: instant(9) }))
    expect(codeOf(none)).toBe('case.not-found')
  })

  test('a queue is listed newest first, filtered, page by page', async () => {
    for (const [index, program] of ['lakes', 'rivers', 'lakes', 'lakes', 'lakes'].entries()) {
      // Two made in the same instant still have one order.
      await create(`c${index}`, program, Math.min(index, 3))
    }
    await run((tx) => recordDetermination(tx, at('c2', 1), mark, document))
    await run((tx) => assignCase(tx, at('c3', 1), 'officer 9'))
    const ids = async (filter: Partial<Parameters<typeof listCases>[1]>): Promise<string[]> => {
      const found: string[] = []
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await listCases(store(), { limit: 2, ...filter, cursor })
        if (!page.ok) throw new Error(page.message)
        found.push(...page.cases.map(({ id }) => id))
        cursor = page.next
      }
      return found
    }
    expect(await ids({})).toEqual(['c4', 'c3', 'c2', 'c1', 'c0'])
    expect(await ids({ program: 'lakes' })).toEqual(['c4', 'c3', 'c2', 'c0'])
    expect(await ids({ program: 'lakes', status: 'draft' })).toEqual(['c4', 'c3', 'c0'])
    expect(await ids({ assignee: 'officer 9' })).toEqual(['c3'])
    expect(await ids({ assignee: null, program: 'rivers' })).toEqual(['c1'])
    expect(await ids({ program: 'seas' })).toEqual([])
    for (const cursor of ['', 'x', '2026-13-01T10:00:00.000Z~c1', '2026-03-01T10:00:00.000Z~\0']) {
      const page = await listCases(store(), { limit: 2, cursor })
      expect(page).toMatchObject({ ok: false, code: 'input.malformed', field: 'cursor' })
    }
  })

  test('history cannot be changed or taken away', async () => {
    await create('c1')
    await run((tx) => saveFacts(tx, at('c1', 1), factsOf(1)))
    for (const statement of [
      sql`update case_event set actor = 'somebody else'`,
      sql`delete from case_event`,
      sql`truncate case_event cascade`,
      sql`update case_private set content = '{}'`,
      sql`delete from case_file`,
      sql`update case_file set program = 'rivers'`,
    ]) {
      await expect(store().query(statement)).rejects.toThrow('only grows')
    }
  })

  const commands = ['save', 'decide', 'settle', 'release', 'assign', 'erase', 'stale'] as const
  test('after any commands the stored state equals the fold of the events', async () => {
    let cases = 0
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...commands), { maxLength: 12 }),
      async (list) => {
        cases += 1
        const caseId = `case-${cases}`
        let state = stateOf(await create(caseId))
        for (const command of list) {
          const write = at(caseId, command === 'stale' ? state.version - 1 : state.version)
          const result = await run((tx) => {
            if (command === 'decide') return recordDetermination(tx, write, mark, document)
            if (command === 'settle') return markSettled(tx, write)
            if (command === 'release') return markReleased(tx, write)
            if (command === 'assign') return assignCase(tx, write, `officer ${state.version}`)
            if (command === 'erase') return erasePrivate(tx, write)
            return saveFacts(tx, write, factsOf(state.version))
          })
          if (command === 'stale') expect(codeOf(result)).toBe('case.version-conflict')
          if (result.ok) state = result.state
        }
        const detail = await getCase(store(), caseId)
        if (!detail.ok) throw new Error(detail.message)
        expect(detail.state).toEqual(state)
        expect(foldEvents(caseId, detail.history)).toEqual(state)
        const [row] = await store().query(sql`
          select id, program, status, version, assignee, created_at as "createdAt",
            updated_at as "updatedAt" from case_file where id = ${caseId}`)
        const { id, program, status, assignee, createdAt, updatedAt } = state
        const version = BigInt(state.version)
        expect(row).toEqual({ id, program, status, version, assignee, createdAt, updatedAt })
      },
    )
    await fc.assert(property, { numRuns: 25 })
  })
})
