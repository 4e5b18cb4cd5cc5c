import type { CaseResult, CaseWrite, Transaction } from '#kernel'
import { append, getCase, markReleased, markSettled, transferAll } from '#kernel'
import type { Deployment } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'
import { endEntry } from './record-entry.ts'

/**
 * Settles what a decided case reserved, or gives it back: on the ledger, on the record and in the
 * history of the case, all of them or none.
 */
export async function endCase(
  tx: Transaction,
  { signer }: Deployment,
  how: 'settle' | 'release',
  write: Omit<CaseWrite, 'expectedVersion'> & { readonly expectedVersion: number | undefined },
): Promise<Outcome<Extract<CaseResult, { ok: true }>>> {
  const detail = await getCase(tx, write.caseId)
  if (!detail.ok) return detail
  const { state } = detail
  const expectedVersion = write.expectedVersion ?? state.version
  const mark = how === 'settle' ? markSettled : markReleased
  const marked = await mark(tx, { ...write, expectedVersion })
  if (!marked.ok) return marked
  const requests = (state.determination?.reservations ?? []).map((reserve) => ({
    kind: how,
    id: `${reserve}/${how}`,
    reserve,
    reference: write.caseId,
  }))
  if (requests.length > 0) {
    const made = await transferAll(tx, requests, write.now)
    if (!made.ok) return made
  }
  const type = how === 'settle' ? 'settled' : 'released'
  const of = state.determination?.leafIndex ?? 0
  await append(tx, signer, endEntry(type, state.program, of), write.now)
  return done(marked)
}
