import type { Circuit, Gate, GateId } from '../../circuit/circuit.ts'
import type { Diagram, Diagrams } from './diagrams.ts'

type Test = Extract<Gate, { t: 'less' | 'equal' | 'listed' }>

/**
 * Conditions that are not made of conditions, as variables of diagrams. What is asked of one
 * quantity or member is one choice among the ways in which its values answer, so that two
 * questions that exclude or imply each other do so in the diagrams; what is not known is 0.
 */
export class Atoms {
  readonly #circuit: Circuit
  readonly #diagrams: Diagrams
  readonly #choices = new Map<GateId, Choice>()
  readonly #knowns = new Map<number, Diagram>()
  #variables = 0

  constructor(circuit: Circuit, diagrams: Diagrams) {
    this.#circuit = circuit
    this.#diagrams = diagrams
    this.#collectChoices()
  }

  /** A condition of which nothing is known but that it holds or not. */
  fresh(): Diagram {
    return this.#diagrams.variable(this.#variables++)
  }

  /** An atom; undefined for gates that are made of conditions, and for ints. */
  of(id: GateId): Diagram | undefined {
    const gate = this.#circuit.gates[id]
    switch (gate?.t) {
      case 'known':
        return this.#known(gate.input)
      case 'value': {
        if (this.#circuit.inputs[gate.input]?.type.kind !== 'bool') return undefined
        const known = this.#known(gate.input)
        return this.#diagrams.and(known, this.fresh())
      }
      case 'less':
      case 'equal':
      case 'listed':
        return this.#test(gate)
      case 'overlaps':
      case 'covers':
      case 'someRow':
      case 'everyRow':
        return this.fresh()
      default:
        return undefined
    }
  }

  #known(input: number): Diagram {
    const made =
      this.#knowns.get(input) ??
      (this.#circuit.inputs[input]?.alwaysKnown === true ? this.#diagrams.yes : this.fresh())
    this.#knowns.set(input, made)
    return made
  }

  #collectChoices(): void {
    for (const gate of this.#circuit.gates) {
      if (gate.t !== 'less' && gate.t !== 'equal' && gate.t !== 'listed') continue
      const question = questionOf(gate, this.#circuit)
      if (!question) continue
      const choice = this.#choices.get(question.of) ?? { points: new Set<number>(), tests: [] }
      for (const point of question.points) choice.points.add(point)
      choice.tests.push(question.holds)
      this.#choices.set(question.of, choice)
    }
  }

  #test(gate: Test): Diagram {
    const question = questionOf(gate, this.#circuit)
    const choice = question && this.#choices.get(question.of)
    if (!choice) return this.fresh()
    choice.answers ??= answersOf(choice)
    const { answers } = choice
    choice.variables ??= Array.from(
      { length: Math.ceil(Math.log2(answers.length)) },
      () => this.#variables++,
    )
    const holds = answers.map((point) => question.holds(point))
    const { variables } = choice
    const among = this.#select(variables, holds, 0, 2 ** variables.length)
    const of = this.#circuit.gates[question.of]
    if (of?.t !== 'value') return among
    const known = this.#known(of.input)
    // Where it is not known, a value is 0.
    const { and, not, or } = bound(this.#diagrams)
    return question.holds(0) ? or(not(known), among) : and(known, among)
  }

  /** The places of a list in which a condition holds, as a diagram of the bits of the place. */
  #select(
    variables: readonly number[],
    holds: readonly boolean[],
    from: number,
    size: number,
  ): Diagram {
    const { yes, no } = this.#diagrams
    // Places beyond the list are like its last.
    if (size === 1) return holds[Math.min(from, holds.length - 1)] === true ? yes : no
    const half = size / 2
    const [first, ...rest] = variables
    const low = this.#select(rest, holds, from, half)
    const high = this.#select(rest, holds, from + half, half)
    const { and, not, or } = bound(this.#diagrams)
    const isHigh = this.#diagrams.variable(first ?? 0)
    return or(and(isHigh, high), and(not(isHigh), low))
  }
}

interface Choice {
  /** Values of which each answer that is possible is given by one. */
  readonly points: Set<number>
  readonly tests: ((value: number) => boolean)[]
  /** A value for each way to answer all tests. */
  answers?: readonly number[]
  variables?: readonly number[]
}

function answersOf({ points, tests }: Choice): readonly number[] {
  const byAnswer = new Map<string, number>()
  for (const point of [...points].sort((a, b) => a - b)) {
    const key = tests.map((holds) => (holds(point) ? '1' : '0')).join('')
    if (!byAnswer.has(key)) byAnswer.set(key, point)
  }
  return [...byAnswer.values()]
}

/** What a test asks of one int: where its answer may change, and the answer. */
function questionOf(gate: Test, { gates, bounds }: Circuit) {
  if (gate.t === 'listed') {
    const { key, members } = gate
    return {
      of: key,
      points: members.map((_, place) => place),
      holds: (value: number) => members[value] === true,
    }
  }
  const [left, right] = [gates[gate.left], gates[gate.right]]
  const around = (of: GateId, constant: number): readonly number[] => {
    const { min = 0, max = 0 } = bounds[of] ?? {}
    return [min, max, constant - 1, constant, constant + 1].filter(
      (point) => point >= min && point <= max,
    )
  }
  if (right?.t === 'int') {
    const { value: constant } = right
    return {
      of: gate.left,
      points: around(gate.left, constant),
      holds: (value: number) => (gate.t === 'less' ? value < constant : value === constant),
    }
  }
  if (left?.t !== 'int') return undefined
  const { value: constant } = left
  return {
    of: gate.right,
    points: around(gate.right, constant),
    holds: (value: number) => (gate.t === 'less' ? constant < value : value === constant),
  }
}

const bound = (diagrams: Diagrams) => ({
  and: (one: Diagram, other: Diagram) => diagrams.and(one, other),
  or: (one: Diagram, other: Diagram) => diagrams.or(one, other),
  not: (of: Diagram) => diagrams.not(of),
})
