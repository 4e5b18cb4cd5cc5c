import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Choices, entropy } from '../../../testing/choices.ts'
import { randomCase, randomReading } from '../../../testing/random-cases.ts'
import { randomText } from '../../../testing/random-rules.ts'
import { isUnknown } from '../../rules/ir.ts'
import { loadOrThrow } from '../../rules/load.ts'
import type { EncodedCase } from '../encode.ts'
import { encodeCase } from '../encode.ts'
import { interpret } from '../evaluate.ts'
import type { View } from '../view.ts'
import { viewOf } from '../view.ts'
import { circuitOf } from './build.ts'
import type { Circuit, CircuitInput } from './circuit.ts'
import { statedMarks } from './reading.ts'
import type { Given } from './simulate.ts'
import { simulate } from './simulate.ts'

function setting(forText: readonly number[], forCases: readonly number[]) {
  const rules = loadOrThrow(randomText(new Choices(forText)))
  const choices = new Choices(forCases)
  const { asOf, mode } = randomReading(choices)
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  const coded = encodeCase(rules, randomCase(choices, 3))
  if (!coded.ok) throw new Error('the random case is refused')
  return { view: found.view, choices, encoded: coded.encoded }
}

function expectSame(
  circuit: Circuit,
  encoded: EncodedCase,
  given: Given,
  parameters = circuit.view.parameters,
): void {
  const { view } = circuit
  const slots = circuit.outputs.map(({ slot }) => slot)
  const wanted = interpret(view, encoded, parameters, slots)
  expect(statedMarks(circuit, simulate(circuit, encoded, given))).toEqual(
    slots.map((slot) => ({ mark: wanted.marks[slot], value: wanted.values[slot] })),
  )
}

const outputsOf = ({ rules }: View): readonly string[] =>
  rules.text.definitions.map(({ name }) => name)

/** Fields of rows that were spelled out: what the case says of that row. */
const fieldOf =
  ({ relations }: EncodedCase) =>
  ({ of, relation, row, slot }: CircuitInput): number | undefined => {
    const rows = relations[relation ?? -1] ?? []
    if (of === 'row') return (row ?? 0) < rows.length ? 2 : 0
    return of === 'field' ? (rows[row ?? 0]?.[slot] ?? Number.NaN) : undefined
  }

it('says the same of a case with its known facts settled and its rows spelled out', () => {
  fc.assert(
    fc.property(entropy, entropy, (forText, forCases) => {
      const { view, encoded } = setting(forText, forCases)
      const facts = view.rules.text.facts.map(({ type }, slot) => {
        const value = encoded.facts[slot] ?? Number.NaN
        return isUnknown(type.kind, value) ? undefined : value
      })
      const relations = encoded.relations.map((given) => given && { given })
      const circuit = circuitOf(view, { outputs: outputsOf(view), facts, relations })
      const left = circuit.inputs.filter(
        ({ of, slot }) => of === 'fact' && facts[slot] !== undefined,
      )
      expect(left).toEqual([])
      expectSame(circuit, encoded, fieldOf(encoded))
    }),
    { numRuns: 150 },
  )
})

it('says the same with rows that may be there or not', () => {
  fc.assert(
    fc.property(entropy, entropy, (forText, forCases) => {
      const { view, encoded } = setting(forText, forCases)
      fc.pre(encoded.relations.every((rows) => rows !== undefined))
      const relations = encoded.relations.map(() => ({ upTo: 3 }))
      const circuit = circuitOf(view, { outputs: outputsOf(view), relations })
      // A field that is not known in a row that is not there.
      const given: Given = (input) => fieldOf(encoded)(input)
      expectSame(circuit, encoded, given)
    }),
    { numRuns: 150 },
  )
})

it('says the same with a parameter left free as with its value', () => {
  fc.assert(
    fc.property(entropy, entropy, fc.nat({ max: 9 }), (forText, forCases, limit) => {
      const { view, encoded } = setting(forText, forCases)
      const free = ['limit', 'unset']
      const circuit = circuitOf(view, { outputs: outputsOf(view), free })
      const parameters = view.rules.text.parameters.map(({ name }, slot) =>
        free.includes(name) ? limit : (view.parameters[slot] ?? Number.NaN),
      )
      expectSame(circuit, encoded, () => limit, parameters)
      expectSame(
        circuitOf(view, { outputs: outputsOf(view), parameters }),
        encoded,
        () => 0,
        parameters,
      )
    }),
    { numRuns: 100 },
  )
})
