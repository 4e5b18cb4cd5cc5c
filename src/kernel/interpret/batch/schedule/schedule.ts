import type { GateId } from '../../circuit/circuit.ts'
import type { Plan } from '../plan/planned.ts'
import { gatesOf } from '../plan/prune.ts'
import { Phases } from './phases.ts'
import { readBy } from './roles.ts'

/**
 * A part of a plan that runs in one loop over some rows: `bits` over planes, many rows an
 * operation; `lanes` over quantities and tests of them; `rows` over the related rows of each case.
 * Gates are in order; those of `rows` are the aggregates, whose row gates belong to them.
 */
export interface Piece {
  readonly kind: 'bits' | 'lanes' | 'rows'
  readonly gates: readonly GateId[]
  readonly relation: number
}

/** The pieces of a plan in order, and the gates whose results later pieces or the outputs read. */
export interface Schedule {
  readonly plan: Plan
  readonly pieces: readonly Piece[]
  readonly stored: ReadonlySet<GateId>
}

/** Orders the gates of a plan in pieces, logic as late as what reads it allows. */
export function scheduleOf(plan: Plan, logicAtOnce = Infinity): Schedule {
  const phases = new Phases(plan)
  const byPhase = new Map<number, Map<number, GateId[]>>()
  plan.gates.forEach((gate, id) => {
    const phase = phases.of(id)
    if (phase === undefined) return
    const relation = 'relation' in gate ? gate.relation : -1
    const pieces = byPhase.get(phase) ?? new Map<number, GateId[]>()
    pieces.set(relation, [...(pieces.get(relation) ?? []), id])
    byPhase.set(phase, pieces)
  })
  const pieces = [...byPhase]
    .sort(([a], [b]) => a - b)
    .flatMap(([phase, parts]) =>
      [...parts].flatMap(([relation, gates]): Piece[] => {
        const kind = Phases.kindOf(phase)
        if (kind !== 'bits') return [{ kind, gates, relation }]
        return parted(gates, logicAtOnce).map((part) => ({ kind, gates: part, relation }))
      }),
    )
  return { plan, pieces, stored: storedIn(plan, pieces) }
}

function parted(gates: readonly GateId[], atOnce: number): readonly (readonly GateId[])[] {
  if (gates.length <= atOnce) return [gates]
  return [gates.slice(0, atOnce), ...parted(gates.slice(atOnce), atOnce)]
}

function storedIn(plan: Plan, pieces: readonly Piece[]): ReadonlySet<GateId> {
  const pieceOf = new Map<GateId, number>()
  pieces.forEach(({ gates }, piece) => {
    for (const id of gates) pieceOf.set(id, piece)
  })
  const stored = new Set<GateId>()
  const read = (id: GateId, piece: number): void => {
    const own = pieceOf.get(id)
    if (own !== undefined && own !== piece) stored.add(id)
  }
  pieces.forEach(({ gates, kind }, piece) => {
    for (const id of gates) for (const of of readBy(plan, id)) read(of, piece)
    // Aggregates leave their results outside of their piece in any case.
    if (kind === 'rows') for (const id of gates) stored.add(id)
  })
  for (const id of plan.outputs.flatMap(gatesOf)) read(id, -1)
  return stored
}
