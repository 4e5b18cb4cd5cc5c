import type { Comparison, Expr, ValueType } from './ast.ts'
import { dayFromIso } from './calendar.ts'
import { lowerNumber } from './lower-number.ts'
import type { Ir } from './ir.ts'
import { FALSE, TRUE, unknownOf } from './ir.ts'
import type { Lowered, Lowering } from './lowering.ts'
import {
  checkedType,
  describe,
  inRows,
  lowerBool,
  memberIndex,
  relationSlot,
  scaleUp,
  unknownName,
} from './lowering.ts'

/** Checks an expression's names, types, units and overflow, and lowers it to slots and integers. */
export function lowerExpression(expr: Expr, base: Omit<Lowering, 'lower' | 'row'>): Lowered {
  return lower(expr, { ...base, lower })
}

function lower(expr: Expr, context: Lowering): Lowered {
  switch (expr.op) {
    case 'bool':
      return { ir: { t: 'constant', value: expr.value ? TRUE : FALSE }, type: { kind: 'bool' } }
    case 'date':
      return lowerDay(expr.value, context)
    case 'enum':
      return {
        ir: { t: 'constant', value: memberIndex(expr.enum, expr.value, context) },
        type: { kind: 'enum', enum: expr.enum },
      }
    case 'fact':
    case 'definition':
    case 'parameter':
      return lowerName(expr.op, expr.name, context)
    case 'field':
      return lowerField(expr.relation, expr.name, context)
    case 'all':
    case 'any':
      return bool({ t: expr.op, of: expr.of.map((part) => lowerBool(part, context)) })
    case 'not':
      return bool({ t: 'not', of: lowerBool(expr.of, context) })
    case 'compare':
      return lowerCompare(expr, context)
    case 'isOneOf':
      return lowerMembership(expr, context)
    case 'includesAny':
    case 'includesAll':
      return lowerInclusion(expr, context)
    case 'lookup':
      return lowerLookup(expr, context)
    case 'anyOver':
    case 'allOver':
      return bool({
        t: expr.op,
        relation: relationSlot(expr.relation, context),
        where: lowerBool(expr.where, inRows(expr.relation, context)),
      })
    case 'addDays':
      return lowerAddDays(expr, context)
    default:
      return lowerNumber(expr, context)
  }
}

/** A century: dates stay far within those that can be written year-month-day. */
const daysMax = 36_525

const bool = (ir: Ir): Lowered => ({ ir, type: { kind: 'bool' } })

function lowerDay(iso: string, context: Lowering): Lowered {
  const day = dayFromIso(iso)
  if (day === undefined) {
    return context.fail('rules.bad-date', `"${iso}" is not a date; write one like 2025-01-13`)
  }
  return { ir: { t: 'constant', value: day }, type: { kind: 'date' } }
}

function lowerName(
  op: 'fact' | 'definition' | 'parameter',
  name: string,
  context: Lowering,
): Lowered {
  const index = {
    fact: context.scope.facts,
    definition: context.scope.definitions,
    parameter: context.scope.parameters,
  }
  const found = index[op].get(name)
  if (!found) return unknownName(op, name, index[op].keys(), context)
  const { slot, declaration } = found
  const own = 'bounds' in declaration ? declaration.bounds : undefined
  const bounds = op === 'definition' ? context.definitionBounds.get(name) : own
  return { ir: { t: op, slot }, type: checkedType(declaration.type, bounds, context) }
}

function lowerField(relation: string, name: string, context: Lowering): Lowered {
  const found = context.scope.relations.get(relation)
  if (!found) return unknownName('relation', relation, context.scope.relations.keys(), context)
  if (context.row !== relation) {
    context.fail(
      'rules.field-outside-rows',
      `"${name}" belongs to one row of ${relation}; read it inside an aggregate over ${relation}`,
    )
  }
  const slot = found.declaration.fields.findIndex((field) => field.name === name)
  const field = found.declaration.fields[slot]
  if (!field) {
    const names = found.declaration.fields.map((one) => one.name)
    return unknownName(`field of ${relation}`, name, names, context)
  }
  return {
    ir: { t: 'field', relation: found.slot, slot },
    type: checkedType(field.type, field.bounds, context),
  }
}

const comparisons: readonly Comparison[] = ['atLeast', 'atMost', 'moreThan', 'lessThan', 'equal']

function lowerCompare(expr: Expr & { op: 'compare' }, context: Lowering): Lowered {
  if (!comparisons.includes(expr.is)) {
    context.fail('rules.unknown-operation', `there is no comparison "${expr.is}"`)
  }
  const left = lower(expr.left, context)
  const right = lower(expr.right, context)
  if (left.type.kind === 'number' && right.type.kind === 'number') {
    if (left.type.unit !== right.type.unit) {
      context.fail(
        'rules.unit-mismatch',
        `cannot compare ${left.type.unit} with ${right.type.unit}; convert one of them first`,
      )
    }
    const scale = Math.max(left.type.scale, right.type.scale)
    return bool({
      t: 'compare',
      is: expr.is,
      left: scaleUp(left, scale, context),
      right: scaleUp(right, scale, context),
    })
  }
  if (left.type.kind === 'date' && right.type.kind === 'date') {
    return bool({ t: 'compare', is: expr.is, left: left.ir, right: right.ir })
  }
  const sameKind = describe(left.type) === describe(right.type)
  if (!sameKind || expr.is !== 'equal') {
    context.fail(
      'rules.type-mismatch',
      `cannot compare (${expr.is}) ${describe(left.type)} with ${describe(right.type)}`,
    )
  }
  if (left.type.kind === 'bool') return bool(sameBool(left.ir, right.ir))
  return bool({ t: 'same', left: left.ir, right: right.ir })
}

const sameBool = (left: Ir, right: Ir): Ir => ({
  t: 'any',
  of: [
    { t: 'all', of: [left, right] },
    {
      t: 'all',
      of: [
        { t: 'not', of: left },
        { t: 'not', of: right },
      ],
    },
  ],
})

function lowerMembership(expr: Expr & { op: 'isOneOf' }, context: Lowering): Lowered {
  const value = lower(expr.value, context)
  if (value.type.kind !== 'enum') {
    return context.fail(
      'rules.type-mismatch',
      `"is one of" wants a member, found ${describe(value.type)}`,
    )
  }
  const of = value.type.enum
  const listed = new Set(expr.among.map((name) => memberIndex(of, name, context)))
  const size = context.scope.enums.get(of)?.declaration.members.length ?? 0
  const members = Array.from({ length: size }, (_, index) => listed.has(index))
  return bool({ t: 'memberOf', value: value.ir, members })
}

function lowerInclusion(
  expr: Expr & { op: 'includesAny' | 'includesAll' },
  context: Lowering,
): Lowered {
  const set = lower(expr.set, context)
  if (set.type.kind !== 'set') {
    return context.fail(
      'rules.type-mismatch',
      `"includes" wants a set, found ${describe(set.type)}`,
    )
  }
  const of = set.type.enum
  const mask = expr.of.reduce((bits, name) => bits | (1 << memberIndex(of, name, context)), 0)
  return bool({ t: expr.op, set: set.ir, mask })
}

function lowerLookup(expr: Expr & { op: 'lookup' }, context: Lowering): Lowered {
  const table = context.scope.tables.get(expr.table)?.declaration
  if (!table) return unknownName('table', expr.table, context.scope.tables.keys(), context)
  const type = table.columns[expr.column]
  if (!type) {
    const columns = Object.keys(table.columns)
    return unknownName(`column of ${table.name}`, expr.column, columns, context)
  }
  const key = lower(expr.key, context)
  if (key.type.kind !== 'enum' || key.type.enum !== table.keyEnum) {
    context.fail('rules.type-mismatch', `table "${table.name}" is read by ${table.keyEnum}`)
  }
  const unknown = unknownOf(type.kind)
  const members = context.scope.enums.get(table.keyEnum)?.declaration.members ?? []
  const cells = members.map(({ value }) => {
    const cell = table.rows[value]?.[expr.column] ?? null
    return cell === null ? unknown : cellNumber(cell, type, context)
  })
  const known = cells.filter((cell) => !Number.isNaN(cell))
  const bounds = { min: Math.min(0, ...known), max: Math.max(0, ...known) }
  return {
    ir: { t: 'lookup', key: key.ir, cells, unknown, table: table.name, column: expr.column },
    type: checkedType(type, bounds, context),
  }
}

function cellNumber(cell: boolean | number | string, type: ValueType, context: Lowering): number {
  if (type.kind === 'bool' && typeof cell === 'boolean') return cell ? TRUE : FALSE
  if (type.kind === 'number' && Number.isSafeInteger(cell)) return Number(cell)
  if (type.kind === 'enum' && typeof cell === 'string') return memberIndex(type.enum, cell, context)
  if (type.kind === 'date' && typeof cell === 'string') {
    return dayFromIso(cell) ?? context.fail('rules.bad-date', `"${cell}" is not a date`)
  }
  const wanted = type.kind === 'number' ? 'scaled integer' : type.kind
  return context.fail('rules.type-mismatch', `a table cell holds ${cell}, not a ${wanted}`)
}

function lowerAddDays(expr: Expr & { op: 'addDays' }, context: Lowering): Lowered {
  const date = lower(expr.date, context)
  if (date.type.kind !== 'date' || !Number.isInteger(expr.days)) {
    context.fail('rules.type-mismatch', 'addDays wants a date and a whole number of days')
  }
  if (Math.abs(expr.days) > daysMax) {
    context.fail('rules.overflow', `addDays moves a date by at most ${daysMax} days`)
  }
  return {
    ir: { t: 'add', of: [date.ir, { t: 'constant', value: expr.days }] },
    type: { kind: 'date' },
  }
}
