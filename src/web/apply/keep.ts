import type { Program } from '#rules'
import type { Draft, SavedPlace } from '../draft/draft.ts'
import { decideCase } from '../draft/reading.ts'
import { ask } from '../server/client.ts'
import type { Recorded, StoredCase } from '../server/types.ts'

/** Stores a draft as a case, or its changed facts under the case that it already is. */
export async function saveCase(program: Program, draft: Draft): Promise<SavedPlace> {
  const { facts, references, saved } = draft
  if (!saved) {
    const made = await ask<{ readonly case: StoredCase; readonly caseKey: string }>('/api/cases', {
      method: 'POST',
      body: { program: program.id, facts, references },
    })
    return { id: made.case.id, key: made.caseKey, version: made.case.version }
  }
  const { version } = await ask<StoredCase>(`/api/cases/${encodeURIComponent(saved.id)}/facts`, {
    method: 'PUT',
    key: saved.key,
    body: { facts, references, expectedVersion: saved.version },
  })
  return { ...saved, version }
}

/** Why a case cannot be recorded as it is; undefined when it can. */
export function whyNotRecorded(program: Program, draft: Draft): string | undefined {
  if (draft.mode.startsWith('proposal:')) {
    return 'Only the text as it stands and the rules as enforced are recorded. What a proposal would decide can be kept as a file.'
  }
  if (Object.keys(draft.parameters).length > 0) {
    return 'Assumed numbers are not recorded. Withdraw them first.'
  }
  const result = decideCase(program, draft)
  const isDecided = result.ok && result.decision.outcome.kind === 'value'
  return isDecided ? undefined : 'It can be recorded once nothing is missing any more.'
}

/** Decides a saved case on the server and records it; the same wish is carried out once. */
export async function recordCase(draft: Draft, wish: string): Promise<Recorded> {
  const { saved, asOf, mode } = draft
  if (!saved) throw new Error('a case is recorded only after it was saved')
  return ask<Recorded>(`/api/cases/${encodeURIComponent(saved.id)}/decide`, {
    method: 'POST',
    key: saved.key,
    body: { expectedVersion: saved.version, asOf, mode },
    idempotencyKey: `${wish}-${saved.version}`,
  })
}
