import type { EnumDeclaration, RuleSet, ValueType } from '#rules'

/** What a person has typed or ticked, before it is checked: one text, or the ticked members. */
export type Entry = string | readonly string[]

/** The entry that shows a value; an unknown or absent value is an empty entry. */
export function entryOf(type: ValueType, value: unknown): Entry {
  if (type.kind === 'set') {
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The value that an entry states, or undefined when nothing was entered. The kernel checks it. */
export function valueOf(type: ValueType, entry: Entry): unknown {
  if (typeof entry !== 'string') return [...entry]
  const text = entry.trim()
  if (text === '') return undefined
  return type.kind === 'bool' ? text === 'yes' : text
}

/** The list of values of a type, if it has one. */
export function enumOf(rules: RuleSet, type: ValueType): EnumDeclaration | undefined {
  return 'enum' in type ? rules.scope.enums.get(type.enum)?.declaration : undefined
}
