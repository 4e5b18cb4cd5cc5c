import type { RuleSet } from '../../rules/load.ts'
import type { CircuitInput } from '../circuit/circuit.ts'
import type { Classes } from './classes.ts'
import { inputKey } from './classes.ts'
import type { Script } from './script.ts'
import type { Term } from './terms.ts'
import { and, equal, implies, not, symbolOf, whole } from './terms.ts'

/** An input of a case as constants of a script. `known` is `true` where every case states it. */
export type Variable =
  | {
      readonly kind: 'bool'
      readonly input: CircuitInput
      readonly known: Term
      readonly value: Term
    }
  | {
      readonly kind: 'int'
      readonly input: CircuitInput
      readonly known: Term
      readonly value: Term
      /** For an enumeration: the value is a class of members that nothing tells apart. */
      readonly classes?: Classes
    }
  | {
      readonly kind: 'set'
      readonly input: CircuitInput
      readonly known: Term
      /** One condition per member. */
      readonly members: readonly Term[]
    }

export interface VariableOptions {
  readonly rules: RuleSet
  readonly classes: ReadonlyMap<string, Classes>
  /** Stands before the names of this case's own variables: "more" gives `more.fact.quantity`. */
  readonly prefix?: string
  /** Another case that states the same, but for the inputs named in `own` (see inputKey). */
  readonly like?: { readonly base: CaseVariables; readonly own: ReadonlySet<string> }
}

/** The inputs of one case, each declared when it is first read. */
export class CaseVariables {
  readonly #script: Script
  readonly #options: VariableOptions
  readonly #made = new Map<string, Variable>()

  constructor(script: Script, options: VariableOptions) {
    this.#script = script
    this.#options = options
  }

  of(input: CircuitInput): Variable {
    const key = inputKey(input)
    const known = this.#made.get(key)
    if (known) return known
    const { like } = this.#options
    const made = like && !like.own.has(key) ? like.base.of(input) : this.#declare(input, key)
    this.#made.set(key, made)
    return made
  }

  /** Every variable read so far, in the order in which it was first read. */
  get list(): readonly Variable[] {
    return [...this.#made.values()]
  }

  #declare(input: CircuitInput, key: string): Variable {
    const name = [this.#options.prefix, input.of, input.name].filter(Boolean).join('.')
    const known = this.#declareKnown(input, name)
    switch (input.type.kind) {
      case 'bool':
        return this.#declareBool(input, name, known)
      case 'set':
        return this.#declareSet(input, name, known)
      default:
        return this.#declareInt(input, name, known, this.#options.classes.get(key))
    }
  }

  #declareKnown(input: CircuitInput, name: string): Term {
    if (input.alwaysKnown || input.of === 'relation') return 'true'
    const symbol = symbolOf(`${name}.isKnown`)
    this.#script.declare(symbol, 'Bool', `${name}: whether it is known`)
    return symbol
  }

  #declareBool(input: CircuitInput, name: string, known: Term): Variable {
    const value = symbolOf(name)
    this.#script.declare(value, 'Bool', name, implies(not(known), not(value)))
    return { kind: 'bool', input, known, value }
  }

  #declareSet(input: CircuitInput, name: string, known: Term): Variable {
    const members = membersOf(this.#options.rules, input).map((member) => {
      const symbol = symbolOf(`${name}.has.${member}`)
      const bounds = implies(not(known), not(symbol))
      this.#script.declare(symbol, 'Bool', `${name} includes ${member}`, bounds)
      return symbol
    })
    return { kind: 'set', input, known, members }
  }

  #declareInt(
    input: CircuitInput,
    name: string,
    known: Term,
    classes: Classes | undefined,
  ): Variable {
    const value = symbolOf(name)
    const { min, max } = classes ? { min: 0, max: classes.members.length - 1 } : input.bounds
    const within = `(<= ${whole(min)} ${value} ${whole(max)})`
    const isZero = equal(value, whole(classes?.of[0] ?? 0))
    const bounds =
      known === 'true' ? within : and(implies(known, within), implies(not(known), isZero))
    const about = classes ? `${name}: ${classesInWords(this.#options.rules, input, classes)}` : name
    this.#script.declare(value, 'Int', about, bounds)
    return { kind: 'int', input, known, value, ...(classes ? { classes } : {}) }
  }
}

function membersOf(rules: RuleSet, { type }: CircuitInput): readonly string[] {
  const name = type.kind === 'enum' || type.kind === 'set' ? type.enum : ''
  return rules.scope.enums.get(name)?.declaration.members.map(({ value }) => value) ?? []
}

function classesInWords(rules: RuleSet, input: CircuitInput, { members }: Classes): string {
  const names = membersOf(rules, input)
  return members
    .map((group, index) => `${index} ${group.map((member) => names[member]).join(' ')}`)
    .join('; ')
}
