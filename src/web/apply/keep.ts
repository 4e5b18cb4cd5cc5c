import type { Program } from '#rules'
import type { Draft, SavedPlace } from '../draft/draft.ts'
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

/** Decides a saved case on the server and records it; the same wish is carried out once. */
export async function recordCase(draft: Draft, wish: string): Promise<Recorded> {
  const { saved, asOf, mode, parameters } = draft
  if (!saved) throw new Error('a case is recorded only after it was saved')
  return ask<Recorded>(`/api/cases/${encodeURIComponent(saved.id)}/decide`, {
    method: 'POST',
    key: saved.key,
    body: { expectedVersion: saved.version, asOf, mode, parameters },
    idempotencyKey: `${wish}-${saved.version}`,
  })
}
