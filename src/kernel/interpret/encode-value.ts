import type { Bounds, ValueType } from '../rules/ast.ts'
import { dayFromIso } from '../rules/calendar.ts'
import { decimalText, isDecimal, scaledInteger } from '../rules/decimal.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { nearest } from '../rules/scope.ts'
import type { FactProblem } from './problem.ts'

/** What is being read, for messages: its path in the case, type, bounds and a valid example. */
export interface Wanted {
  readonly field: string
  readonly type: ValueType
  readonly bounds?: Bounds | undefined
  readonly example: unknown
}
export type Encoded = number | FactProblem

/** The one number that stands for a known value in evaluation, or what is wrong with it. */
export function encodeValue(rules: RuleSet, value: unknown, wanted: Wanted): Encoded {
  switch (wanted.type.kind) {
    case 'bool':
      return typeof value === 'boolean'
        ? value
          ? TRUE
          : FALSE
        : wrong(value, 'true or false', wanted)
    case 'date':
      return encodeDay(value, wanted)
    case 'number':
      return encodeNumber(rules, value, wanted.type.unit, wanted)
    case 'enum':
      return encodeMember(rules, value, wanted.type.enum, wanted)
    case 'set':
      return encodeSet(rules, value, wanted.type.enum, wanted)
  }
}

const shown = (value: unknown): string => {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}

function wrong(value: unknown, expected: string, { field, example }: Wanted): FactProblem {
  return {
    code: 'input.wrong-type',
    field,
    message: `${field} is ${shown(value)}, but must be ${expected}`,
    example,
  }
}

function encodeDay(value: unknown, wanted: Wanted): Encoded {
  const day = typeof value === 'string' ? dayFromIso(value) : undefined
  return day ?? wrong(value, 'a calendar date, year-month-day', wanted)
}

function encodeNumber(rules: RuleSet, value: unknown, unit: string, wanted: Wanted): Encoded {
  const scale = rules.scope.units.get(unit)?.declaration.scale ?? 0
  const isNumeric = typeof value === 'string' ? isDecimal(value.trim()) : Number.isFinite(value)
  if (!isNumeric || (typeof value !== 'string' && typeof value !== 'number'))
    return wrong(value, `a number in ${unit}, as a number or decimal text`, wanted)
  const scaled = scaledInteger(typeof value === 'string' ? value.trim() : value, scale)
  const { field, bounds, example } = wanted
  if (scaled === undefined) {
    const places = scale === 0 ? 'a whole number' : `at most ${scale} decimal places`
    return {
      code: 'input.too-precise',
      field,
      message: `${field} is ${shown(value)}, but ${unit} takes ${places} within 2^53-1`,
      example,
    }
  }
  if (bounds && (scaled < bounds.min || scaled > bounds.max)) {
    const low = decimalText(bounds.min, scale)
    const high = decimalText(bounds.max, scale)
    return {
      code: 'input.out-of-bounds',
      field,
      message: `${field} is ${shown(value)}, but must lie between ${low} and ${high} ${unit}`,
      example,
    }
  }
  return scaled
}

function encodeMember(rules: RuleSet, value: unknown, name: string, wanted: Wanted): Encoded {
  if (typeof value !== 'string') return wrong(value, `one of ${name}, as text`, wanted)
  const index = memberNamed(rules, name, value)
  if (index !== undefined) return index
  const members = rules.scope.enums.get(name)?.declaration.members ?? []
  const spellings =
    members.length <= 12
      ? members.map((member) => member.value)
      : nearestMembers(rules, name, value)
  const hint =
    spellings.length > 0
      ? `; use ${members.length <= 12 ? 'one of' : 'perhaps'} ${spellings.join(', ')}`
      : ''
  return {
    code: 'input.unknown-member',
    field: wanted.field,
    message: `${wanted.field} is ${shown(value)}, which is no ${name}${hint}`,
    example: wanted.example,
  }
}

function encodeSet(rules: RuleSet, value: unknown, name: string, wanted: Wanted): Encoded {
  if (!Array.isArray(value)) return wrong(value, `a list of ${name} ([] for none)`, wanted)
  let mask = 0
  for (const item of value as unknown[]) {
    const index = encodeMember(rules, item, name, wanted)
    if (typeof index !== 'number') return index
    mask |= 1 << index
  }
  return mask
}

const spellings = new WeakMap<RuleSet, Map<string, ReadonlyMap<string, number>>>()
const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')

function spellingsOf(rules: RuleSet, name: string): ReadonlyMap<string, number> {
  const known = spellings.get(rules)?.get(name)
  if (known) return known
  const declaration = rules.scope.enums.get(name)?.declaration
  const map = new Map<string, number>()
  declaration?.members.forEach(({ label }, index) => map.set(folded(label), index))
  for (const [synonym, value] of Object.entries(declaration?.synonyms ?? {})) {
    map.set(folded(synonym), declaration?.members.findIndex((one) => one.value === value) ?? -1)
  }
  declaration?.members.forEach(({ value }, index) => map.set(folded(value), index))
  const all = spellings.get(rules) ?? new Map<string, ReadonlyMap<string, number>>()
  spellings.set(rules, all.set(name, map))
  return map
}

/** The index of the member that a person's spelling names: its value, its label or a synonym. */
function memberNamed(rules: RuleSet, name: string, text: string): number | undefined {
  return spellingsOf(rules, name).get(folded(text))
}

/** Member values whose spellings are nearest to a text. */
function nearestMembers(rules: RuleSet, name: string, text: string): readonly string[] {
  const declaration = rules.scope.enums.get(name)?.declaration
  const map = spellingsOf(rules, name)
  const values = nearest(folded(text), map.keys()).map(
    (key) => declaration?.members[map.get(key) ?? -1]?.value,
  )
  return [...new Set(values.filter((value) => value !== undefined))]
}
