import type { Bounds, Clause, DefinitionDeclaration, RuleText } from './ast.ts'
import { canonicalJson, sha256Hex } from './canonical.ts'
import { checkText, placeOf } from './check.ts'
import type { Ir } from './ir.ts'
import { lowerExpression } from './lower.ts'
import type { Checked, Lowered } from './lowering.ts'
import { checkedType, describe, scaleUp } from './lowering.ts'
import { namesIn } from './references.ts'
import type { Place, RuleDefect, Scope } from './scope.ts'
import { scopeOf } from './scope.ts'

/** A clause with its condition and value lowered, numbered across the rule set. */
export interface LoadedClause {
  readonly index: number
  readonly clause: Clause
  readonly when: Ir
  readonly then: Ir
}

export interface LoadedDefinition {
  readonly slot: number
  readonly declaration: DefinitionDeclaration
  readonly clauses: readonly LoadedClause[]
}

/** A rule text that passed every check: frozen, hashed, lowered, ready for any interpretation. */
export interface RuleSet {
  readonly text: RuleText
  /** SHA-256 of the canonical JSON of `text`: the name of exactly this law. */
  readonly hash: string
  readonly scope: Scope
  readonly definitions: readonly LoadedDefinition[]
  readonly clauses: readonly LoadedClause[]
  /** Definition slots, each after everything it reads. */
  readonly order: readonly number[]
}

export type LoadResult =
  | { readonly ok: true; readonly rules: RuleSet }
  | { readonly ok: false; readonly defects: readonly RuleDefect[] }

class LoweringFault extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * Loads a rule text. Every defect is found at once and says file, definition and clause: unknown
 * names, units and types that do not fit, cycles, overlapping versions, missing citations, numbers
 * that could overflow. Never throws on bad data of the right JSON shape.
 */
export function load(text: RuleText): LoadResult {
  const defects: RuleDefect[] = []
  const report = (defect: RuleDefect): void => void defects.push(defect)
  const scope = scopeOf(text, report)
  checkText(text, scope, report)
  const order = dependencyOrder(text, report)
  if (defects.length > 0) return { ok: false, defects }
  const clauses = lowerClauses(text, scope, order, report)
  if (defects.length > 0) return { ok: false, defects }
  const definitions = text.definitions.map((declaration, slot) => ({
    slot,
    declaration,
    clauses: clauses.filter(({ clause }) => clause.definition === declaration.name),
  }))
  const slots = order.map((name) => scope.definitions.get(name)?.slot ?? 0)
  const rules = { text: freeze(text), scope, definitions, clauses, order: slots }
  return { ok: true, rules: { ...rules, hash: sha256Hex(canonicalJson(text)) } }
}

/** Loads a rule text that ships with the product; throws with every defect listed. */
export function loadOrThrow(text: RuleText): RuleSet {
  const result = load(text)
  if (result.ok) return result.rules
  throw new Error(
    `the rule text "${text.program}" cannot be loaded\n${result.defects.map(sentence).join('\n')}`,
  )
}

/** One defect as a line: file: definition / clause: what is wrong (code). */
export function sentence(defect: RuleDefect): string {
  const where = [defect.definition, defect.clause].filter((part) => part !== undefined).join(' / ')
  return `${defect.file}: ${where === '' ? '' : `${where}: `}${defect.message} (${defect.code})`
}

function dependencyOrder(text: RuleText, report: (defect: RuleDefect) => void): readonly string[] {
  const reads = new Map<string, readonly string[]>()
  for (const { name } of text.definitions) {
    const own = text.clauses.filter(({ definition }) => definition === name)
    if (own.length === 0) {
      report({
        file: text.program,
        definition: name,
        code: 'rules.no-clauses',
        message: 'the definition has no clause',
      })
    }
    reads.set(
      name,
      own.flatMap(({ when, then }) => [
        ...namesIn(when, 'definition'),
        ...namesIn(then, 'definition'),
      ]),
    )
  }
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === 'done') return
    if (state.get(name) === 'open') {
      const circle = [...path.slice(path.indexOf(name)), name]
      report({
        file: text.program,
        definition: name,
        code: 'rules.cycle',
        message: `it reads itself: ${circle.join(' reads ')}`,
      })
      return
    }
    state.set(name, 'open')
    for (const next of reads.get(name) ?? []) visit(next, [...path, name])
    state.set(name, 'done')
    order.push(name)
  }
  for (const { name } of text.definitions) visit(name, [])
  return order
}

function lowerClauses(
  text: RuleText,
  scope: Scope,
  order: readonly string[],
  report: (defect: RuleDefect) => void,
): readonly LoadedClause[] {
  const definitionBounds = new Map<string, Bounds>()
  const lowered = new Map<Clause, LoadedClause>()
  const at = (place: Place) => ({
    scope,
    definitionBounds,
    fail: (code: string, message: string): never => {
      throw new LoweringFault(code, message)
    },
    place,
  })
  for (const name of order) {
    const declaration = scope.definitions.get(name)?.declaration
    for (const clause of text.clauses) {
      if (clause.definition !== name || !declaration) continue
      const place = placeOf(text, clause)
      try {
        const when = lowerExpression(clause.when, at(place))
        const then = lowerExpression(clause.then, at(place))
        const value = fitted(then, declaration, at(place), definitionBounds)
        if (when.type.kind !== 'bool')
          at(place).fail('rules.type-mismatch', `"when" is ${describe(when.type)}, not a condition`)
        lowered.set(clause, {
          index: text.clauses.indexOf(clause),
          clause,
          when: when.ir,
          then: value,
        })
      } catch (fault) {
        if (!(fault instanceof LoweringFault)) throw fault
        report({ ...place, code: fault.code, message: fault.message })
      }
    }
  }
  return text.clauses.flatMap((clause) => lowered.get(clause) ?? [])
}

type Base = Parameters<typeof lowerExpression>[1]

function fitted(
  then: Lowered,
  declaration: DefinitionDeclaration,
  base: Base,
  definitionBounds: Map<string, Bounds>,
): Ir {
  const context = { ...base, lower: () => then }
  if (then.type.kind !== 'number') {
    const wanted =
      declaration.type.kind === 'number'
        ? undefined
        : checkedType(declaration.type, undefined, context)
    if (!wanted || describe(wanted) !== describe(then.type)) mismatch(declaration, then.type, base)
    return then.ir
  }
  if (declaration.type.kind !== 'number' || declaration.type.unit !== then.type.unit) {
    return mismatch(declaration, then.type, base)
  }
  const scale = base.scope.units.get(declaration.type.unit)?.declaration.scale ?? 0
  if (then.type.scale > scale) {
    return base.fail(
      'rules.needs-rounding',
      `the value has ${then.type.scale} decimals, ${declaration.type.unit} keeps ${scale}; divide with a cited rounding`,
    )
  }
  const ir = scaleUp(then, scale, context)
  const factor = 10 ** (scale - then.type.scale)
  const known = definitionBounds.get(declaration.name)
  definitionBounds.set(declaration.name, {
    min: Math.min(known?.min ?? Infinity, then.type.min * factor),
    max: Math.max(known?.max ?? -Infinity, then.type.max * factor),
  })
  return ir
}

function mismatch(declaration: DefinitionDeclaration, found: Checked, base: Base): never {
  return base.fail(
    'rules.type-mismatch',
    `"then" is ${describe(found)}, but "${declaration.name}" is ${describe(declaration.type)}`,
  )
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) freeze(part)
  return Object.freeze(value)
}
