import type { Ir } from '../rules/ir.ts'
import { FALSE, isUnknown, TRUE, UNKNOWN } from '../rules/ir.ts'
import type { UnknownReason } from './encode.ts'
import type { Evaluation } from './evaluate.ts'
import { settled } from './evaluate.ts'
import { CONFLICT, GAP, OPEN } from './resolve.ts'
import { Standing } from './standing.ts'
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

const nothing: readonly Need[] = Object.freeze([])

/**
 * Everything an open definition waits for, nearest first: facts nobody has given, parameters
 * nobody has set, table cells that are not public, and gaps or conflicts in the rules themselves.
 * A part whose value cannot matter any more (a condition already false) asks for nothing.
 */
export function needsOf(evaluation: Evaluation, targets: readonly number[]): readonly Need[] {
  if (targets.every((target) => (evaluation.marks[target] ?? OPEN) > 0)) return nothing
  const collector = new Collector(evaluation)
  for (const target of targets) collector.definition(target)
  return [...collector.found.values()].map(({ need, neededBy }) => ({ ...need, neededBy }))
}

interface Found {
  readonly need: Omit<Need, 'neededBy'>
  readonly neededBy: Need['neededBy'][number][]
}
type Row = readonly number[] | undefined

class Collector {
  readonly found = new Map<string, Found>()
  readonly #evaluation: Evaluation
  readonly #seen = new Set<number>()
  /** The clause that is being read; none while a target itself is looked at. */
  #at: Need['neededBy'][number] | undefined

  constructor(evaluation: Evaluation) {
    this.#evaluation = evaluation
  }

  definition(slot: number): void {
    const definition = this.#evaluation.view.definitions[slot]
    const mark = this.#evaluation.marks[slot]
    if (!definition) return
    const { name, title } = definition.loaded.declaration
    if (mark === GAP) this.#add({ kind: 'gap', name, title, reason: 'noClauseApplies' })
    if (mark === CONFLICT) this.#add({ kind: 'conflict', name, title, reason: 'clausesDisagree' })
    if (mark !== OPEN || this.#seen.has(slot)) return
    this.#seen.add(slot)
    const outer = this.#at
    const standing = new Standing(this.#evaluation)
    for (const root of definition.roots) this.#clause(root, standing)
    this.#at = outer
  }

  /** Looks into a clause and its exceptions; true when one of them applies for certain. */
  #clause(node: ClauseNode, standing: Standing): boolean {
    if (standing.isUndoubted(node)) return true
    let isDefeated = false
    for (const exception of node.exceptions) {
      isDefeated = this.#clause(exception, standing) || isDefeated
    }
    if (isDefeated) return true
    const { clause, when, then } = node.clause
    const condition = standing.holds(node)
    if (condition === FALSE) return false
    this.#at = { definition: clause.definition, clause: clause.id }
    this.#expression(when)
    this.#expression(then)
    return condition === TRUE
  }

  /** What an expression waits for; one whose value is known, whatever lies below, needs nothing. */
  #expression(ir: Ir, row?: Row, rowPath?: string): void {
    const value = settled(ir, this.#evaluation, row)
    if (!this.#isOpen(ir, value)) return
    if (ir.t === 'divide' && settled(ir.right, this.#evaluation, row) === 0) {
      return this.#zeroDivisor()
    }
    switch (ir.t) {
      case 'fact':
        return this.#fact(ir.slot)
      case 'parameter':
        return this.#parameter(ir.slot)
      case 'definition':
        return this.definition(ir.slot)
      case 'field':
        return this.#field(ir, rowPath)
      case 'lookup':
        return this.#lookup(ir, row, rowPath)
      case 'anyOver':
      case 'allOver':
      case 'countOver':
      case 'sumOver':
      case 'maxOver':
      case 'totalAtLeast':
        return this.#rows(ir, row, rowPath)
      default:
        for (const part of partsOfIr(ir)) this.#expression(part, row, rowPath)
    }
  }

  #isOpen(ir: Ir, value: number): boolean {
    const { view } = this.#evaluation
    const { text } = view.rules
    switch (ir.t) {
      case 'fact':
        return isUnknown(text.facts[ir.slot]?.type.kind ?? 'bool', value)
      case 'parameter':
        return isUnknown(text.parameters[ir.slot]?.type.kind ?? 'bool', value)
      case 'definition':
        return isUnknown(text.definitions[ir.slot]?.type.kind ?? 'bool', value)
      case 'field': {
        const field = text.relations[ir.relation]?.fields[ir.slot]
        return isUnknown(field?.type.kind ?? 'bool', value)
      }
      case 'lookup':
        return Object.is(value, ir.unknown)
      case 'constant':
        return false
      default:
        return conditions.has(ir.t) ? value === UNKNOWN : Number.isNaN(value)
    }
  }

  #fact(slot: number): void {
    const declaration = this.#evaluation.view.rules.text.facts[slot]
    if (!declaration) return
    const { name, title } = declaration
    this.#add({ kind: 'fact', name, title, reason: this.#reason(name) })
  }

  #parameter(slot: number): void {
    const declaration = this.#evaluation.view.rules.text.parameters[slot]
    if (!declaration) return
    const { name, title } = declaration
    this.#add({ kind: 'parameter', name, title, reason: 'notSet' })
  }

  #field(ir: Ir & { t: 'field' }, rowPath: string | undefined): void {
    const field = this.#evaluation.view.rules.text.relations[ir.relation]?.fields[ir.slot]
    if (!field) return
    const name = `${rowPath ?? ''}.${field.name}`
    this.#add({ kind: 'field', name, title: field.title, reason: this.#reason(name) })
  }

  #lookup(ir: Ir & { t: 'lookup' }, row: Row, rowPath: string | undefined): void {
    const key = settled(ir.key, this.#evaluation, row)
    if (key < 0) return this.#expression(ir.key, row, rowPath)
    const { rules } = this.#evaluation.view
    const table = rules.scope.tables.get(ir.table)?.declaration
    const member =
      rules.scope.enums.get(table?.keyEnum ?? '')?.declaration.members[key]?.value ?? ''
    const name = `${ir.table}[${member}].${ir.column}`
    const title = `${table?.title ?? ir.table}: ${ir.column}`
    this.#add({ kind: 'table', name, title, reason: 'notPublic' })
  }

  #rows(ir: Ir & { relation: number; where: Ir }, outer: Row, outerPath?: string): void {
    const declaration = this.#evaluation.view.rules.text.relations[ir.relation]
    const rows = this.#evaluation.encoded.relations[ir.relation]
    if (!declaration) return
    const { name, title } = declaration
    if (!rows) this.#add({ kind: 'relation', name, title, reason: this.#reason(name) })
    rows?.forEach((row, index) => {
      const path = `${name}[${index}]`
      const applies = settled(ir.where, this.#evaluation, row)
      const value = 'value' in ir ? (ir.value as Ir) : undefined
      // A row that cannot count, or that adds nothing, is not asked about.
      if (applies === FALSE || (value && settled(value, this.#evaluation, row) === 0)) return
      this.#expression(ir.where, row, path)
      if (value) this.#expression(value, row, path)
    })
    if (ir.t === 'totalAtLeast') this.#expression(ir.threshold, outer, outerPath)
  }

  /** A quotient whose divisor is zero: the rules say nothing for it, and no answer would help. */
  #zeroDivisor(): void {
    const name = this.#at?.definition ?? ''
    const title = this.#evaluation.view.rules.scope.definitions.get(name)?.declaration.title ?? name
    const reason = 'noClauseApplies'
    this.#add({ kind: 'gap', name, title: `${title} (a divisor is zero)`, reason })
  }

  #reason(name: string): UnknownReason {
    return this.#evaluation.encoded.reasons.get(name) ?? 'notAsked'
  }

  #add(need: Omit<Need, 'neededBy'>): void {
    const key = `${need.kind}:${need.name}`
    const known = this.found.get(key) ?? { need, neededBy: [] }
    this.found.set(key, known)
    if (this.#at && !known.neededBy.includes(this.#at)) known.neededBy.push(this.#at)
  }
}

const conditions = new Set<Ir['t']>([
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
