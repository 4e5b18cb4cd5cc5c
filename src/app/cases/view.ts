import type { CaseDetail, CaseEvent, CaseState } from '#kernel'
import { z } from 'zod'
import { determination, sent } from '../schemas/determination.ts'
import type { DecidedCase, StatedCase } from './content.ts'

const status = z.enum(['draft', 'decided', 'settled', 'released'])

export const reservedAmount = z
  .object({
    account: z.string(),
    title: z.string(),
    amount: z.string(),
    unit: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'ReservedAmount', description: 'What a case holds of an account; exact decimals' })

const summary = {
  id: z.string(),
  program: z.string(),
  version: z.int(),
  status,
  outcome: z.string().optional(),
  recordIndex: z.int().optional(),
  createdAt: z.string(),
  updatedAt: z.string(),
}

export const caseSummary = z.object(summary).meta({ id: 'CaseSummary' })

export const caseView = z
  .object({
    ...summary,
    facts: z.record(z.string(), z.unknown()),
    references: z.record(z.string(), z.string()),
    determination: determination.optional(),
    reservations: z.array(reservedAmount),
    history: z.array(
      z.object({ sequence: z.int(), type: z.string(), at: z.string(), actor: z.string() }),
    ),
  })
  .meta({
    id: 'Case',
    description: 'A case with its private content; facts are empty when they were erased',
  })

/** A case as lists show it: nothing private. */
export function summaryOf(state: CaseState): z.infer<typeof caseSummary> {
  const { id, program, version, createdAt, updatedAt, determination: mark } = state
  const decided = mark ? { outcome: mark.outcome, recordIndex: mark.leafIndex } : {}
  return { id, program, version, status: state.status, ...decided, createdAt, updatedAt }
}

/** A case in full, for its holder and for officers. */
export function viewOf({ state, facts, document, history }: CaseDetail): z.infer<typeof caseView> {
  const stated = (document?.value ?? facts?.value) as Partial<StatedCase> | undefined
  const decided = document?.value as DecidedCase | undefined
  return {
    ...summaryOf(state),
    facts: { ...stated?.facts },
    references: { ...stated?.references },
    ...(decided === undefined ? {} : { determination: sent(decided.determination) }),
    reservations: (decided?.reservations ?? []).map((one) => ({ ...one })),
    history: history.map(eventView),
  }
}

const eventView = ({ version, kind, at, actor }: CaseEvent) => ({
  sequence: version,
  type: kind,
  at,
  actor,
})
