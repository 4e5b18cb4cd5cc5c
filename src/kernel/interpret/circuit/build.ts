import { prefillsOf } from '../prefill.ts'
import type { View } from '../view.ts'
import type { Circuit, CircuitOptions, CircuitOutput } from './circuit.ts'
import { cellsOf, typedGates } from './expression.ts'
import { finished } from './finish.ts'
import { Gates } from './gates.ts'
import { filled, Inputs } from './inputs.ts'
import type { Resolved } from './resolution.ts'
import { resolvedGates } from './resolution.ts'
import type { RelationSource, Sources } from './sources.ts'
import type { Three } from './three.ts'
import { asInt } from './three.ts'

/**
 * The circuit of a view: its outputs equal, case by case, the values and marks of `interpret`.
 * Only what the outputs read is in it. Throws RangeError for an output that is no definition.
 */
export function circuitOf(view: View, options: CircuitOptions = {}): Circuit {
  const { scope, text } = view.rules
  const builder = new Builder(view, options)
  const names = options.outputs ?? [text.outcome]
  const outputs = names.map((name): CircuitOutput => {
    const found = scope.definitions.get(name)
    if (!found) throw new RangeError(`the output "${name}" is no definition`)
    const resolved = builder.definition(found.slot)
    const { value, decided, gap, conflict, by } = resolved
    const { type } = found.declaration
    const named = { name, slot: found.slot, type, decided, gap, conflict, by }
    if (value.kind === 'bit') return { ...named, value: value.yes }
    const { options: constants } = value
    return { ...named, value: value.value, ...(constants ? { options: constants } : {}) }
  })
  return finished(builder.circuit(outputs))
}

class Builder {
  readonly #view: View
  readonly #gates = new Gates()
  readonly #inputs: Inputs
  readonly #parameters: readonly number[]
  readonly #facts = new Map<number, Three>()
  readonly #resolved = new Map<number, Resolved>()
  readonly #relations = new Map<number, RelationSource>()
  readonly #contradictions: number[] = []
  readonly #prefills: ReadonlyMap<number, ReturnType<typeof prefillsOf>[number]>
  readonly #sources: Sources

  constructor(view: View, options: CircuitOptions) {
    this.#view = view
    this.#inputs = new Inputs(view.rules, this.#gates, options)
    this.#parameters = options.parameters ?? view.parameters
    this.#prefills = new Map(prefillsOf(view.rules).map((each) => [each.slot, each]))
    this.#sources = {
      gates: this.#gates,
      fact: (slot) => this.#fact(slot),
      parameter: (slot) => this.#inputs.parameter(slot, this.#parameters[slot] ?? Number.NaN),
      definition: (slot) => this.definition(slot).value,
      field: () => {
        throw new RangeError('a field is read outside the rows of its relation')
      },
      relation: (slot) => this.#relation(slot),
    }
    for (const slot of this.#prefills.keys()) {
      // A case that contradicts a table is refused whether or not the outcome reads the fact.
      if (options.facts?.[slot] === undefined) this.#fact(slot)
    }
  }

  definition(slot: number): Resolved {
    const made = this.#resolved.get(slot)
    if (made) return made
    const definition = this.#view.definitions[slot]
    if (!definition) throw new RangeError(`there is no definition slot ${slot}`)
    const kind = definition.loaded.declaration.type.kind === 'bool' ? 'bit' : 'int'
    const resolved = resolvedGates(
      definition,
      {
        when: ({ clause }) => {
          const when = typedGates('bit', clause.when, this.#sources)
          if (when.kind !== 'bit') throw new TypeError('a clause has a quantity as its condition')
          return when
        },
        then: ({ clause }) => typedGates(kind, clause.then, this.#sources),
      },
      this.#gates,
    )
    this.#resolved.set(slot, resolved)
    return resolved
  }

  circuit(outputs: readonly CircuitOutput[]): Circuit {
    const { list: gates, bounds, rows } = this.#gates
    const refused = this.#gates.or(...this.#contradictions)
    return { view: this.#view, inputs: this.#inputs.list, gates, bounds, rows, outputs, refused }
  }

  #fact(slot: number): Three {
    const made = this.#facts.get(slot)
    if (made) return made
    const stated = this.#inputs.fact(slot)
    const prefill = this.#prefills.get(slot)
    const three = prefill ? this.#filled(stated, prefill) : stated
    this.#facts.set(slot, three)
    return three
  }

  #filled(stated: Three, { keySlot, cells }: ReturnType<typeof prefillsOf>[number]): Three {
    const key = asInt(this.#fact(keySlot))
    const unknown = stated.kind === 'bit' ? 1 : -1
    const fromTable = cellsOf(this.#gates, key, cells, unknown)
    const { value, contradicts } = filled(stated, fromTable, this.#gates)
    this.#contradictions.push(contradicts)
    return value
  }

  #relation(slot: number): RelationSource {
    const made = this.#relations.get(slot) ?? this.#inputs.relation(slot)
    this.#relations.set(slot, made)
    return made
  }
}
