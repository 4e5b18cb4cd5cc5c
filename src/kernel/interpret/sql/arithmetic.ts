import type { Bounds, Rounding } from '../../rules/ast.ts'
import type { Dialect, Sql } from './dialect.ts'
import { binding, MissingFunction, whole, within } from './dialect.ts'
import type { Node, NodeId, NodeList } from './nodes.ts'

type IntNode = Extract<
  Node,
  { t: 'int' | 'add' | 'greatest' | 'least' | 'subtract' | 'multiply' | 'quotient' }
>

const fits = ({ min, max }: Bounds): boolean => min >= -(2 ** 31) && max < 2 ** 31

/**
 * Arithmetic that cannot overflow: the bounds of every node are known, so what may leave 32 bits is
 * computed in 64, where everything stays exact.
 */
export class Arithmetic {
  readonly #list: NodeList
  readonly #dialect: Dialect
  readonly #sql: (id: NodeId) => Sql
  readonly #wide = new Map<NodeId, boolean>()

  constructor(list: NodeList, dialect: Dialect, sql: (id: NodeId) => Sql) {
    this.#list = list
    this.#dialect = dialect
    this.#sql = sql
  }

  written(node: IntNode, id: NodeId): Sql {
    switch (node.t) {
      case 'int':
        return whole(node.value < 0 ? `(${node.value})` : String(node.value))
      case 'add':
        return this.#operation(node.of, '+', binding.sum, id)
      case 'subtract':
        return this.#operation([node.left, node.right], '-', binding.sum, id)
      case 'multiply':
        return this.#operation([node.left, node.right], '*', binding.product, id)
      case 'greatest':
      case 'least': {
        const name = this.#dialect[node.t]
        if (!name) throw new MissingFunction(node.t === 'greatest' ? 'GREATEST' : 'LEAST')
        return whole(name(node.of.map((part) => this.#sql(part).text)))
      }
      case 'quotient':
        return this.#quotient(node.left, node.right, node.round)
    }
  }

  #operation(of: readonly NodeId[], symbol: string, binds: number, id: NodeId): Sql {
    const [first, ...others] = of
    if (first === undefined) throw new RangeError('an operation has no operands')
    const isWidened = !(
      this.#staysNarrow(of, id) ||
      this.#isWide(first) ||
      this.#isWide(others[0] ?? first)
    )
    const start = this.#sql(first)
    const head = isWidened ? this.#dialect.widened(start.text) : within(start, binds)
    const rest = others.map((part) => within(this.#sql(part), binds + 1))
    return { text: [head, ...rest].join(` ${symbol} `), binds }
  }

  /** Whether neither the result nor a sum on the way to it can leave 32 bits. */
  #staysNarrow(of: readonly NodeId[], id: NodeId): boolean {
    if (!fits(this.#list.boundsOf(id))) return false
    if (this.#list.at(id).t !== 'add') return true
    let [min, max] = [0, 0]
    return of.every((part) => {
      const bounds = this.#list.boundsOf(part)
      min += bounds.min
      max += bounds.max
      return fits({ min, max })
    })
  }

  #quotient(left: NodeId, right: NodeId, round: Rounding): Sql {
    const { quotient, widened } = this.#dialect
    if (!quotient) throw new MissingFunction('the whole quotient of integers')
    const [a, b] = [this.#sql(left), this.#sql(right)]
    if (round === 'down') return quotient(a, b)
    const largest = this.#list.boundsOf(left).max * 2 + this.#list.boundsOf(right).max
    const isEnough = fits({ min: 0, max: largest }) || this.#isWide(left)
    const text = isEnough ? within(a, binding.product) : widened(a.text)
    const divisor = within(b, binding.whole)
    const sum = (head: string): Sql => ({ text: head, binds: binding.sum })
    // Up: (a + b - 1) / b. Half up: (2 a + b) / 2 b, the quotient plus a half, rounded down.
    if (round === 'up') return quotient(sum(`${text} + ${divisor} - 1`), b)
    const twice: Sql = { text: `2 * ${divisor}`, binds: binding.product }
    return quotient(sum(`2 * ${text} + ${divisor}`), twice)
  }

  /** Whether an engine takes a node for 64 bits. */
  #isWide(id: NodeId): boolean {
    const known = this.#wide.get(id)
    if (known !== undefined) return known
    const node = this.#list.at(id)
    const isWide =
      this.#parts(node).some((part) => this.#isWide(part)) || this.#isMadeWide(node, id)
    this.#wide.set(id, isWide)
    return isWide
  }

  #isMadeWide(node: Node, id: NodeId): boolean {
    switch (node.t) {
      case 'add':
        return !this.#staysNarrow(node.of, id)
      case 'cell':
      case 'cellOf':
        return node.cells.some((cell) => !fits({ min: cell, max: cell }))
      case 'sumRows':
        return true
      case 'quotient':
        return (
          node.round !== 'down' && !fits({ min: 0, max: this.#list.boundsOf(node.left).max * 2 })
        )
      default:
        return !fits(this.#list.boundsOf(id))
    }
  }

  #parts(node: Node): readonly NodeId[] {
    switch (node.t) {
      case 'add':
      case 'greatest':
      case 'least':
        return node.of
      case 'subtract':
      case 'multiply':
      case 'quotient':
        return [node.left, node.right]
      case 'select':
        return [node.then, node.otherwise]
      case 'greatestRow':
        return [node.of]
      default:
        return []
    }
  }
}
