import type { Bounds, ValueType } from '../../rules/ast.ts'
import { isUnknown, TRUE } from '../../rules/ir.ts'
import type { RuleSet } from '../../rules/load.ts'
import { columnBounds } from '../batch/columns.ts'
import type { CircuitInput, CircuitOptions, UnrolledRows } from './circuit.ts'
import type { RelationSource, RowSource } from './sources.ts'
import type { Gates } from './gates.ts'
import type { Three } from './three.ts'
import { asBit, asInt, constantBit, constantInt, unknownBit, unknownInt } from './three.ts'

/** What a circuit reads, made when it is first read, so that nothing unread becomes an input. */
export class Inputs {
  readonly list: CircuitInput[] = []
  readonly #rules: RuleSet
  readonly #gates: Gates
  readonly #options: CircuitOptions
  readonly #made = new Map<string, Three>()

  constructor(rules: RuleSet, gates: Gates, options: CircuitOptions) {
    this.#rules = rules
    this.#gates = gates
    this.#options = options
  }

  /** A fact as the case states it, tables aside. */
  fact(slot: number): Three {
    const declared = this.#rules.text.facts[slot]
    if (!declared) throw new RangeError(`there is no fact slot ${slot}`)
    const { name, type, bounds } = declared
    const settled = this.#options.facts?.[slot]
    if (settled !== undefined) return this.settled(type, settled)
    const alwaysKnown = this.#isKnown(name)
    return this.#input({ of: 'fact', name, slot, type, alwaysKnown }, bounds)
  }

  #isKnown(name: string): boolean {
    const { known } = this.#options
    return known === 'all' || known?.includes(name) === true
  }

  /** A parameter: its value in the view, or free. */
  parameter(slot: number, value: number): Three {
    const declared = this.#rules.text.parameters[slot]
    if (!declared) throw new RangeError(`there is no parameter slot ${slot}`)
    const { name, type, bounds } = declared
    if (this.#options.free?.includes(name) !== true) return this.settled(type, value)
    return this.#input({ of: 'parameter', name, slot, type, alwaysKnown: true }, bounds)
  }

  relation(slot: number): RelationSource {
    const declared = this.#rules.text.relations[slot]
    if (!declared) throw new RangeError(`there is no relation slot ${slot}`)
    const { name, maxRows } = declared
    const common = { slot, maxRows, eachField: (field: number) => this.#field(slot, field) }
    const unrolled = this.#options.relations?.[slot]
    if (unrolled) return { ...common, known: this.#gates.yes, rows: this.#rows(slot, unrolled) }
    const type: ValueType = { kind: 'bool' }
    const alwaysKnown = this.#isKnown(name)
    const list = this.#input({ of: 'relation', name, slot, type, alwaysKnown }, undefined)
    return { ...common, known: asBit(list).yes, rows: 'each' }
  }

  #rows(relation: number, plan: UnrolledRows): readonly RowSource[] {
    const name = this.#rules.text.relations[relation]?.name ?? ''
    if ('given' in plan) {
      return plan.given.map((values, row) => ({
        there: this.#gates.yes,
        field: (slot) => this.#field(relation, slot, row, values[slot]),
      }))
    }
    return Array.from({ length: plan.upTo }, (_, row) => ({
      there: asBit(
        this.#input(
          {
            of: 'row',
            name: `${name}[${row}]`,
            slot: relation,
            relation,
            row,
            type: { kind: 'bool' },
            alwaysKnown: true,
          },
          undefined,
        ),
      ).yes,
      field: (slot) => this.#field(relation, slot, row),
    }))
  }

  #field(relation: number, slot: number, row?: number, given?: number): Three {
    const declared = this.#rules.text.relations[relation]
    const field = declared?.fields[slot]
    if (!field) throw new RangeError(`relation ${relation} has no field slot ${slot}`)
    const { type } = field
    if (given !== undefined && !isUnknown(type.kind, given)) return this.settled(type, given)
    const at = row === undefined ? '' : `[${row}]`
    const name = `${declared.name}${at}.${field.name}`
    const alwaysKnown = this.#isKnown(`${declared.name}.${field.name}`)
    const place = row === undefined ? { relation } : { relation, row }
    return this.#input({ of: 'field', name, slot, ...place, type, alwaysKnown }, field.bounds)
  }

  /** A value that does not depend on the case; the marker of an unknown one stays unknown. */
  settled(type: ValueType, value: number): Three {
    const gates = this.#gates
    if (type.kind === 'bool') {
      return isUnknown('bool', value) ? unknownBit(gates) : constantBit(gates, value === TRUE)
    }
    return isUnknown(type.kind, value) ? unknownInt(gates) : constantInt(gates, value)
  }

  #input(declared: Omit<CircuitInput, 'bounds'>, stated: Bounds | undefined): Three {
    const key = `${declared.of} ${declared.name}`
    const made = this.#made.get(key)
    if (made) return made
    const bounds = columnBounds(this.#rules, declared.type, stated)
    const input: CircuitInput = { ...declared, bounds }
    const index = this.list.push(input) - 1
    const gates = this.#gates
    const known = gates.known(index, input)
    const three: Three =
      declared.of === 'relation'
        ? { kind: 'bit', yes: known, no: gates.not(known) }
        : this.#value(index, input, known)
    this.#made.set(key, three)
    return three
  }

  #value(index: number, input: CircuitInput, known: number): Three {
    const gates = this.#gates
    const value = gates.value(index, input)
    if (input.type.kind !== 'bool') return { kind: 'int', value, known }
    return { kind: 'bit', yes: gates.and(known, value), no: gates.and(known, gates.not(value)) }
  }
}

/** A fact with what a cited table says where the case leaves it open, and where the two differ. */
export function filled(
  stated: Three,
  fromTable: Three,
  gates: Gates,
): { readonly value: Three; readonly contradicts: number } {
  if (stated.kind === 'bit') {
    const table = asBit(fromTable)
    const contradicts = gates.or(gates.and(stated.yes, table.no), gates.and(stated.no, table.yes))
    const yes = gates.or(table.yes, gates.and(gates.not(table.no), stated.yes))
    const no = gates.or(table.no, gates.and(gates.not(table.yes), stated.no))
    return { value: { kind: 'bit', yes, no }, contradicts }
  }
  const table = asInt(fromTable)
  const differ = gates.not(gates.equal(stated.value, table.value))
  const contradicts = gates.and(stated.known, table.known, differ)
  const value = gates.select(table.known, table.value, stated.value)
  const known = gates.or(table.known, stated.known)
  return { value: { kind: 'int', value, known }, contradicts }
}
