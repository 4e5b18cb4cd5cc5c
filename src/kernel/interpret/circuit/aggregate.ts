import type { Ir, QuantityIr } from '../../rules/ir.ts'
import type { RelationSource, Sources } from './sources.ts'
import type { GateId } from './circuit.ts'
import type { Three, ThreeBit, ThreeInt } from './three.ts'
import { asBit, asInt, constantInt, negated } from './three.ts'

type Aggregate = Extract<
  QuantityIr,
  { t: 'anyOver' | 'allOver' | 'countOver' | 'sumOver' | 'maxOver' | 'totalAtLeast' }
>

/** Reads an expression of a kind; handed over, since expressions read aggregates. */
type Read = (kind: 'bit' | 'int', ir: Ir, from: Sources) => Three
/** Something true or a quantity of one row. */
type OfRow<T> = (row: Sources) => T

/** The gates of an aggregate over related rows; see rows.ts for what each says of open rows. */
export function aggregate(ir: Ir, from: Sources, read: Read): Three {
  const over = ir as Aggregate
  const relation = from.relation(over.relation)
  const where: OfRow<ThreeBit> = (row) => asBit(read('bit', over.where, row))
  switch (over.t) {
    case 'anyOver':
      return anyRow(relation, where, from)
    case 'allOver':
      return negated(anyRow(relation, (row) => negated(where(row)), from))
    case 'countOver':
      return total(relation, where, (row) => constantInt(row.gates, 1), from, 'sumRows')
    case 'sumOver':
    case 'maxOver': {
      const value: OfRow<ThreeInt> = (row) => asInt(read('int', over.value, row))
      return total(relation, where, value, from, over.t === 'sumOver' ? 'sumRows' : 'greatestRow')
    }
    case 'totalAtLeast': {
      const value: OfRow<ThreeInt> = (row) => asInt(read('int', over.value, row))
      const threshold = asInt(read('int', over.threshold, from))
      const { gates } = from
      const known = gates.and(relation.known, threshold.known)
      const least = sumRows(relation, from, (row) => leastOf(row, where, value, over.rowBounds.min))
      const most = sumRows(relation, from, (row) => mostOf(row, where, value, over.rowBounds.max))
      return {
        kind: 'bit',
        yes: gates.and(known, gates.not(gates.less(least, threshold.value))),
        no: gates.and(known, gates.less(most, threshold.value)),
      }
    }
  }
}

function anyRow(relation: RelationSource, where: OfRow<ThreeBit>, from: Sources): ThreeBit {
  const { gates } = from
  const some = someRow(relation, from, (row) => where(row).yes)
  const open = someRow(relation, from, (row) => gates.not(where(row).no))
  return {
    kind: 'bit',
    yes: gates.and(relation.known, some),
    no: gates.and(relation.known, gates.not(open)),
  }
}

/** A sum or maximum over the rows that count; known when no row that may count and add is open. */
function total(
  relation: RelationSource,
  where: OfRow<ThreeBit>,
  value: OfRow<ThreeInt>,
  from: Sources,
  t: 'sumRows' | 'greatestRow',
): ThreeInt {
  const { gates } = from
  const isOpen: OfRow<GateId> = (row) => {
    const applies = where(row)
    const amount = value(row)
    const isNothing = gates.and(amount.known, gates.equal(amount.value, gates.int(0)))
    const counts = gates.and(applies.yes, amount.known)
    return gates.not(gates.or(applies.no, isNothing, counts))
  }
  const amountOf: OfRow<GateId> = (row) => {
    const amount = value(row)
    const counts = gates.and(where(row).yes, amount.known)
    return gates.select(counts, amount.value, gates.int(0))
  }
  const known = gates.and(relation.known, gates.not(someRow(relation, from, isOpen)))
  return { kind: 'int', value: intOverRows(t, relation, from, amountOf), known }
}

function leastOf(
  row: Sources,
  where: OfRow<ThreeBit>,
  value: OfRow<ThreeInt>,
  min: number,
): GateId {
  const { gates } = row
  const amount = value(row)
  const least = gates.select(amount.known, amount.value, gates.int(min))
  return gates.select(where(row).yes, least, gates.int(0))
}

function mostOf(row: Sources, where: OfRow<ThreeBit>, value: OfRow<ThreeInt>, max: number): GateId {
  const { gates } = row
  const amount = value(row)
  const most = gates.select(amount.known, amount.value, gates.int(max))
  return gates.select(where(row).no, gates.int(0), most)
}

function someRow(relation: RelationSource, from: Sources, of: OfRow<GateId>): GateId {
  const { gates } = from
  if (relation.rows !== 'each') {
    const each = relation.rows.map(({ there, field }) => gates.and(there, of({ ...from, field })))
    return gates.or(...each)
  }
  return gates.rowsBit('someRow', relation.slot, of({ ...from, field: relation.eachField }))
}

const sumRows = (relation: RelationSource, from: Sources, of: OfRow<GateId>): GateId =>
  intOverRows('sumRows', relation, from, of)

function intOverRows(
  t: 'sumRows' | 'greatestRow',
  relation: RelationSource,
  from: Sources,
  of: OfRow<GateId>,
): GateId {
  const { gates } = from
  if (relation.rows === 'each') {
    const gate = of({ ...from, field: relation.eachField })
    return gates.rowsInt(t, relation.slot, gate, relation.maxRows)
  }
  const each = relation.rows.map(({ there, field }) =>
    gates.select(there, of({ ...from, field }), gates.int(0)),
  )
  if (each.length === 0) return gates.int(0)
  return t === 'sumRows' ? gates.add(each) : gates.greatest([gates.int(0), ...each])
}
