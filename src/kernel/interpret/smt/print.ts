import type { Circuit, Gate, GateId } from '../circuit/circuit.ts'
import type { Script } from './script.ts'
import type { Sort, Term } from './terms.ts'
import { and, equal, isOneOf, ite, not, or, truth, whole } from './terms.ts'
import type { CaseVariables, Variable } from './variables.ts'

/** The gates that are left when conditions, constants, choices and rows are printed. */
type Arithmetic = Extract<
  Gate,
  { readonly t: 'add' | 'greatest' | 'least' | 'subtract' | 'multiply' | 'quotient' }
>

/** Terms shorter than this, read once, are written where they are read. */
const inlineMax = 60

/** Prints the gates of a circuit for one case, each when it is first asked for. */
export class GatePrinter {
  readonly #script: Script
  readonly #circuit: Circuit
  readonly #variables: CaseVariables
  readonly #terms = new Map<GateId, Term>()
  readonly #readers: readonly number[]

  constructor(script: Script, circuit: Circuit, variables: CaseVariables) {
    this.#script = script
    this.#circuit = circuit
    this.#variables = variables
    this.#readers = readersOf(circuit)
  }

  /** The term of a gate: Bool for a bit, Int for an int. Sets are read by `members`. */
  term(id: GateId): Term {
    const known = this.#terms.get(id)
    if (known !== undefined) return known
    const gate = this.#gate(id)
    const body = this.#body(gate)
    const isShort = body.length < inlineMax && (this.#readers[id] ?? 0) < 2
    const isAtom = !body.startsWith('(') || body.startsWith('(- ')
    const term = isShort || isAtom ? body : this.#script.define(sortOf(gate), body)
    this.#terms.set(id, term)
    return term
  }

  /** A set as one condition per member. */
  members(id: GateId): readonly Term[] {
    const gate = this.#gate(id)
    switch (gate.t) {
      case 'value': {
        const variable = this.#variable(gate.input)
        if (variable.kind !== 'set') throw new TypeError(`"${variable.input.name}" is no set`)
        return variable.members
      }
      case 'int':
        return Array.from({ length: 31 }, (_, bit) => truth(((gate.value >> bit) & 1) === 1))
      case 'cell':
        return Array.from({ length: 31 }, (_, bit) =>
          this.#listed(
            gate.key,
            gate.cells.map((cell) => ((cell >> bit) & 1) === 1),
          ),
        )
      case 'select': {
        const condition = this.term(gate.condition)
        const otherwise = this.members(gate.otherwise)
        return this.members(gate.then)
          .slice(0, otherwise.length)
          .map((member, index) => ite(condition, member, otherwise[index] ?? 'false'))
      }
      default:
        throw new TypeError(`a gate "${gate.t}" is no set`)
    }
  }

  #gate(id: GateId): Gate {
    const gate = this.#circuit.gates[id]
    if (!gate) throw new RangeError(`there is no gate ${id}`)
    return gate
  }

  #variable(index: number): Variable {
    const input = this.#circuit.inputs[index]
    if (!input) throw new RangeError(`there is no input ${index}`)
    return this.#variables.of(input)
  }

  #body(gate: Gate): Term {
    const term = (id: GateId): Term => this.term(id)
    switch (gate.t) {
      case 'bit':
        return truth(gate.value)
      case 'int':
        return whole(gate.value)
      case 'known':
        return this.#variable(gate.input).known
      case 'value':
        return this.#value(gate.input)
      case 'overlaps':
        return or(...inMask(this.members(gate.set), gate.mask))
      case 'covers':
        return and(...inMask(this.members(gate.set), gate.mask))
      case 'and':
        return and(...gate.of.map(term))
      case 'or':
        return or(...gate.of.map(term))
      case 'not':
        return not(term(gate.of))
      case 'less':
        return `(< ${term(gate.left)} ${term(gate.right)})`
      case 'equal':
        return this.#equal(gate.left, gate.right)
      case 'listed':
        return this.#listed(gate.key, gate.members)
      case 'cell':
        return this.#choice(gate.key, gate.cells, whole)
      case 'select':
        return ite(term(gate.condition), term(gate.then), term(gate.otherwise))
      case 'someRow':
      case 'everyRow':
      case 'sumRows':
      case 'greatestRow':
        throw new TypeError('rows must be spelled out: give the circuit a number of rows')
      default:
        return this.#arithmetic(gate)
    }
  }

  #value(index: number): Term {
    const variable = this.#variable(index)
    if (variable.kind === 'set') throw new TypeError(`"${variable.input.name}" is a set`)
    if (variable.kind === 'bool' || !variable.classes) return variable.value
    const { members } = variable.classes
    // Nothing but constants may be compared with a class: then every member is a class of its own.
    if (members.some(([first], index) => first !== index)) {
      throw new TypeError(`"${variable.input.name}" is read as a number, yet members are merged`)
    }
    return variable.value
  }

  #equal(left: GateId, right: GateId): Term {
    if (this.#isSet(left) || this.#isSet(right)) {
      const others = this.members(right)
      return and(...this.members(left).map((one, index) => equal(one, others[index] ?? 'false')))
    }
    return equal(this.term(left), this.term(right))
  }

  #isSet(id: GateId): boolean {
    const gate = this.#gate(id)
    if (gate.t === 'select') return this.#isSet(gate.then) || this.#isSet(gate.otherwise)
    return gate.t === 'value' && this.#variable(gate.input).kind === 'set'
  }

  #listed(key: GateId, members: readonly boolean[]): Term {
    const gate = this.#gate(key)
    if (gate.t === 'int') return truth(members[gate.value] === true)
    if (gate.t === 'select') {
      const then = this.#listed(gate.then, members)
      return ite(this.term(gate.condition), then, this.#listed(gate.otherwise, members))
    }
    const { value, cells } = this.#keyed(key, members)
    const yes = cells.flatMap((cell, index) => (cell ? [index] : []))
    const no = cells.flatMap((cell, index) => (cell ? [] : [index]))
    return yes.length <= no.length ? isOneOf(value, yes) : not(isOneOf(value, no))
  }

  /** One term per distinct cell, chosen by the key; the most frequent cell comes last. */
  #choice(key: GateId, column: readonly number[], print: (cell: number) => Term): Term {
    const gate = this.#gate(key)
    if (gate.t === 'int') return print(column[gate.value] ?? 0)
    if (gate.t === 'select') {
      const then = this.#choice(gate.then, column, print)
      return ite(this.term(gate.condition), then, this.#choice(gate.otherwise, column, print))
    }
    const { value, cells } = this.#keyed(key, column)
    const where = new Map<number, number[]>()
    cells.forEach((cell, index) => where.set(cell, [...(where.get(cell) ?? []), index]))
    const [[last] = [0], ...others] = [...where].sort((a, b) => b[1].length - a[1].length)
    return others.reduceRight(
      (otherwise, [cell, keys]) => ite(isOneOf(value, keys), print(cell), otherwise),
      print(last),
    )
  }

  /** The term of a key with a column read by it: by class where the key is an input with classes. */
  #keyed<T>(
    key: GateId,
    column: readonly T[],
  ): { readonly value: Term; readonly cells: readonly T[] } {
    const gate = this.#gate(key)
    const variable = gate.t === 'value' ? this.#variable(gate.input) : undefined
    if (variable?.kind !== 'int' || !variable.classes)
      return { value: this.term(key), cells: column }
    const cells = variable.classes.members.map(([first = 0]) => column[first] as T)
    return { value: variable.value, cells }
  }

  #arithmetic(gate: Arithmetic): Term {
    switch (gate.t) {
      case 'add':
        return `(+ ${gate.of.map((part) => this.term(part)).join(' ')})`
      case 'greatest':
      case 'least':
        return this.#extreme(gate.t === 'greatest' ? '>=' : '<=', gate.of)
      case 'subtract':
        return `(- ${this.term(gate.left)} ${this.term(gate.right)})`
      case 'multiply':
        return this.#product(gate.left, gate.right)
      case 'quotient':
        return this.#quotient(gate)
    }
  }

  #extreme(isBetter: '>=' | '<=', of: readonly GateId[]): Term {
    return of
      .map((part) => this.term(part))
      .reduce((best, next) => {
        const one = this.#named(best)
        const other = this.#named(next)
        return ite(`(${isBetter} ${one} ${other})`, one, other)
      })
  }

  #named(term: Term): Term {
    return term.startsWith('(') && !term.startsWith('(- ') ? this.#script.define('Int', term) : term
  }

  /** A product; where one side is one of a few constants, linear in the other. */
  #product(left: GateId, right: GateId): Term {
    const one = this.#gate(left)
    const other = this.#gate(right)
    if (one.t === 'int') return `(* ${whole(one.value)} ${this.term(right)})`
    if (other.t === 'int') return this.#product(right, left)
    if (this.#isChoice(left)) return this.#scaled(left, right)
    if (this.#isChoice(right)) return this.#scaled(right, left)
    this.#script.markNonlinear()
    return `(* ${this.term(left)} ${this.term(right)})`
  }

  /** Whether an int is, in some cases at least, a constant. */
  #isChoice(id: GateId): boolean {
    const gate = this.#gate(id)
    if (gate.t === 'int' || gate.t === 'cell') return true
    return gate.t === 'select' && (this.#isChoice(gate.then) || this.#isChoice(gate.otherwise))
  }

  #scaled(choice: GateId, other: GateId): Term {
    const gate = this.#gate(choice)
    if (gate.t === 'cell') {
      const factor = this.#named(this.term(other))
      return this.#choice(gate.key, gate.cells, (cell) =>
        cell === 0 ? '0' : `(* ${whole(cell)} ${factor})`,
      )
    }
    if (gate.t !== 'select') return this.#product(choice, other)
    const then = this.#scaled(gate.then, other)
    return ite(this.term(gate.condition), then, this.#scaled(gate.otherwise, other))
  }

  #quotient({ left, right, round }: Extract<Gate, { t: 'quotient' }>): Term {
    const divisor = this.#gate(right)
    if (divisor.t !== 'int') this.#script.markNonlinear()
    const [a, b] = [this.term(left), this.term(right)]
    if (round === 'down') return `(div ${a} ${b})`
    if (round === 'up') return `(div (+ ${a} (- ${b} 1)) ${b})`
    return `(div (+ (* 2 ${a}) ${b}) (* 2 ${b}))`
  }
}

const inMask = (members: readonly Term[], mask: number): readonly Term[] =>
  members.filter((_, index) => ((mask >> index) & 1) === 1)

const bits = new Set<Gate['t']>([
  'bit',
  'known',
  'overlaps',
  'covers',
  'and',
  'or',
  'not',
  'less',
  'equal',
  'listed',
])
const sortOf = (gate: Gate): Sort => (bits.has(gate.t) ? 'Bool' : 'Int')

/** How many gates and outputs read each gate. */
function readersOf({ gates, outputs }: Circuit): readonly number[] {
  const count = gates.map(() => 0)
  const read = (id: GateId): void => void (count[id] = (count[id] ?? 0) + 1)
  for (const gate of gates) for (const id of operandsOf(gate)) read(id)
  for (const { value, decided, gap, conflict, by } of outputs) {
    for (const id of [value, decided, gap, conflict, ...by]) read(id)
  }
  return count
}

function operandsOf(gate: Gate): readonly GateId[] {
  switch (gate.t) {
    case 'bit':
    case 'int':
    case 'known':
    case 'value':
      return []
    case 'overlaps':
    case 'covers':
      return [gate.set]
    case 'and':
    case 'or':
    case 'add':
    case 'greatest':
    case 'least':
      return gate.of
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
    case 'quotient':
      return [gate.left, gate.right]
    case 'listed':
    case 'cell':
      return [gate.key]
    case 'select':
      return [gate.condition, gate.then, gate.otherwise]
    default:
      return [gate.of]
  }
}
