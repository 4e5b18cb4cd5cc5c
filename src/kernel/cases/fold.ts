import { invariant } from '../errors.ts'
import type { CaseEvent, CaseState } from './events.ts'

/** The state after one more event. Pure; throws when the event does not follow the state. */
export function applyEvent(id: string, before: CaseState | undefined, event: CaseEvent): CaseState {
  invariant(
    event.version === (before?.version ?? 0) + 1,
    `Event ${event.version} of case ${id} does not follow version ${before?.version ?? 0}`,
  )
  if (event.kind === 'created') return created(id, event)
  invariant(before, `The first event of case ${id} is "created", not "${event.kind}"`)
  return { ...before, ...changed(event), version: event.version, updatedAt: event.at }
}

/** The state that events add up to; throws when there are none, or one is missing. */
export function foldEvents(id: string, events: readonly CaseEvent[]): CaseState {
  const state = events.reduce<CaseState | undefined>(
    (before, event) => applyEvent(id, before, event),
    undefined,
  )
  invariant(state, `Case ${id} has no events`)
  return state
}

function created(id: string, event: CaseEvent & { readonly kind: 'created' }): CaseState {
  return {
    id,
    program: event.program,
    status: 'draft',
    version: event.version,
    assignee: null,
    createdAt: event.at,
    updatedAt: event.at,
    facts: null,
    determination: null,
    erasedAt: null,
  }
}

function changed(event: Exclude<CaseEvent, { kind: 'created' }>): Partial<CaseState> {
  switch (event.kind) {
    case 'factsSaved':
      return { facts: { version: event.version, digest: event.digest } }
    case 'determined': {
      const { version, digest, outcome, asOf, mode, rulesHash, leafIndex, reservations } = event
      const mark = { outcome, asOf, mode, rulesHash, leafIndex, reservations }
      return {
        status: 'decided',
        determination: { ...mark, version, digest, decidedAt: event.at },
      }
    }
    case 'settled':
      return { status: 'settled' }
    case 'released':
      return { status: 'released' }
    case 'assigned':
      return { assignee: event.assignee }
    case 'erased':
      return { erasedAt: event.at }
  }
}
