import type { CircuitOutput, GateId } from '../../circuit/circuit.ts'
import type { Gates } from '../../circuit/gates.ts'
import type { Diagram, Diagrams } from './diagrams.ts'

/** What a case comes out as, as a code: an option from 0, or minus the status. */
export interface CircuitArm {
  readonly when: GateId
  readonly code: number
}
export interface CircuitArms {
  readonly list: readonly CircuitArm[]
  readonly otherwise: number
}

interface Candidate {
  readonly id: GateId
  readonly diagram: Diagram
  /** Operations that it takes to ask it. */
  readonly cost: number
}

const undetermined = -1
/** Conditions of more operations are not looked at. */
const costMax = 300
/** A condition that leaves a case open is worth an arm if it settles at least this share. */
const shareMin = 1e-9

/**
 * Finds, for each arm of an output, the cheapest conditions that tell it from the later ones: what
 * earlier arms have settled need not be asked, and an arm for what stays open, put early, spares
 * the later ones from asking whether something is known.
 */
export class ArmSearch {
  readonly #gates: Gates
  readonly #diagrams: Diagrams
  readonly #diagramOf: ReadonlyMap<GateId, Diagram>
  readonly #candidates: readonly Candidate[]

  constructor(gates: Gates, diagrams: Diagrams, diagramOf: ReadonlyMap<GateId, Diagram>) {
    this.#gates = gates
    this.#diagrams = diagrams
    this.#diagramOf = diagramOf
    const costs = costsOf(gates)
    this.#candidates = [...diagramOf]
      .filter(([id, diagram]) => diagram > 1 && gates.rows[id] === -1)
      .map(([id, diagram]) => ({ id, diagram, cost: costs[id] ?? Infinity }))
      .filter(({ cost }) => cost <= costMax)
      .sort((a, b) => a.cost - b.cost)
  }

  /** The arms of an output; undefined when its conditions are too large to tell. */
  armsOf(output: CircuitOutput): CircuitArms | undefined {
    const wanted = this.#wanted(output)
    const { not, and } = this.#operations()
    const list: CircuitArm[] = []
    let left: Diagram | undefined = this.#diagrams.yes
    const open = this.#diagrams.within(() =>
      this.#diagrams.all(wanted.map(({ diagram }) => this.#diagrams.not(diagram ?? 1))),
    )
    if (open === undefined || wanted.some(({ diagram }) => diagram === undefined)) return undefined
    for (const { when, diagram = 0, code } of wanted) {
      const here: Diagram | undefined = and(left, diagram)
      if (here === undefined) return undefined
      if (here === this.#diagrams.no) continue
      if (here === left) return { list, otherwise: code }
      list.push({ when: this.#cheapest(left, here) ?? when, code })
      left = and(left, not(diagram))
      if (left === undefined) return undefined
      const doubt = this.#doubt(left, open)
      if (!doubt) continue
      list.push({ when: doubt.id, code: undetermined })
      left = and(left, not(doubt.diagram))
      if (left === undefined) return undefined
    }
    // What is left over is open, and so are doubts just before it.
    while (list.at(-1)?.code === undetermined) list.pop()
    return { list, otherwise: undetermined }
  }

  #wanted({ type, value, decided, options, gap, conflict }: CircuitOutput) {
    const isNot = this.#gates.and(decided, this.#gates.not(value))
    const chosen =
      type.kind === 'bool' ? [value, isNot] : (options?.map(({ when }) => when) ?? [decided])
    return [
      ...chosen.map((when, code) => ({ when, code })),
      { when: gap, code: -2 },
      { when: conflict, code: -3 },
    ].map((arm) => ({ ...arm, diagram: this.#diagramOfBit(arm.when) }))
  }

  #diagramOfBit(id: GateId): Diagram | undefined {
    const known = this.#diagramOf.get(id)
    const gate = this.#gates.list[id]
    if (known !== undefined || !gate) return known
    if (gate.t === 'bit') return gate.value ? this.#diagrams.yes : this.#diagrams.no
    const { not } = this.#operations()
    if (gate.t === 'not') return not(this.#diagramOfBit(gate.of))
    if (gate.t !== 'and') return undefined
    const parts = gate.of.map((part) => this.#diagramOfBit(part))
    return this.#diagrams.within(() => this.#diagrams.all(parts.map((part) => part ?? 1)))
  }

  /** A cheap condition that, where one of `left` holds, says the same as `here`. */
  #cheapest(left: Diagram, here: Diagram): GateId | undefined {
    const { and } = this.#operations()
    let met: Diagram | undefined = left
    const chosen: Candidate[] = []
    for (const candidate of this.#candidates) {
      if (met === here) break
      // Implied by what is wanted, and says something new.
      if (and(here, candidate.diagram) !== here) continue
      const next: Diagram | undefined = and(met, candidate.diagram)
      if (next === undefined || next === met) continue
      met = next
      chosen.push(candidate)
    }
    if (met !== here) return undefined
    let kept: readonly Candidate[] = chosen
    for (const one of [...chosen].reverse()) {
      const others = kept.filter((each) => each !== one)
      const without = others.reduce<Diagram | undefined>(
        (all, { diagram }) => and(all, diagram),
        left,
      )
      if (without === here) kept = others
    }
    return this.#gates.and(...kept.map(({ id }) => id))
  }

  /** The condition that leaves most of what is left open, of those that leave nothing else. */
  #doubt(left: Diagram, open: Diagram): Candidate | undefined {
    const { and } = this.#operations()
    let best: Candidate | undefined
    let most = shareMin
    for (const candidate of this.#candidates) {
      const here = and(left, candidate.diagram)
      if (here === undefined || here === this.#diagrams.no || and(here, open) !== here) continue
      const share = this.#diagrams.shareOf(here)
      if (share <= most) continue
      most = share
      best = candidate
    }
    return best
  }

  #operations() {
    const diagrams = this.#diagrams
    return {
      and: (one: Diagram | undefined, other: Diagram | undefined): Diagram | undefined =>
        one === undefined || other === undefined
          ? undefined
          : diagrams.within(() => diagrams.and(one, other)),
      not: (of: Diagram | undefined): Diagram | undefined =>
        of === undefined ? undefined : diagrams.within(() => diagrams.not(of)),
    }
  }
}

/** Operations that the text of each gate takes, written out in full. */
function costsOf({ list }: Gates): readonly number[] {
  const costs: number[] = []
  for (const gate of list) {
    const of = 'of' in gate ? (typeof gate.of === 'number' ? [gate.of] : gate.of) : partsOf(gate)
    costs.push(of.reduce((sum, part) => sum + (costs[part] ?? 0), gate.t === 'not' ? 0.5 : 1))
  }
  return costs
}

const partsOf = (gate: Exclude<Gates['list'][number], { of: unknown }>): readonly GateId[] => {
  switch (gate.t) {
    case 'less':
    case 'equal':
    case 'subtract':
    case 'multiply':
    case 'quotient':
      return [gate.left, gate.right]
    case 'select':
      return [gate.condition, gate.then, gate.otherwise]
    case 'listed':
    case 'cell':
      return [gate.key]
    case 'overlaps':
    case 'covers':
      return [gate.set]
    default:
      return []
  }
}
