import type { Bounds, Cell, Citation, ValueType } from './ast.ts'
import { dayFromIso } from './calendar.ts'
import type { Place, RuleDefect, Scope } from './scope.ts'
import { hintFor } from './scope.ts'

/** Takes one defect at a time; checking goes on, so that all are found at once. */
export type Report = (defect: RuleDefect) => void

/** Refuses a date that does not exist. */
export function checkDate(name: string, value: string, place: Place, report: Report): void {
  if (dayFromIso(value) !== undefined) return
  const message = `${name} "${value}" is not a date; write one like 2025-01-13`
  report({ ...place, code: 'rules.bad-date', message })
}

/** Refuses a period that ends before it begins. */
export function checkPeriod(
  period: { readonly from: string; readonly to?: string },
  place: Place,
  report: Report,
): void {
  checkDate('from', period.from, place, report)
  if (period.to === undefined) return
  checkDate('to', period.to, place, report)
  if (period.to > period.from) return
  const message = `"to" ${period.to} must come after "from" ${period.from}`
  report({ ...place, code: 'rules.bad-interval', message })
}

/** Refuses what cites nothing. */
export function checkCitations(cite: readonly Citation[], place: Place, report: Report): void {
  if (cite.length > 0 && cite.every(({ provision }) => provision.trim() !== '')) return
  const message = 'cite the provision, like "15 CFR 740.29(a)"'
  report({ ...place, code: 'rules.missing-citation', message })
}

const membersMax = 30

/** Refuses a type whose unit or list nothing declares, and a set too large for a bit mask. */
export function checkType(type: ValueType, place: Place, scope: Scope, report: Report): void {
  if (type.kind === 'number' && !scope.units.has(type.unit)) {
    const message = `there is no unit "${type.unit}"${hintFor(type.unit, scope.units.keys())}`
    report({ ...place, code: 'rules.unknown-name', message })
  }
  if (type.kind !== 'enum' && type.kind !== 'set') return
  const of = scope.enums.get(type.enum)?.declaration
  if (!of) {
    const hint = hintFor(type.enum, scope.enums.keys())
    const message = `there is no enumeration "${type.enum}"${hint}`
    report({ ...place, code: 'rules.unknown-name', message })
  } else if (type.kind === 'set' && of.members.length > membersMax) {
    const message = `a set holds at most ${membersMax} members, ${type.enum} has ${of.members.length}; split the list`
    report({ ...place, code: 'rules.set-too-large', message })
  }
}

/** Refuses a quantity without bounds, or with bounds that are no rising pair of exact integers. */
export function checkBounds(
  type: ValueType,
  bounds: Bounds | undefined,
  place: Place,
  report: Report,
): void {
  if (type.kind !== 'number') return
  if (!bounds) {
    report({ ...place, code: 'rules.missing-bounds', message: 'a number needs min and max' })
    return
  }
  const exact = Number.isSafeInteger(bounds.min) && Number.isSafeInteger(bounds.max)
  if (exact && bounds.min <= bounds.max) return
  const message = `bounds must be rising integers within 2^53-1, not ${bounds.min} to ${bounds.max}`
  report({ ...place, code: 'rules.bad-bounds', message })
}

/** Refuses a constant of the law (a parameter's value, a table's cell) that does not fit its type. */
export function checkConstant(
  what: string,
  value: Cell,
  wanted: { readonly type: ValueType; readonly bounds?: Bounds | undefined },
  place: Place,
  scope: Scope,
  report: Report,
): void {
  if (value === null) return
  const { type, bounds } = wanted
  const refuse = (code: string, message: string): void =>
    report({ ...place, code, message: `${what}: ${message}` })
  switch (type.kind) {
    case 'bool':
      if (typeof value !== 'boolean') refuse('rules.type-mismatch', `"${value}" is no condition`)
      return
    case 'number':
      if (!Number.isSafeInteger(value))
        refuse('rules.type-mismatch', `"${value}" is no integer scaled by ${type.unit}`)
      else if (bounds && (Number(value) < bounds.min || Number(value) > bounds.max))
        refuse('rules.out-of-bounds', `${value} is not within ${bounds.min} to ${bounds.max}`)
      return
    case 'date':
      if (typeof value !== 'string' || dayFromIso(value) === undefined)
        refuse('rules.bad-date', `"${value}" is not a date; write one like 2025-01-13`)
      return
    case 'enum': {
      const members = scope.enums.get(type.enum)?.declaration.members.map((one) => one.value) ?? []
      if (members.includes(String(value)) && typeof value === 'string') return
      const hint = hintFor(String(value), members)
      refuse('rules.unknown-member', `"${value}" is not in ${type.enum}${hint}`)
      return
    }
    case 'set':
      refuse('rules.type-mismatch', 'a set can only be stated in a case')
  }
}
