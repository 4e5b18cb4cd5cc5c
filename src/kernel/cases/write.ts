import type { Refusal } from '../errors.ts'
import { invariant, refuse } from '../errors.ts'
import { saltedDigest } from '../record/salted-digest.ts'
import { json, sql } from '../store/sql.ts'
import type { Transaction } from '../store/store.ts'
import type { CaseChange, CaseEvent, CaseState, DeterminationMark } from './events.ts'
import { applyEvent } from './fold.ts'
import type { PrivateContent } from './rows.ts'
import { readState } from './rows.ts'

/** Who changes a case, when, and which version they had read. */
export interface CaseWrite {
  readonly caseId: string
  /** The version that was read: when the case has another one by now, nothing is changed. */
  readonly expectedVersion: number
  readonly actor: string
  /** ISO 8601, UTC. */
  readonly now: string
}

/** Any JSON value that may be erased later, and at least 16 random bytes in hexadecimal. */
export interface PrivateValue {
  readonly value: unknown
  readonly salt: string
}

export type CaseResult = { readonly ok: true; readonly state: CaseState } | Refusal

/** A new case, as a draft without facts. An id that exists is `case.version-conflict`. */
export async function createCase(
  tx: Transaction,
  {
    caseId,
    program,
    actor,
    now,
  }: Omit<CaseWrite, 'expectedVersion'> & { readonly program: string },
): Promise<CaseResult> {
  const taken = await readState(tx, caseId)
  if (taken) return refuse('case.version-conflict', `There is a case ${caseId} already`)
  const event: CaseEvent = { kind: 'created', program, version: 1, actor, at: instantOf(now) }
  const state = applyEvent(caseId, undefined, event)
  await tx.query(sql`
    insert into case_file (id, program, status, version, assignee, created_at, updated_at, state)
    values (${caseId}, ${program}, ${state.status}, 1, null, ${now}, ${now}, ${json(state)})`)
  await insertEvent(tx, caseId, event)
  return { ok: true, state }
}

/** Saves what an applicant stated; only while nothing is decided (`case.already-decided`). */
export function saveFacts(
  tx: Transaction,
  write: CaseWrite,
  facts: PrivateValue,
): Promise<CaseResult> {
  const kept = keep(facts)
  return change(tx, write, {
    refuseIf: decidedAlready,
    change: { kind: 'factsSaved', digest: kept.digest },
    content: kept,
  })
}

/** Decides a case once; the whole determination document is private, its mark is not. */
export function recordDetermination(
  tx: Transaction,
  write: CaseWrite,
  mark: DeterminationMark,
  document: PrivateValue,
): Promise<CaseResult> {
  const kept = keep(document)
  const { outcome, asOf, mode, rulesHash, leafIndex, reservations } = mark
  return change(tx, write, {
    refuseIf: decidedAlready,
    change: {
      kind: 'determined',
      digest: kept.digest,
      ...{ outcome, asOf, mode, rulesHash, leafIndex, reservations },
    },
    content: kept,
  })
}

/** Marks that what was granted was used, and is now settled on the ledger. */
export const markSettled = (tx: Transaction, write: CaseWrite): Promise<CaseResult> =>
  change(tx, write, { refuseIf: endedOrUndecided, change: { kind: 'settled' } })

/** Marks that what was granted was given back on the ledger. */
export const markReleased = (tx: Transaction, write: CaseWrite): Promise<CaseResult> =>
  change(tx, write, { refuseIf: endedOrUndecided, change: { kind: 'released' } })

/** Gives the case to an officer, or to nobody. */
export const assignCase = (
  tx: Transaction,
  write: CaseWrite,
  assignee: string | null,
): Promise<CaseResult> => change(tx, write, { change: { kind: 'assigned', assignee } })

/** Erases facts and documents for good. Events keep their digests, so the history stays valid. */
export async function erasePrivate(
  tx: Transaction,
  { caseId, actor, now }: Omit<CaseWrite, 'expectedVersion'>,
): Promise<CaseResult> {
  await tx.query(sql`delete from case_private where case_id = ${caseId}`)
  return change(tx, { caseId, actor, now }, { change: { kind: 'erased' } })
}

interface Kept extends PrivateContent {
  readonly digest: string
}

/** The value's JSON text: digested as text, so that a number with decimals has one spelling too. */
function keep({ value, salt }: PrivateValue): Kept {
  const content = JSON.stringify(value)
  invariant(content !== undefined, 'Private content of a case is a JSON value')
  return { salt, content, digest: saltedDigest(content, salt) }
}

interface Wanted {
  readonly change: CaseChange
  readonly refuseIf?: (state: CaseState) => Refusal | undefined
  readonly content?: PrivateContent
}

async function change(
  tx: Transaction,
  write: Omit<CaseWrite, 'expectedVersion'> & { readonly expectedVersion?: number },
  wanted: Wanted,
): Promise<CaseResult> {
  const { caseId, expectedVersion, actor, now } = write
  const before = await readState(tx, caseId, sql`for update`)
  if (!before) return refuse('case.not-found', `There is no case ${caseId}`)
  if (expectedVersion !== undefined && expectedVersion !== before.version) {
    const versions = `version ${expectedVersion} was read, it is at version ${before.version}`
    return refuse('case.version-conflict', `Case ${caseId}: ${versions}; read it again`, {
      field: 'expectedVersion',
      example: before.version,
    })
  }
  const refusal = wanted.refuseIf?.(before)
  if (refusal) return refusal
  const event = { ...wanted.change, version: before.version + 1, actor, at: instantOf(now) }
  const state = applyEvent(caseId, before, event)
  await tx.query(sql`
    update case_file set status = ${state.status}, version = ${state.version},
      assignee = ${state.assignee}, updated_at = ${state.updatedAt}, state = ${json(state)}
    where id = ${caseId}`)
  await insertEvent(tx, caseId, event)
  if (wanted.content) {
    const { salt, content } = wanted.content
    await tx.query(
      sql`insert into case_private values (${caseId}, ${event.version}, ${salt}, ${content})`,
    )
  }
  return { ok: true, state }
}

async function insertEvent(tx: Transaction, caseId: string, event: CaseEvent): Promise<void> {
  const { version, actor, at, ...data } = event
  await tx.query(sql`
    insert into case_event (case_id, version, kind, actor, made_at, data)
    values (${caseId}, ${version}, ${data.kind}, ${actor}, ${at}, ${json(data)})`)
}

/** The one spelling that the database gives back, so that a stored state equals its fold. */
const instantOf = (text: string): string => new Date(text).toISOString()

const decidedAlready = ({ id, status }: CaseState): Refusal | undefined =>
  status === 'draft'
    ? undefined
    : refuse('case.already-decided', `Case ${id} is ${status}: open a new case to ask again`)

function endedOrUndecided({ id, status }: CaseState): Refusal | undefined {
  switch (status) {
    case 'draft':
      return refuse('case.not-decided', `Case ${id} is a draft: decide it first`)
    case 'settled':
      return refuse('ledger.already-settled', `What case ${id} reserved was settled before`)
    case 'released':
      return refuse('ledger.already-released', `What case ${id} reserved was released before`)
    case 'decided':
      return undefined
  }
}
