import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Choices, entropy } from '../../testing/choices.ts'
import { randomCase, randomReading } from '../../testing/random-cases.ts'
import { randomText } from '../../testing/random-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { compiled } from './compile.ts'
import { encodeCase } from './encode.ts'
import { interpret } from './evaluate.ts'
import { viewOf } from './view.ts'

it('gives the same values and marks from generated code as from the interpreter', () => {
  fc.assert(
    fc.property(entropy, entropy, (forText, forCases) => {
      const rules = loadOrThrow(randomText(new Choices(forText)))
      const choices = new Choices(forCases)
      for (let round = 0; round < 12; round++) {
        const { asOf, mode } = randomReading(choices)
        const found = viewOf(rules, asOf, mode)
        const coded = encodeCase(rules, randomCase(choices, [0, 3, 8][round % 3] ?? 0))
        if (!found.ok || !coded.ok) throw new Error('the random case is refused')
        const all = rules.definitions.map(({ slot }) => slot)
        for (const targets of [[...all].reverse(), [...all], [5]]) {
          const { parameters } = found.view
          const wanted = interpret(found.view, coded.encoded, parameters, targets)
          const given = compiled(found.view, coded.encoded, parameters, targets)
          expect(given.marks).toEqual(wanted.marks)
          given.values.forEach((value, slot) => {
            if (!Object.is(value, wanted.values[slot])) {
              throw new Error(`slot ${slot}: ${value}, wanted ${wanted.values[slot]}`)
            }
          })
        }
      }
    }),
    { numRuns: 250 },
  )
})
