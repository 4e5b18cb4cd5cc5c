import { z } from 'zod'
import { getCase } from '#kernel'
import { anyone } from '../caller.ts'
import { admitToCase } from '../cases/admit.ts'
import { decideStoredCase } from '../cases/decide-case.ts'
import { endCase } from '../cases/end-case.ts'
import { caseView, reservedAmount, viewOf } from '../cases/view.ts'
import type { Context } from '../context.ts'
import { deploymentOf } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'
import { determination, sent } from '../schemas/determination.ts'
import { asOf, parameters } from '../schemas/inputs.ts'
import { receipt } from '../schemas/receipt.ts'
import { inTransaction } from '../transaction.ts'
import { caseId, expectedVersion } from './cases.ts'
import { optionsFor } from './decide.ts'

const decideInput = z.strictObject({
  id: caseId,
  expectedVersion,
  asOf: asOf.optional(),
  mode: z.string().max(100).default('text').meta({
    description: 'text or enforced; what a proposal would decide is asked without a case',
  }),
  parameters: parameters.optional().meta({ description: 'For officers only' }),
  idempotencyKey: z.string().min(1).max(200).optional().meta({
    description: 'Sending a request again with the same key gives the first answer',
  }),
})

/** What is recorded and reserved follows the law, not what somebody assumes or proposes. */
function refuseAssumptions(
  { caller = anyone }: Context,
  { mode, parameters: assumed }: z.output<typeof decideInput>,
): Outcome<true> {
  if (mode !== 'text' && mode !== 'enforced') {
    const message = `a case is decided under "text" or "enforced"; ask what "${mode}" would decide without a case`
    return refused('rules.unknown-mode', message, { field: 'mode', example: 'text' })
  }
  if (assumed === undefined || caller.role !== 'public') return done(true)
  return refused('access.forbidden', 'only officers may assume parameters when a case is decided', {
    field: 'parameters',
  })
}

export const decideCaseOperation = operation({
  name: 'case-decide',
  title: 'Decide a case for the record',
  summary:
    'Decides a stored case with what the ledger knows, reserves what it grants, and puts the determination on the record, all in one transaction. Gives the determination and a receipt. A case is decided once.',
  access: 'case',
  effect: 'write',
  input: decideInput,
  output: z
    .object({ case: caseView, determination, reservations: z.array(reservedAmount), receipt })
    .meta({ id: 'DecidedCase' }),
  example: { id: 'case-0123456789abcdef', expectedVersion: 2, mode: 'text' },
  run: async (context, input) => {
    const actor = await admitToCase(context, input.id)
    if (!actor.ok) return actor
    const allowed = refuseAssumptions(context, input)
    if (!allowed.ok) return allowed
    const deployment = deploymentOf(context)
    const now = context.clock()
    const { id, expectedVersion: version, idempotencyKey } = input
    const found = await programOf(context, id)
    if (!found.ok) return found
    const write = { caseId: id, expectedVersion: version, actor: actor.value, now }
    const request = {
      program: found.value,
      options: optionsFor(context, input),
      write,
      idempotencyKey,
    }
    const decided = await inTransaction(deployment.store, (tx) =>
      decideStoredCase(tx, deployment, request),
    )
    if (!decided.ok) return decided
    const { detail, content, receipt: proof } = decided.value
    return done({
      case: viewOf(detail),
      determination: sent(content.determination),
      reservations: content.reservations.map((one) => ({ ...one })),
      receipt: { ...proof, inclusionProof: [...proof.inclusionProof] },
    })
  },
})

async function programOf(context: Context, id: string) {
  const detail = await getCase(deploymentOf(context).store, id)
  return detail.ok ? findProgram(context.programs, detail.state.program) : detail
}

function ending(how: 'settle' | 'release', title: string, summary: string) {
  return operation({
    name: `case-${how}`,
    title,
    summary,
    access: 'officer',
    effect: 'write',
    input: z.strictObject({ id: caseId, expectedVersion: expectedVersion.optional() }),
    output: caseView,
    example: { id: 'case-0123456789abcdef', expectedVersion: 3 },
    run: async (context, { id, expectedVersion: version }) => {
      const deployment = deploymentOf(context)
      const { name, role } = context.caller ?? anyone
      const write = {
        caseId: id,
        expectedVersion: version,
        actor: name ?? role,
        now: context.clock(),
      }
      return inTransaction(deployment.store, async (tx) => {
        const ended = await endCase(tx, deployment, how, write)
        if (!ended.ok) return ended
        const detail = await getCase(tx, id)
        return detail.ok ? done(viewOf(detail)) : detail
      })
    },
  })
}

export const settleCaseOperation = ending(
  'settle',
  'Settle a case',
  'Counts what a decided case reserved as used, on the ledger and on the record.',
)
export const releaseCaseOperation = ending(
  'release',
  'Release a case',
  'Gives back what a decided case reserved, on the ledger and on the record.',
)
