import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Choices, entropy } from '../../../testing/choices.ts'
import { completed, randomCase, randomReading } from '../../../testing/random-cases.ts'
import { randomText } from '../../../testing/random-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { encodeCase } from '../encode.ts'
import { interpret } from '../evaluate.ts'
import type { View } from '../view.ts'
import { viewOf } from '../view.ts'
import { circuitOf } from './build.ts'
import type { Circuit } from './circuit.ts'
import { statedMarks } from './reading.ts'
import { simulate } from './simulate.ts'

function viewFrom(choices: Choices, entropyOfText: Choices): View {
  const rules = loadOrThrow(randomText(entropyOfText))
  const { asOf, mode } = randomReading(choices)
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

function agrees(circuit: Circuit, facts: Readonly<Record<string, unknown>>): void {
  const { view } = circuit
  const coded = encodeCase(view.rules, facts)
  if (!coded.ok) throw new Error('the random case is refused')
  const slots = circuit.outputs.map(({ slot }) => slot)
  const wanted = interpret(view, coded.encoded, view.parameters, slots)
  const given = statedMarks(circuit, simulate(circuit, coded.encoded))
  expect(given).toEqual(
    slots.map((slot) => ({ mark: wanted.marks[slot], value: wanted.values[slot] })),
  )
}

const everything = ({ rules: { text } }: View): readonly string[] => [
  ...text.facts.map(({ name }) => name),
  ...text.relations.flatMap(({ name, fields }) => [
    name,
    ...fields.map((field) => `${name}.${field.name}`),
  ]),
]

it('gives the values and marks of the interpreter, with anything unknown', () => {
  fc.assert(
    fc.property(entropy, entropy, (forText, forCases) => {
      const choices = new Choices(forCases)
      const view = viewFrom(choices, new Choices(forText))
      const outputs = view.rules.text.definitions.map(({ name }) => name)
      const circuit = circuitOf(view, { outputs })
      for (let round = 0; round < 12; round++) {
        agrees(circuit, randomCase(choices, [0, 3, 8][round % 3] ?? 0))
      }
    }),
    { numRuns: 250 },
  )
})

it('needs no known gate for what every case states', () => {
  fc.assert(
    fc.property(entropy, entropy, (forText, forCases) => {
      const choices = new Choices(forCases)
      const view = viewFrom(choices, new Choices(forText))
      const outputs = view.rules.text.definitions.map(({ name }) => name)
      // Only a table fills this fact, and some of its cells are not known.
      const known = everything(view).filter((name) => name !== 'filled')
      const circuit = circuitOf(view, { outputs, known })
      const asked = circuit.gates.flatMap((gate) =>
        gate.t === 'known' ? circuit.inputs[gate.input]?.name : [],
      )
      expect(asked.filter((name) => name !== 'filled')).toEqual([])
      for (let round = 0; round < 6; round++) {
        agrees(circuit, completed(randomCase(choices, 0), choices))
      }
    }),
    { numRuns: 100 },
  )
})
