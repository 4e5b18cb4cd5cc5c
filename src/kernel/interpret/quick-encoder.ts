import type { FactDeclaration } from '../rules/ast.ts'
import { FALSE, TRUE } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'

/** The encoded value of plain, exact input; undefined for everything that needs a closer look. */
export type QuickEncoder = (value: unknown) => number | undefined

/**
 * The short way in for values that are written as they should be. It accepts a subset of what
 * `encodeValue` accepts, with the same results, and never refuses: the long way does, in words.
 */
export function quickEncoder(rules: RuleSet, { type, bounds }: FactDeclaration): QuickEncoder {
  switch (type.kind) {
    case 'bool':
      return (value) => (value === true ? TRUE : value === false ? FALSE : undefined)
    case 'number': {
      const power = 10 ** (rules.scope.units.get(type.unit)?.declaration.scale ?? 0)
      const { min, max } = bounds ?? { min: 0, max: 0 }
      return (value) => {
        if (typeof value !== 'number') return undefined
        const scaled = Math.round(value * power)
        return scaled / power === value && scaled >= min && scaled <= max ? scaled + 0 : undefined
      }
    }
    case 'enum': {
      const members = indexes(rules, type.enum)
      return (value) => (typeof value === 'string' ? members.get(value) : undefined)
    }
    case 'set': {
      const members = indexes(rules, type.enum)
      return (value) => (Array.isArray(value) ? maskOf(value, members) : undefined)
    }
    case 'date':
      return () => undefined
  }
}

function indexes(rules: RuleSet, name: string): ReadonlyMap<string, number> {
  const members = rules.scope.enums.get(name)?.declaration.members ?? []
  return new Map(members.map(({ value }, index) => [value, index]))
}

function maskOf(
  values: readonly unknown[],
  members: ReadonlyMap<string, number>,
): number | undefined {
  let mask = 0
  for (const value of values) {
    const index = typeof value === 'string' ? members.get(value) : undefined
    if (index === undefined) return undefined
    mask |= 1 << index
  }
  return mask
}
