import type { CaseDetail, CaseWrite, Transaction } from '#kernel'
import { append, getCase, lapseExpired, receiptFor, recordDetermination } from '#kernel'
import type { DecideOptions, Need, Program } from '#rules'
import { documentOf } from '#rules'
import type { Deployment } from '../context.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import type { DecidedCase, StatedCase } from './content.ts'
import { decideWithLedger, reserve } from './entitle.ts'
import { determinationEntry } from './record-entry.ts'

/** Reservations that expired are given back before a case is decided, so many at a time. */
const lapsedMax = 100

export interface CaseDecision {
  readonly program: Program
  readonly options: DecideOptions
  readonly write: CaseWrite
  readonly idempotencyKey: string | undefined
}

export interface CaseDecided {
  readonly detail: CaseDetail
  readonly content: DecidedCase
  readonly receipt: Extract<Awaited<ReturnType<typeof receiptFor>>, { ok: true }>['receipt']
}

/**
 * Decides a case in the transaction that is passed in: the decision with what the ledger knows, the
 * reservations, the entry on the record and the event of the case, all of them or none. A case whose
 * outcome is open is refused with what is missing; the same idempotency key gives the first answer.
 */
export async function decideStoredCase(
  tx: Transaction,
  { signer, random }: Deployment,
  { program, options, write, idempotencyKey }: CaseDecision,
): Promise<Outcome<CaseDecided>> {
  const before = await getCase(tx, write.caseId)
  if (!before.ok) return before
  const earlier = before.document?.value as DecidedCase | undefined
  const isRepeat = idempotencyKey !== undefined && earlier?.idempotencyKey === idempotencyKey
  if (earlier && isRepeat) return decided(tx, before, earlier)
  const late = tooLate(before, write)
  if (late) return late
  const stated = before.facts?.value as StatedCase | undefined
  if (!stated) return refused('case.not-decided', 'the facts of this case were erased')
  await lapseExpired(tx, write.now, lapsedMax)
  const entitled = await decideWithLedger(tx, program, stated, options, write.now)
  if (!entitled.ok) return entitled
  const { decision, facts } = entitled.value
  const { outcome } = decision
  if (outcome.kind !== 'value') return stillOpen(outcome.kind, decision.needs)
  const { references } = stated
  const held = { caseId: write.caseId, references, now: write.now }
  const reservations = await reserve(tx, program, entitled.value, held)
  if (!reservations.ok) return reservations
  const content: DecidedCase = {
    facts,
    references,
    determination: documentOf(decision),
    reservations: reservations.value.reserved,
    idempotencyKey: idempotencyKey ?? null,
  }
  const salt = random(16)
  const { leafIndex } = await append(tx, signer, determinationEntry(content, salt), write.now)
  const { asOf, mode, rulesHash } = content.determination
  const mark = { outcome: String(outcome.value), asOf, mode, rulesHash, leafIndex }
  const marked = { ...mark, reservations: reservations.value.ids }
  const recorded = await recordDetermination(tx, write, marked, { value: content, salt })
  if (!recorded.ok) return recorded
  const after = await getCase(tx, write.caseId)
  return after.ok ? decided(tx, after, content) : after
}

/** What the event of the case would refuse at the end is refused before the ledger is asked. */
function tooLate({ state }: CaseDetail, { expectedVersion }: CaseWrite): Refusal | undefined {
  const { id, version, status } = state
  if (version !== expectedVersion) {
    const message = `case ${id}: version ${expectedVersion} was read, it is at version ${version}; read it again`
    const more = { field: 'expectedVersion', example: version }
    return refused('case.version-conflict', message, more)
  }
  if (status === 'draft') return undefined
  return refused('case.already-decided', `case ${id} is ${status}: open a new case to ask again`)
}

async function decided(
  tx: Transaction,
  detail: CaseDetail,
  content: DecidedCase,
): Promise<Outcome<CaseDecided>> {
  const found = await receiptFor(tx, detail.state.determination?.leafIndex ?? -1)
  return found.ok ? done({ detail, content, receipt: found.receipt }) : found
}

function stillOpen(kind: 'undetermined' | 'gap' | 'conflict', needs: readonly Need[]): Refusal {
  const problems = needs.map(({ name, title, reason }) =>
    refused('input.missing', `${title} is needed (${reason})`, { field: name, example: null }),
  )
  const names = needs.slice(0, 5).map(({ name }) => name)
  const more = needs.length > 5 ? ` and ${needs.length - 5} more` : ''
  const why = {
    undetermined: 'facts are missing',
    gap: 'no rule covers it',
    conflict: 'the rules conflict',
  }
  const message = `the case cannot be decided yet, ${why[kind]}: ${names.join(', ')}${more}`
  return refused('case.not-decided', message, {
    field: 'facts',
    ...(problems.length > 0 ? { problems } : {}),
  })
}
