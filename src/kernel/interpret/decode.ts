import type { ValueType } from '../rules/ast.ts'
import { isoFromDay } from '../rules/calendar.ts'
import { decimalText } from '../rules/decimal.ts'
import { isUnknown, TRUE } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'

/** A value as people read it: numbers as exact decimal text, dates as ISO days. */
export type Plain = boolean | string | readonly string[]

/** The plain value of an evaluated number, or undefined when it is unknown. */
export function decodeValue(rules: RuleSet, type: ValueType, value: number): Plain | undefined {
  if (isUnknown(type.kind, value)) return undefined
  switch (type.kind) {
    case 'bool':
      return value === TRUE
    case 'date':
      return isoFromDay(value)
    case 'number':
      return decimalText(value, rules.scope.units.get(type.unit)?.declaration.scale ?? 0)
    case 'enum':
      return rules.scope.enums.get(type.enum)?.declaration.members[value]?.value
    case 'set':
      return (rules.scope.enums.get(type.enum)?.declaration.members ?? [])
        .filter((_, index) => (value & (1 << index)) !== 0)
        .map((member) => member.value)
  }
}
