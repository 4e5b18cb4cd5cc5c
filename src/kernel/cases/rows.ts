import type { Queryable } from '../store/store.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { CaseChange, CaseEvent, CaseState } from './events.ts'

/** Private content as kept: JSON text, and the salt of the digest that the event holds. */
export interface PrivateContent {
  readonly salt: string
  readonly content: string
}

interface EventRow {
  readonly version: bigint
  readonly actor: string
  readonly made_at: string
  readonly data: CaseChange
}

/** The state of a case; undefined when there is none. `lock` makes other writers wait. */
export async function readState(
  database: Queryable,
  caseId: string,
  lock: Sql = sql``,
): Promise<CaseState | undefined> {
  // The database cannot hold this character, so no id has it; asking for it would be a fault.
  if (caseId.includes('\0')) return undefined
  const [row] = await database.query<{ readonly state: CaseState }>(
    sql`select state from case_file where id = ${caseId} ${lock}`,
  )
  return row?.state
}

/** All events of a case, in the order in which they happened. */
export async function readEvents(
  database: Queryable,
  caseId: string,
): Promise<readonly CaseEvent[]> {
  const rows = await database.query<EventRow>(
    sql`select version, actor, made_at, data from case_event
        where case_id = ${caseId} order by version`,
  )
  return rows.map(({ version, actor, made_at: at, data }) => ({
    ...data,
    version: Number(version),
    actor,
    at,
  }))
}

/** Private content that an event digests; undefined when it was erased or there was none. */
export async function readPrivate(
  database: Queryable,
  caseId: string,
  version: number | undefined,
): Promise<PrivateContent | undefined> {
  if (version === undefined) return undefined
  const [row] = await database.query<PrivateContent>(
    sql`select salt, content from case_private where case_id = ${caseId} and version = ${version}`,
  )
  return row
}
