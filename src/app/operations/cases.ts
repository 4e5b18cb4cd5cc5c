import type { PrivateValue } from '#kernel'
import { createCase, getCase, grantCaseKey, listCases, saveFacts } from '#kernel'
import { z } from 'zod'
import { anyone, isOfficer } from '../caller.ts'
import { admitToCase } from '../cases/admit.ts'
import type { StatedCase } from '../cases/content.ts'
import { checkReferences } from '../cases/content.ts'
import { caseSummary, caseView, summaryOf, viewOf } from '../cases/view.ts'
import type { Context } from '../context.ts'
import { deploymentOf } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'
import { facts, programId } from '../schemas/inputs.ts'
import { inTransaction } from '../transaction.ts'
import { decideCase } from './decide.ts'

export const caseId = z.string().min(1).max(100).meta({ description: 'Id of a case' })
export const expectedVersion = z.int().min(1).meta({
  description: 'The version that was read: when the case has another one by now, nothing changes',
})
const references = z.record(z.string().max(100), z.string().max(500)).default({}).meta({
  description: 'Who or what the case is about, by the names that the program asks for; private',
})
const stated = {
  facts: { chip: 'H100 SXM', quantity: 1000 },
  references: { ultimateConsignee: 'Example Ltd' },
}

/** Checks facts and references of a draft: what is stated must be right, nothing need be complete. */
function checkStated(context: Context, id: string, given: StatedCase): Outcome<StatedCase> {
  const program = findProgram(context.programs, id)
  if (!program.ok) return program
  const checked = decideCase(context, program.value, { facts: given.facts, mode: 'text' })
  if (!checked.ok) return checked
  const named = checkReferences(program.value, given.references)
  return named.ok ? done(given) : named
}

const kept = (
  { random }: { readonly random: (bytes: number) => string },
  value: StatedCase,
): PrivateValue => ({
  value,
  salt: random(16),
})

export const createCaseOperation = operation({
  name: 'case-create',
  title: 'Open a case',
  summary:
    'Keeps facts as a draft and gives the key that opens it: whoever holds the key can read, change and decide the case. The key is given once, here.',
  access: 'public',
  effect: 'write',
  input: z.strictObject({ program: programId, facts, references }),
  output: z.object({ case: caseView, caseKey: z.string() }).meta({ id: 'OpenedCase' }),
  example: { program: 'chip-exports', ...stated },
  run: async (context, { program, ...content }) => {
    const checked = checkStated(context, program, content)
    if (!checked.ok) return checked
    const deployment = deploymentOf(context)
    const { store, random } = deployment
    const id = `case-${random(8)}`
    const secret = `prvc_${random(32)}`
    const caller = context.caller ?? anyone
    const actor = isOfficer(caller) ? (caller.name ?? caller.role) : 'applicant'
    const now = context.clock()
    return inTransaction(store, async (tx) => {
      const made = await createCase(tx, { caseId: id, program, actor, now })
      if (!made.ok) return made
      const write = { caseId: id, expectedVersion: made.state.version, actor, now }
      const saved = await saveFacts(tx, write, kept(deployment, checked.value))
      if (!saved.ok) return saved
      await grantCaseKey(tx, { secret, caseId: id, now })
      const detail = await getCase(tx, id)
      return detail.ok ? done({ case: viewOf(detail), caseKey: secret }) : detail
    })
  },
})

export const readCaseOperation = operation({
  name: 'case-read',
  title: 'Read a case',
  summary: 'Gives a case with its facts, determination and history, to its holder and officers.',
  access: 'case',
  effect: 'none',
  input: z.strictObject({ id: caseId }),
  output: caseView,
  example: { id: 'case-0123456789abcdef' },
  run: async (context, { id }) => {
    const actor = await admitToCase(context, id)
    if (!actor.ok) return actor
    const detail = await getCase(deploymentOf(context).store, id)
    return detail.ok ? done(viewOf(detail)) : detail
  },
})

export const saveFactsOperation = operation({
  name: 'case-save-facts',
  title: 'Save the facts of a draft',
  summary: 'Replaces facts and references of a case that is not decided yet.',
  access: 'case',
  effect: 'write',
  input: z.strictObject({ id: caseId, facts, references, expectedVersion }),
  output: caseView,
  example: { id: 'case-0123456789abcdef', ...stated, expectedVersion: 2 },
  run: async (context, { id, expectedVersion: version, ...content }) => {
    const actor = await admitToCase(context, id)
    if (!actor.ok) return actor
    const deployment = deploymentOf(context)
    return inTransaction(deployment.store, async (tx) => {
      const before = await getCase(tx, id)
      if (!before.ok) return before
      const checked = checkStated(context, before.state.program, content)
      if (!checked.ok) return checked
      const write = {
        caseId: id,
        expectedVersion: version,
        actor: actor.value,
        now: context.clock(),
      }
      const saved = await saveFacts(tx, write, kept(deployment, checked.value))
      if (!saved.ok) return saved
      const detail = await getCase(tx, id)
      return detail.ok ? done(viewOf(detail)) : detail
    })
  },
})

export const listCasesOperation = operation({
  name: 'case-list',
  title: 'List cases',
  summary: 'Lists cases for officers, newest first, without private content.',
  access: 'officer',
  effect: 'none',
  input: z.strictObject({
    program: programId.optional(),
    status: z.enum(['draft', 'decided', 'settled', 'released']).optional(),
    cursor: z.string().max(200).optional(),
    limit: z.int().min(1).max(100).default(50),
  }),
  output: z
    .object({ cases: z.array(caseSummary), nextCursor: z.string().optional() })
    .meta({ id: 'CasePage' }),
  example: { program: 'chip-exports', status: 'draft', limit: 50 },
  run: async (context, filter) => {
    const page = await listCases(deploymentOf(context).store, filter)
    if (!page.ok) return page
    const next = page.next === undefined ? {} : { nextCursor: page.next }
    return done({ cases: page.cases.map(summaryOf), ...next })
  },
})
