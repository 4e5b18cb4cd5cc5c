import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Choices, entropy } from '../../testing/choices.ts'
import {
  completed,
  randomCase,
  randomReading,
  randomRow,
  randomValue,
} from '../../testing/random-cases.ts'
import { randomText } from '../../testing/random-rules.ts'
import type { RuleSet } from '../rules/load.ts'
import { loadOrThrow } from '../rules/load.ts'
import { interviewOf } from './ask.ts'
import type { DecideOptions, Decision } from './decide.ts'
import { decide } from './decide.ts'
import type { CaseFacts } from './encode.ts'
import type { Need } from './needs.ts'
import { CONFLICT, GAP } from './resolve.ts'

function decided(rules: RuleSet, facts: CaseFacts, options: DecideOptions): Decision {
  const result = decide(rules, facts, options)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  return result.decision
}

const settledMark = (mark: number): boolean => mark > 0 || mark === GAP || mark === CONFLICT

describe('unknowns', () => {
  it('are sound: what a partial case decides, every completion of it decides', () => {
    fc.assert(
      fc.property(entropy, entropy, (forText, forCases) => {
        const rules = loadOrThrow(randomText(new Choices(forText)))
        const choices = new Choices(forCases)
        const reading = randomReading(choices)
        const facts = randomCase(choices, 2)
        const partial = decided(rules, facts, reading).evaluation
        for (let sample = 0; sample < 12; sample++) {
          const isSet = rules.text.parameters[1]?.versions[0]?.value !== null
          const parameters: Record<string, number> = isSet ? {} : { unset: choices.below(10) }
          const whole = decided(rules, completed(facts, choices), { ...reading, parameters })
          const { marks, values } = whole.evaluation
          partial.marks.forEach((mark, slot) => {
            if (!settledMark(mark) || marks[slot] === 0) return
            expect(Math.sign(marks[slot] ?? 0)).toBe(Math.sign(mark))
            if (mark < 0) expect(marks[slot]).toBe(mark)
            else expect(values[slot]).toBe(partial.values[slot])
          })
        }
      }),
      { numRuns: 400 },
    )
  })

  it('name what is needed: answering it all ends in an outcome or in what no answer mends', () => {
    fc.assert(
      fc.property(entropy, entropy, (forText, forCases) => {
        const rules = loadOrThrow(randomText(new Choices(forText)))
        const choices = new Choices(forCases)
        const reading = randomReading(choices)
        let facts = randomCase(choices, 2)
        const parameters: Record<string, unknown> = {}
        for (let round = 0; ; round++) {
          expect(round).toBeLessThan(40)
          const decision = decided(rules, facts, { ...reading, parameters })
          const { needs, outcome } = decision
          expect(needs.length > 0).toBe(outcome.kind !== 'value')
          const next = interviewOf(decision).next?.need
          if (!next) {
            expect(needs.every(({ kind }) => !askable.has(kind))).toBe(true)
            return
          }
          if (next.kind === 'parameter') parameters[next.name] = choices.below(10)
          else facts = answered(rules, facts, next, choices)
        }
      }),
      { numRuns: 400 },
    )
  })
})

const askable = new Set<Need['kind']>(['fact', 'relation', 'field', 'parameter'])

/** The case with one more answer, as the need names it; it must have been open. */
function answered(rules: RuleSet, facts: CaseFacts, need: Need, choices: Choices): CaseFacts {
  if (need.kind === 'relation') return { ...facts, [need.name]: [randomRow(choices, 2)] }
  if (need.kind === 'fact') {
    expect(facts[need.name]).toBeUndefined()
    // Who states a length that the table knows contradicts it: the key of the table comes first.
    const name = need.name === 'filled' && facts['big'] === undefined ? 'big' : need.name
    const declaration = rules.scope.facts.get(name)?.declaration
    if (!declaration) throw new Error(`there is no fact ${name}`)
    return { ...facts, [name]: randomValue(declaration.type, choices, declaration.bounds) }
  }
  const [, relation, index, field] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(need.name) ?? []
  const rows = facts[relation ?? ''] as Record<string, unknown>[]
  expect(rows[Number(index)]?.[field ?? '']).toBeUndefined()
  const filled = rows.map((row, at) =>
    at === Number(index) ? { ...row, [field ?? '']: randomRow(choices, 0)[field ?? ''] } : row,
  )
  return { ...facts, [relation ?? '']: filled }
}
