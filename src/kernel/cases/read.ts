import type { Refusal } from '../errors.ts'
import { refuse } from '../errors.ts'
import { sql } from '../store/sql.ts'
import type { Queryable } from '../store/store.ts'
import type { CaseEvent, CaseState, CaseStatus } from './events.ts'
import { readEvents, readPrivate, readState } from './rows.ts'
import type { PrivateValue } from './write.ts'

/** A case in full. Private values are undefined when never given, or erased since. */
export interface CaseDetail {
  readonly ok: true
  readonly state: CaseState
  /** The facts as last saved, with the salt that proves their digest. */
  readonly facts: PrivateValue | undefined
  /** The document of the determination, likewise. */
  readonly document: PrivateValue | undefined
  readonly history: readonly CaseEvent[]
}

/** Everything about one case, of one instant when read in a transaction; else `case.not-found`. */
export async function getCase(database: Queryable, caseId: string): Promise<CaseDetail | Refusal> {
  const state = await readState(database, caseId)
  if (!state) return refuse('case.not-found', `There is no case ${caseId}`)
  const { facts, determination } = state
  const [factsContent, documentContent, history] = [
    await readPrivate(database, caseId, facts?.version),
    await readPrivate(database, caseId, determination?.version),
    await readEvents(database, caseId),
  ]
  return {
    ok: true,
    state,
    facts: factsContent && valueOf(factsContent),
    document: documentContent && valueOf(documentContent),
    history,
  }
}

const valueOf = ({ salt, content }: { readonly salt: string; readonly content: string }) => ({
  salt,
  value: JSON.parse(content) as unknown,
})

/** Which cases: all filters that are given must hold. `assignee: null` asks for unassigned ones. */
export interface CaseFilter {
  readonly program?: string | undefined
  readonly status?: CaseStatus | undefined
  readonly assignee?: string | null | undefined
  readonly limit: number
  /** What a page gave as `next`. */
  readonly cursor?: string | undefined
}

/** Some cases, newest first, and the cursor to go on from; without it there are no more. */
export interface CasePage {
  readonly ok: true
  readonly cases: readonly CaseState[]
  readonly next?: string
}

/** Cases, newest first. A case made meanwhile neither repeats nor hides another on later pages. */
export async function listCases(
  database: Queryable,
  { program, status, assignee, limit, cursor }: CaseFilter,
): Promise<CasePage | Refusal> {
  const after = cursor === undefined ? undefined : readCursor(cursor)
  if (cursor !== undefined && !after) {
    return refuse('input.malformed', `"${cursor}" is no cursor: take "next" of a page`, {
      field: 'cursor',
      example: '2026-03-01T10:00:00.000Z~case-1',
    })
  }
  const rows = await database.query<{ readonly state: CaseState }>(sql`
    select state from case_file
    where true
      ${program === undefined ? sql`` : sql`and program = ${program}`}
      ${status === undefined ? sql`` : sql`and status = ${status}`}
      ${assignee === undefined ? sql`` : sql`and assignee is not distinct from ${assignee}`}
      ${after ? sql`and (created_at, id) < (${after.createdAt}::timestamptz, ${after.id})` : sql``}
    order by created_at desc, id desc limit ${limit + 1}`)
  const cases = rows.slice(0, limit).map(({ state }) => state)
  const last = cases.at(-1)
  if (rows.length <= limit || !last) return { ok: true, cases }
  return { ok: true, cases, next: `${last.createdAt}~${last.id}` }
}

function readCursor(text: string): { readonly createdAt: string; readonly id: string } | undefined {
  const [, createdAt, id] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(.+)$/s.exec(text) ?? []
  if (createdAt === undefined || id === undefined || id.includes('\0')) return undefined
  return Number.isNaN(Date.parse(createdAt)) ? undefined : { createdAt, id }
}
