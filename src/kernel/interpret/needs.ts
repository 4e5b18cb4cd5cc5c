import type { Ir } from '../rules/ir.ts'
import { FALSE, isUnknown, TRUE, UNKNOWN } from '../rules/ir.ts'
import type { UnknownReason } from './encode.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { CONFLICT, GAP, OPEN } from './resolve.ts'
import type { ClauseNode } from './view.ts'

/** Something an open outcome still waits for, with the clauses that wait for it. */
export interface Need {
  readonly kind: 'fact' | 'relation' | 'field' | 'parameter' | 'table' | 'gap' | 'conflict'
  /** Fact, relation, parameter or definition name; `relation[row].field`; `table[key].column`. */
  readonly name: string
  readonly title: string
  readonly reason: UnknownReason | 'notSet' | 'notPublic' | 'noClauseApplies' | 'clausesDisagree'
  readonly neededBy: readonly { readonly definition: string; readonly clause: string }[]
}

/**
 * Everything an open definition waits for, nearest first: facts nobody has given, parameters
 * nobody has set, table cells that are not public, and gaps or conflicts in the rules themselves.
 * A part whose value cannot matter any more (a condition already false) asks for nothing.
 */
export function needsOf(evaluation: Evaluation, targets: readonly number[]): readonly Need[] {
  const collector = new Collector(evaluation)
  for (const target of targets) collector.definition(target)
  return [...collector.found.values()].map(({ need, neededBy }) => ({ ...need, neededBy }))
}

type Found = { need: Omit<Need, 'neededBy'>; neededBy: Need['neededBy'][number][] }

class Collector {
  readonly found = new Map<string, Found>()
  readonly #evaluation: Evaluation
  readonly #seen = new Set<number>()
  #at: Need['neededBy'][number] = { definition: '', clause: '' }

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation
  }

  definition(slot: number): void {
    if (this.#seen.has(slot)) return
    this.#seen.add(slot)
    const definition = this.#evaluation.view.definitions[slot]
    const mark = this.#evaluation.marks[slot]
    if (!definition || (mark !== OPEN && mark !== GAP && mark !== CONFLICT)) return
    const { name, title } = definition.loaded.declaration
    if (mark === GAP) this.#add({ kind: 'gap', name, title, reason: 'noClauseApplies' })
    if (mark === CONFLICT) this.#add({ kind: 'conflict', name, title, reason: 'clausesDisagree' })
    if (mark !== OPEN) return
    const outer = this.#at
    for (const root of definition.roots) this.#clause(root)
    this.#at = outer
  }

  #clause(node: ClauseNode): void {
    for (const exception of node.exceptions) this.#clause(exception)
    if (node.exceptions.some((exception) => this.#certain(exception))) return
    const { clause, when, then } = node.clause
    const condition = settled(when, this.#evaluation)
    this.#at = { definition: clause.definition, clause: clause.id }
    if (condition === UNKNOWN) this.#expression(when)
    if (condition !== FALSE) this.#expression(then)
  }

  #certain(node: ClauseNode): boolean {
    const holds = settled(node.clause.when, this.#evaluation) === TRUE
    return holds || node.exceptions.some((exception) => this.#certain(exception))
  }

  #expression(ir: Ir, row?: readonly number[], rowPath?: string): void {
    const value = settled(ir, this.#evaluation, row)
    if (ir.t === 'fact') return this.#fact(ir.slot, value)
    if (ir.t === 'parameter') return this.#parameter(ir.slot, value)
    if (ir.t === 'definition')
      return this.#hasValue(value, ir.slot) ? undefined : this.definition(ir.slot)
    if (ir.t === 'field') return this.#field(ir, value, rowPath)
    if (ir.t === 'lookup') return this.#lookup(ir, value, row, rowPath)
    if ('relation' in ir) return this.#rows(ir)
    // A condition that is settled, and whatever lies below it, needs nothing.
    if (isCondition(ir) && value !== UNKNOWN) return
    for (const part of partsOfIr(ir)) {
      if (!isCondition(part) || settled(part, this.#evaluation, row) === UNKNOWN) {
        this.#expression(part, row, rowPath)
      }
    }
  }

  #hasValue(value: number, slot: number): boolean {
    const kind = this.#evaluation.view.definitions[slot]?.loaded.declaration.type.kind ?? 'bool'
    return !isUnknown(kind, value)
  }

  #fact(slot: number, value: number): void {
    const declaration = this.#evaluation.view.rules.text.facts[slot]
    if (!declaration || !isUnknown(declaration.type.kind, value)) return
    const { name, title } = declaration
    const reason = this.#evaluation.encoded.reasons.get(name) ?? 'notAsked'
    this.#add({ kind: 'fact', name, title, reason })
  }

  #parameter(slot: number, value: number): void {
    const declaration = this.#evaluation.view.rules.text.parameters[slot]
    if (!declaration || !isUnknown(declaration.type.kind, value)) return
    this.#add({
      kind: 'parameter',
      name: declaration.name,
      title: declaration.title,
      reason: 'notSet',
    })
  }

  #field(ir: Ir & { t: 'field' }, value: number, rowPath: string | undefined): void {
    const field = this.#evaluation.view.rules.text.relations[ir.relation]?.fields[ir.slot]
    if (!field || !isUnknown(field.type.kind, value)) return
    const name = `${rowPath ?? ''}.${field.name}`
    const reason = this.#evaluation.encoded.reasons.get(name) ?? 'notAsked'
    this.#add({ kind: 'field', name, title: field.title, reason })
  }

  #lookup(
    ir: Ir & { t: 'lookup' },
    value: number,
    row: readonly number[] | undefined,
    rowPath: string | undefined,
  ): void {
    if (!Object.is(value, ir.unknown)) return
    const key = settled(ir.key, this.#evaluation, row)
    if (key < 0) return this.#expression(ir.key, row, rowPath)
    const { rules } = this.#evaluation.view
    const table = rules.scope.tables.get(ir.table)?.declaration
    const member =
      rules.scope.enums.get(table?.keyEnum ?? '')?.declaration.members[key]?.value ?? ''
    const name = `${ir.table}[${member}].${ir.column}`
    this.#add({
      kind: 'table',
      name,
      title: `${table?.title ?? ir.table}: ${ir.column}`,
      reason: 'notPublic',
    })
  }

  #rows(ir: Ir & { relation: number; where: Ir }): void {
    const { view, encoded, reasons } = {
      ...this.#evaluation,
      reasons: this.#evaluation.encoded.reasons,
    }
    const declaration = view.rules.text.relations[ir.relation]
    const rows = encoded.relations[ir.relation]
    if (!declaration) return
    if (!rows) {
      const { name, title } = declaration
      this.#add({ kind: 'relation', name, title, reason: reasons.get(name) ?? 'notAsked' })
      return
    }
    rows.forEach((row, index) => {
      const path = `${declaration.name}[${index}]`
      const applies = settled(ir.where, this.#evaluation, row)
      if (applies === UNKNOWN) this.#expression(ir.where, row, path)
      if (applies !== FALSE && 'value' in ir) this.#expression(ir.value as Ir, row, path)
    })
    if (ir.t === 'totalAtLeast') this.#expression(ir.threshold)
  }

  #add(need: Omit<Need, 'neededBy'>): void {
    const key = `${need.kind}:${need.name}`
    const known = this.found.get(key)
    if (!known) this.found.set(key, { need, neededBy: [this.#at] })
    else if (!known.neededBy.includes(this.#at)) known.neededBy.push(this.#at)
  }
}

const conditions = new Set([
  'all',
  'any',
  'not',
  'compare',
  'same',
  'memberOf',
  'includesAny',
  'includesAll',
  'anyOver',
  'allOver',
  'totalAtLeast',
])
const isCondition = (ir: Ir): boolean => conditions.has(ir.t)

function partsOfIr(ir: Ir): readonly Ir[] {
  switch (ir.t) {
    case 'all':
    case 'any':
    case 'add':
    case 'maximum':
    case 'minimum':
      return ir.of
    case 'not':
    case 'scaleUp':
      return [ir.of]
    case 'compare':
    case 'same':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [ir.left, ir.right]
    case 'memberOf':
      return [ir.value]
    case 'includesAny':
    case 'includesAll':
      return [ir.set]
    default:
      return []
  }
}
