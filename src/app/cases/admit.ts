import { holdsCaseKey } from '#kernel'
import { anyone, isOfficer } from '../caller.ts'
import type { Context } from '../context.ts'
import { deploymentOf } from '../context.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'

/** The name that the history gives to somebody who holds the key of a case. */
const applicant = 'applicant'

/** Who acts on a case: an officer, or whoever holds its key. Others learn not even that it exists. */
export async function admitToCase(context: Context, caseId: string): Promise<Outcome<string>> {
  const { store } = deploymentOf(context)
  const caller = context.caller ?? anyone
  if (isOfficer(caller)) return done(caller.name ?? caller.role)
  if (caller.caseKey === undefined) {
    const message = 'send the key of the case: Authorization: Bearer KEY'
    return refused('access.unauthenticated', message, { field: 'authorization' })
  }
  if (await holdsCaseKey(store, { secret: caller.caseKey, caseId })) return done(applicant)
  return refused('case.not-found', `this key opens no case ${caseId}`, { field: 'id' })
}
