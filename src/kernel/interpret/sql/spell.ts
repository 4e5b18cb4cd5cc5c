import type { NodeId, NodeList } from './nodes.ts'
import type { Dialect, Sql } from './dialect.ts'
import { binding, MissingFunction, whole, within } from './dialect.ts'
import { Arithmetic } from './arithmetic.ts'
import { isConstant } from './nodes.ts'

/** What stands for a node in the text at hand: a column, or how a table gives it. */
export type Lookup = (id: NodeId) => Sql | undefined

/** Writes nodes as SQL expressions: integers, comparisons, CASE, AND, OR, NOT and nothing else. */
export class Speller {
  readonly #list: NodeList
  readonly #dialect: Dialect
  readonly #lookup: Lookup
  readonly #arithmetic: Arithmetic

  constructor(list: NodeList, dialect: Dialect, lookup: Lookup) {
    this.#list = list
    this.#dialect = dialect
    this.#lookup = lookup
    this.#arithmetic = new Arithmetic(list, dialect, (id) => this.sql(id))
  }

  /** A node by name where it has one here, else written out. */
  sql(id: NodeId): Sql {
    return this.column(id) ?? this.written(id)
  }

  /** The name of a node, where it has one here. */
  column(id: NodeId): Sql | undefined {
    return isConstant(this.#list.at(id)) ? undefined : this.#lookup(id)
  }

  /** A node written out, whether or not it has a name here. */
  written(id: NodeId): Sql {
    const node = this.#list.at(id)
    switch (node.t) {
      case 'bit':
        return whole(node.value ? 'TRUE' : 'FALSE')
      case 'and':
        return this.#joined(node.of, 'AND', binding.and)
      case 'or':
        return this.#joined(node.of, 'OR', binding.or)
      case 'not':
        return this.#negation(node.of)
      case 'less':
        return this.#compared(node.left, '<', node.right)
      case 'equal':
        return this.#compared(node.left, '=', node.right)
      case 'listed':
        return this.#oneOf(this.sql(node.key), placesOf(node.members))
      case 'overlaps':
      case 'covers': {
        const { bitAnd } = this.#dialect
        if (!bitAnd) throw new MissingFunction('the bitwise AND of integers')
        const text = within(bitAnd(this.sql(node.set), node.mask), binding.sum)
        const test = node.t === 'overlaps' ? '<> 0' : `= ${node.mask}`
        return { text: `${text} ${test}`, binds: binding.comparison }
      }
      case 'cell':
        return this.#cell(this.sql(node.key), node.cells)
      case 'select':
        return this.#chain(id)
      case 'int':
      case 'add':
      case 'greatest':
      case 'least':
      case 'subtract':
      case 'multiply':
      case 'quotient':
        return this.#arithmetic.written(node, id)
      default:
        throw new RangeError(`a node that a table gives (${node.t}) has no column here`)
    }
  }

  #joined(of: readonly NodeId[], word: string, binds: number): Sql {
    return { text: of.map((id) => within(this.sql(id), binds)).join(` ${word} `), binds }
  }

  #negation(of: NodeId): Sql {
    const node = this.#list.at(of)
    if (this.#lookup(of) === undefined) {
      if (node.t === 'less') return this.#compared(node.left, '>=', node.right)
      if (node.t === 'equal') return this.#compared(node.left, '<>', node.right)
      if (node.t === 'listed') return this.#oneOf(this.sql(node.key), placesOf(node.members), true)
    }
    return { text: `NOT ${within(this.sql(of), binding.comparison)}`, binds: binding.not }
  }

  #compared(left: NodeId, symbol: string, right: NodeId): Sql {
    const [a, b] = [left, right].map((id) => within(this.sql(id), binding.sum))
    return { text: `${a} ${symbol} ${b}`, binds: binding.comparison }
  }

  #oneOf(key: Sql, places: readonly number[], isNegated = false): Sql {
    const [first] = places
    if (first === undefined) return whole(isNegated ? 'TRUE' : 'FALSE')
    const text = within(key, binding.sum)
    const [equals, among] = isNegated ? ['<>', 'NOT IN'] : ['=', 'IN']
    const test = places.length === 1 ? `${equals} ${first}` : `${among} (${places.join(', ')})`
    return { text: `${text} ${test}`, binds: binding.comparison }
  }

  #cell(key: Sql, cells: readonly number[]): Sql {
    const { signed } = this.#dialect
    const [general = 0] = cells
    const arms = [...new Set(cells)].filter((cell) => cell !== general)
    const written = arms.map((cell) => {
      const places = placesOf(cells.map((each) => each === cell))
      return `WHEN ${this.#oneOf(key, places).text} THEN ${signed(cell)}`
    })
    if (written.length === 0) return whole(signed(general))
    return whole(`CASE ${written.join(' ')} ELSE ${signed(general)} END`)
  }

  /** A choice, and the choices in its last arm, as one CASE. */
  #chain(id: NodeId): Sql {
    const arms: string[] = []
    let rest = id
    for (;;) {
      const node = this.#list.at(rest)
      if (node.t !== 'select' || (rest !== id && this.#lookup(rest) !== undefined)) break
      arms.push(`WHEN ${this.sql(node.condition).text} THEN ${this.#arm(node.then)}`)
      rest = node.otherwise
    }
    return whole(`CASE ${arms.join(' ')} ELSE ${this.#arm(rest)} END`)
  }

  #arm(id: NodeId): string {
    const node = this.#list.at(id)
    return node.t === 'int' ? this.#dialect.signed(node.value) : this.sql(id).text
  }
}

const placesOf = (members: readonly boolean[]): readonly number[] =>
  members.flatMap((member, place) => (member ? [place] : []))
