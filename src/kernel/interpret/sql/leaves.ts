import type { CircuitInput } from '../circuit/circuit.ts'
import type { Sql } from './dialect.ts'
import { binding, MissingFunction, whole } from './dialect.ts'
import type { Graph } from './graph.ts'
import type { Layout, SqlColumn } from './layout.ts'
import { membersOf } from './layout.ts'
import type { MemberList } from './member-lists.ts'
import type { Leaf, NodeId } from './nodes.ts'

/** How a table's columns become nodes: NULL ends here. */
export class Leaves {
  readonly #graph: Graph
  readonly #layout: Layout
  readonly #isChecked: boolean
  readonly #lists: ReadonlyMap<number, MemberList>
  readonly #calculated: ReadonlySet<number>

  constructor(
    graph: Graph,
    layout: Layout,
    isChecked: boolean,
    lists: ReadonlyMap<number, MemberList>,
  ) {
    this.#graph = graph
    this.#layout = layout
    this.#isChecked = isChecked
    this.#lists = lists
    this.#calculated = calculatedInputs(graph)
  }

  /** A leaf written with the columns of a table; `prefix` names the table. */
  sql(leaf: Leaf, prefix: string): Sql {
    if (leaf.t === 'invalid') return this.#invalid(leaf.relation, prefix)
    const input = this.#input(leaf.input)
    const raw = this.#raw(input, prefix)
    const isSure = input.alwaysKnown && !this.#isChecked
    switch (leaf.t) {
      case 'known':
        if (input.of === 'relation') return whole(`COALESCE(${raw}, FALSE)`)
        return { text: `${raw} IS NOT NULL`, binds: binding.comparison }
      case 'isFalse':
        return { text: `NOT COALESCE(${raw}, TRUE)`, binds: binding.not }
      case 'class':
        return this.#number(leaf.input, input, raw, 'class')
      case 'isMember': {
        const test = this.#isOneOf(input, raw, leaf.members)
        return isSure ? test : whole(`COALESCE(${test.text}, FALSE)`)
      }
      case 'cellOf':
        return this.#cell(input, raw, leaf.cells)
      case 'value':
        return this.#value(leaf.input, input, raw, isSure)
    }
  }

  /** What a column of a leaf is called, and what it holds, in words. */
  nameOf(leaf: Leaf): string {
    if (leaf.t === 'invalid') return 'invalid'
    const words = {
      ...{ known: 'known', value: 'value', class: 'class' },
      ...{ isFalse: 'false', isMember: 'listed', cellOf: 'cell' },
    }
    return `${this.#column(this.#input(leaf.input)).name}_${words[leaf.t]}`
  }

  columnOf(index: number): string {
    return this.#column(this.#input(index)).name
  }

  #input(index: number): CircuitInput {
    const input = this.#graph.circuit.inputs[index]
    if (!input) throw new RangeError(`there is no input ${index}`)
    return input
  }

  #column({ of, slot, relation }: CircuitInput): SqlColumn {
    const { facts, lists, parameters, relations } = this.#layout
    const columns = {
      ...{ fact: facts, relation: lists, parameter: parameters },
      field: relations[relation ?? -1]?.fields,
      row: undefined,
    }[of]
    const column = columns?.[slot]
    if (!column) throw new RangeError(`a table has no column for a ${of} in slot ${slot}`)
    return column
  }

  #raw(input: CircuitInput, prefix: string): string {
    return prefix + this.#layout.dialect.quotedName(this.#column(input).name)
  }

  #value(index: number, input: CircuitInput, raw: string, isSure: boolean): Sql {
    const { dialect } = this.#layout
    const { min, max } = input.bounds
    const otherwise = input.alwaysKnown && (min > 0 || max < 0) ? min : 0
    switch (input.type.kind) {
      case 'bool':
        return whole(isSure ? raw : `COALESCE(${raw}, FALSE)`)
      case 'date': {
        const day = this.#dayNumber(raw)
        if (!this.#isChecked) return whole(isSure ? day : `COALESCE(${day}, 0)`)
        const [first, last] = dialect.dates.map(dialect.dateText)
        const guarded = `CASE WHEN ${raw} BETWEEN ${first} AND ${last} THEN ${day} END`
        return whole(`COALESCE(${guarded}, ${otherwise})`)
      }
      case 'enum':
        return this.#number(index, input, raw, 'place')
      case 'set':
      case 'number':
        if (isSure) return whole(raw)
        // What is calculated with stays within its bounds even in a case that will be refused.
        if (!this.#isChecked || !this.#calculated.has(index)) {
          return whole(`COALESCE(${raw}, ${otherwise})`)
        }
        return whole(
          `COALESCE(CASE WHEN ${raw} BETWEEN ${min} AND ${max} THEN ${raw} END, ${otherwise})`,
        )
    }
  }

  #dayNumber(raw: string): string {
    const { dayNumber } = this.#layout.dialect
    if (!dayNumber) throw new MissingFunction('the days between two dates')
    return dayNumber(raw)
  }

  /** The place of a member in its list, or the number of its class; 0 or -1 where it is not known. */
  #number(index: number, input: CircuitInput, raw: string, what: 'place' | 'class'): Sql {
    const { dialect, members } = this.#layout
    const plan = this.#graph.members.of(index)
    const list = this.#lists.get(index)
    const unknown = what === 'place' ? 0 : -1
    if (list) return whole(`COALESCE(${list.alias}.${dialect.quotedName(what)}, ${unknown})`)
    const texts = this.#texts(input)
    const keys = members === 'code' ? texts.map((_, place) => String(place)) : texts
    const numbers =
      what === 'class' && plan?.by === 'class' ? plan.classes : texts.map((_, place) => place)
    const isSame = members === 'code' && numbers.every((number, place) => number === place)
    if (isSame) return whole(`COALESCE(${raw}, ${unknown})`)
    if (dialect.numbered) {
      return whole(`COALESCE(${dialect.numbered(raw, keys, numbers)}, ${unknown})`)
    }
    const arms = keys.flatMap((key, place) =>
      numbers[place] === unknown ? [] : [`WHEN ${key} THEN ${numbers[place]}`],
    )
    return whole(`CASE ${raw} ${arms.join(' ')} ELSE ${unknown} END`)
  }

  #texts({ type }: CircuitInput): readonly string[] {
    return membersOf(this.#layout.rules, type).map(this.#layout.dialect.quotedText)
  }

  #isOneOf(input: CircuitInput, raw: string, members: readonly boolean[]): Sql {
    const texts = this.#texts(input).filter((_, place) => members[place] === true)
    const test = texts.length === 1 ? `= ${texts.join('')}` : `IN (${texts.join(', ')})`
    return { text: `${raw} ${test}`, binds: binding.comparison }
  }

  #cell(input: CircuitInput, raw: string, cells: readonly number[]): Sql {
    const { signed } = this.#layout.dialect
    const [general = 0] = cells
    const arms = [...new Set(cells)]
      .filter((cell) => cell !== general)
      .map((cell) => {
        const members = cells.map((each) => each === cell)
        return `WHEN ${this.#isOneOf(input, raw, members).text} THEN ${signed(cell)}`
      })
    if (arms.length === 0) return whole(signed(general))
    return whole(`CASE ${arms.join(' ')} ELSE ${signed(general)} END`)
  }

  /** Whether anything that is read of a case, or of a row, cannot be what it says. */
  #invalid(relation: number, prefix: string): Sql {
    const { list, circuit } = this.#graph
    const reads = new Set(list.nodes.flatMap((node) => ('input' in node ? [node.input] : [])))
    const tests = [...reads].flatMap((index) => {
      const input = this.#input(index)
      const scope = input.of === 'field' ? (input.relation ?? -1) : -1
      return scope === relation ? this.#wrong(index, input, this.#raw(input, prefix)) : []
    })
    if (tests.length === 0) throw new RangeError(`nothing of ${circuit.inputs.length} is checked`)
    return whole(`COALESCE(${tests.join(' OR ')}, FALSE)`)
  }

  #wrong(index: number, input: CircuitInput, raw: string): readonly string[] {
    const missing = input.alwaysKnown ? [`${raw} IS NULL`] : []
    const { min, max } = input.bounds
    const { dialect, members } = this.#layout
    switch (input.type.kind) {
      case 'bool':
        return missing
      case 'date': {
        const [first, last] = dialect.dates.map(dialect.dateText)
        return [...missing, `${raw} NOT BETWEEN ${first} AND ${last}`]
      }
      case 'set':
      case 'number':
        return [...missing, `${raw} NOT BETWEEN ${min} AND ${max}`]
      case 'enum': {
        const listAlias = this.#lists.get(index)?.alias
        if (listAlias !== undefined) {
          const place = `${listAlias}.${dialect.quotedName('class')}`
          return [...missing, `(${place} IS NULL AND ${raw} IS NOT NULL)`]
        }
        if (members === 'code') return [...missing, `${raw} NOT BETWEEN ${min} AND ${max}`]
        return [...missing, `${raw} NOT IN (${this.#texts(input).join(', ')})`]
      }
    }
  }
}

/** Inputs that arithmetic reads, directly or through a choice. */
function calculatedInputs({ list }: Graph): ReadonlySet<number> {
  const found = new Set<number>()
  const visit = (id: NodeId): void => {
    const node = list.at(id)
    if (node.t === 'value') found.add(node.input)
    else if (node.t === 'select') [node.then, node.otherwise].forEach(visit)
    else if (node.t === 'greatest' || node.t === 'least') node.of.forEach(visit)
  }
  for (const node of list.nodes) {
    if (node.t === 'add') node.of.forEach(visit)
    else if (node.t === 'subtract' || node.t === 'multiply' || node.t === 'quotient') {
      ;[node.left, node.right].forEach(visit)
    } else if (node.t === 'sumRows') visit(node.of)
  }
  return found
}
