import type { ValueType } from '../../rules/ast.ts'
import type { ClauseNode, ViewDefinition } from '../view.ts'
import { agreement, combined, entriesOf, merged } from './possible.ts'
import type { Entry, Possible } from './possible.ts'
import type { GateId } from './circuit.ts'
import type { Gates } from './gates.ts'
import type { Option, Three, ThreeBit } from './three.ts'
import { fromOptions } from './three.ts'

/** How to read a clause of a definition as gates. */
export interface ClauseGates {
  readonly when: (node: ClauseNode) => ThreeBit
  readonly then: (node: ClauseNode) => Three
}

/** A definition as gates: how it comes out, its value, and which clauses gave it. */
export interface Resolved {
  readonly decided: GateId
  readonly gap: GateId
  readonly conflict: GateId
  readonly by: readonly GateId[]
  readonly value: Three
}

/** Default logic with unknowns as gates: resolve.ts, with each possible value as a bit. */
export function resolvedGates(
  definition: ViewDefinition,
  read: ClauseGates,
  gates: Gates,
): Resolved {
  const { type } = definition.loaded.declaration
  const result = siblings(definition.roots, read, gates)
  const { entries, canBeEmpty, canConflict } = result
  const some = gates.or(...entries.map(({ present }) => present))
  const none = gates.not(some)
  const isOne = gates.and(some, ...disagreements(entries, gates).map((pair) => gates.not(pair)))
  const isSettled = gates.and(gates.not(canBeEmpty), gates.not(canConflict))
  const decided = gates.and(isOne, isSettled)
  return {
    decided,
    gap: gates.and(none, gates.not(canConflict)),
    conflict: gates.and(none, canConflict, gates.not(canBeEmpty)),
    by: definition.clauses.map(({ position }) =>
      gates.and(decided, result.by.get(position) ?? gates.no),
    ),
    value: valueOf(type, entries, decided, gates),
  }
}

/** Bits for: a value not known is possible, or two that differ are. */
function disagreements(entries: readonly Entry[], gates: Gates): readonly GateId[] {
  return entries.flatMap((one, index) => [
    ...(one.value === 'open' ? [one.present] : []),
    ...entries
      .slice(index + 1)
      .filter(({ value }) => one.value !== 'open' && value !== 'open')
      .map((other) =>
        gates.and(one.present, other.present, gates.not(agreement(one, other, gates))),
      ),
  ])
}

function valueOf(type: ValueType, entries: readonly Entry[], decided: GateId, gates: Gates): Three {
  const constants: Option[] = entries.flatMap(({ value, present }) =>
    typeof value === 'number' ? [{ when: gates.and(decided, present), value }] : [],
  )
  if (type.kind === 'bool') {
    const where = (wanted: number): GateId =>
      gates.or(...constants.filter(({ value }) => value === wanted).map(({ when }) => when))
    return { kind: 'bit', yes: where(1), no: where(0) }
  }
  const computed = entries.filter(({ value }) => typeof value === 'object')
  if (computed.length === 0) return { ...fromOptions(gates, constants), known: decided }
  let value = fromOptions(gates, constants).value
  for (const entry of computed) {
    if (typeof entry.value !== 'object') continue
    value = gates.select(gates.and(decided, entry.present), entry.value.gate, value)
  }
  return { kind: 'int', value, known: decided }
}

function siblings(nodes: readonly ClauseNode[], read: ClauseGates, gates: Gates): Possible {
  const [first, ...others] = nodes.map((node) => subtree(node, read, gates))
  const nothing: Possible = {
    entries: [],
    canBeEmpty: gates.yes,
    canConflict: gates.no,
    by: new Map(),
  }
  return others.reduce((all, next) => combined(all, next, gates), first ?? nothing)
}

function subtree(node: ClauseNode, read: ClauseGates, gates: Gates): Possible {
  const above = siblings(node.exceptions, read, gates)
  const when = read.when(node)
  // The clause itself counts where no exception is certain and its own condition is not false.
  const mayApply = gates.and(above.canBeEmpty, gates.not(when.no))
  const own = mayApply === gates.no ? [] : entriesOf(read.then(node), mayApply, gates)
  const by = new Map(above.by).set(node.position, gates.and(above.canBeEmpty, when.yes))
  const general: Possible = {
    entries: merged([...above.entries, ...own], gates),
    canBeEmpty: gates.and(above.canBeEmpty, gates.not(when.yes)),
    canConflict: above.canConflict,
    by,
  }
  if (!node.sole) return general
  return undoubted(node, read.when(node.sole).no, general, read, gates)
}

/** Where a clause's sole exception does not hold, the clause decides and nothing is in doubt. */
function undoubted(
  node: ClauseNode,
  isSo: GateId,
  general: Possible,
  read: ClauseGates,
  gates: Gates,
): Possible {
  const isNot = gates.not(isSo)
  const within = (id: GateId): GateId => gates.and(isNot, id)
  const by = new Map([...general.by].map(([position, id]) => [position, within(id)]))
  return {
    entries: merged(
      [
        ...general.entries.map(({ value, present }) => ({ value, present: within(present) })),
        ...entriesOf(read.then(node), isSo, gates),
      ],
      gates,
    ),
    canBeEmpty: within(general.canBeEmpty),
    canConflict: within(general.canConflict),
    by: by.set(node.position, gates.or(by.get(node.position) ?? gates.no, isSo)),
  }
}
