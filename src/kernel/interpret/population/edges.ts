import type { Bounds, ValueType } from '../../rules/ast.ts'
import { dayFromIso } from '../../rules/calendar.ts'
import { FALSE, TRUE, unknownOf } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import { columnBounds } from '../batch/columns.ts'

/** The first day that every reader of dates takes as written: the year 100. */
const firstWritableDay = dayFromIso('0100-01-01') ?? 0

/** The values of one fact or field worth a case of their own, in the encoding of rules/ir.ts. */
export function edgesOf(
  rules: RuleSet,
  type: ValueType,
  bounds: Bounds | undefined,
  turns: readonly number[],
): readonly number[] {
  const { min, max } = columnBounds(rules, type, bounds)
  const open = unknownOf(type.kind)
  const upTo = (limit: number) => Array.from({ length: limit + 1 }, (_, value) => value)
  switch (type.kind) {
    case 'bool':
      return [open, FALSE, TRUE]
    case 'enum':
      return [open, ...upTo(max)]
    case 'set': {
      const members = upTo(Math.round(Math.log2(max + 1)) - 1)
      return [open, 0, max, ...members.flatMap((member) => [2 ** member, max - 2 ** member])]
    }
    case 'number':
    case 'date': {
      const least = type.kind === 'date' ? firstWritableDay : min
      const near = turns.flatMap((turn) => [turn - 1, turn, turn + 1, turn + 2])
      const inside = [0, least + 1, max - 1, ...near]
      return [open, least, max, ...inside.filter((value) => value > least && value < max)]
    }
  }
}
