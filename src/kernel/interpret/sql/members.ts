import type { Circuit, Gate } from '../circuit/circuit.ts'
import type { Layout } from './layout.ts'
import { membersOf } from './layout.ts'

/** Longer lists are looked up by class; shorter ones are compared with their members. */
const comparedMax = 8
/** Longer lists of numbers are looked up by class. */
const codesMax = 32
/** A short list that is looked up more often is turned into numbers once. */
const lookupsMax = 2

/** How a stated member is looked up: as the text it is, or by the number of its class. */
export type Lookup =
  | { readonly by: 'text' }
  | {
      readonly by: 'class'
      readonly enumeration: string
      /** Per member the number of its class. */
      readonly classes: readonly number[]
      /** Per class its first member; the first member is in class 0. */
      readonly representatives: readonly number[]
      /** Whether the number is found in a list of members, by a join where there is no function. */
      readonly isListed: boolean
    }

/** How the members that a circuit reads are looked up, by input. */
export interface MemberPlan {
  readonly of: (input: number) => Lookup | undefined
}

/**
 * Decides how each input that is a member is looked up. Members of a long list that no gate tells
 * apart share a class, so that a condition on 200 countries compares one small number.
 */
export function memberPlan(circuit: Circuit, { rules, members }: Layout): MemberPlan {
  const lookups = new Map<number, Gate[]>()
  for (const gate of circuit.gates) {
    if (gate.t !== 'listed' && gate.t !== 'cell') continue
    const key = circuit.gates[gate.key]
    if (key?.t !== 'value' || circuit.inputs[key.input]?.type.kind !== 'enum') continue
    lookups.set(key.input, [...(lookups.get(key.input) ?? []), gate])
  }
  const plans = new Map<number, Lookup>()
  const listed = new Map<string, number[]>()
  for (const [input, gates] of lookups) {
    const type = circuit.inputs[input]?.type
    if (type?.kind !== 'enum') continue
    const count = membersOf(rules, type).length
    const each = Array.from({ length: count }, (_, member) => member)
    if (count > (members === 'code' ? codesMax : comparedMax)) {
      listed.set(type.enum, [...(listed.get(type.enum) ?? []), input])
    } else if (members === 'text' && gates.length <= lookupsMax) plans.set(input, { by: 'text' })
    else {
      const same = { classes: each, representatives: each, isListed: false }
      plans.set(input, { by: 'class', enumeration: type.enum, ...same })
    }
  }
  for (const [enumeration, inputs] of listed) {
    const count = membersOf(rules, { kind: 'enum', enum: enumeration }).length
    const gates = inputs.flatMap((input) => lookups.get(input) ?? [])
    const plan: Lookup = {
      by: 'class',
      enumeration,
      ...classesOf(gates, count),
      isListed: true,
    }
    for (const input of inputs) plans.set(input, plan)
  }
  return { of: (input) => plans.get(input) }
}

function classesOf(gates: readonly Gate[], count: number) {
  const numbers = new Map<string, number>()
  const classes: number[] = []
  const representatives: number[] = []
  for (let member = 0; member < count; member++) {
    const cells = gates.map((gate) => {
      if (gate.t === 'cell') return gate.cells[member] ?? 0
      return gate.t === 'listed' && gate.members[member] === true ? 1 : 0
    })
    const key = cells.join()
    const known = numbers.get(key)
    if (known === undefined) representatives.push(member)
    const number = known ?? numbers.size
    numbers.set(key, number)
    classes.push(number)
  }
  return { classes, representatives }
}
