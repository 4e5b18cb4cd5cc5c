import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answersByCase } from '../../../testing/answers-by-case.ts'
import { Choices, entropy } from '../../../testing/choices.ts'
import { randomColumns, seeded } from '../../../testing/differential/random-columns.ts'
import { randomReading } from '../../../testing/random-cases.ts'
import { randomText } from '../../../testing/random-rules.ts'
import type { RuleSet } from '../../rules/load.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { encodedAt, factsAt } from '../batch/case-at.ts'
import { columnsOfCases } from '../batch/columns-of-cases.ts'
import type { DecideOptions } from '../decide.ts'
import { decide } from '../decide.ts'
import { interpret } from '../evaluate.ts'
import { answersByBatch } from './by-batch.ts'
import { answersByKernels } from './by-kernels.ts'
import { comparisonDocument } from './comparison-document.ts'
import { PopulationComparer } from './population-comparer.ts'
import { populationReading } from './population-reading.ts'

const count = 60

function setUp(forText: readonly number[], forCases: readonly number[]) {
  const rules = loadOrThrow(randomText(new Choices(forText)))
  const choices = new Choices(forCases)
  const readings = [randomReading(choices), randomReading(choices)] as const
  const assumed = choices.oneIn(2) ? { parameters: { limit: choices.below(10) } } : {}
  const columns = randomColumns(rules, count, seeded(choices.below(1024)))
  return { rules, columns, readings: [readings[0], { ...readings[1], ...assumed }] as const }
}

function comparerOf(
  rules: RuleSet,
  readings: readonly [DecideOptions, DecideOptions],
  answers = answersByCase(interpret),
) {
  const [baseline, reform] = readings.map((options) => {
    const made = populationReading(rules, options)
    if (!made.ok) throw new Error(made.problems[0]?.message)
    return made.reading
  })
  if (!baseline || !reform) throw new Error('two readings are needed')
  const plan = { baseline, reform, answers, measures: ['second'], dimensions: ['big'] }
  return new PopulationComparer(plan)
}

/** The key of a case's category by the road that people take: decide. */
function keyOf(rules: RuleSet, facts: Readonly<Record<string, unknown>>, options: DecideOptions) {
  const result = decide(rules, facts, options)
  if (!result.ok) return 'status:refused'
  const { outcome } = result.decision
  return outcome.kind === 'value' ? String(outcome.value) : `status:${outcome.kind}`
}

describe('a comparison over a population', () => {
  it('counts each case in the cell in which deciding it twice puts it', () => {
    fc.assert(
      fc.property(entropy, entropy, (forText, forCases) => {
        const { rules, columns, readings } = setUp(forText, forCases)
        const wanted: Record<string, number> = {}
        for (let row = 0; row < count; row++) {
          const facts = factsAt(columns, rules, row)
          const [from, to] = readings.map((options) => keyOf(rules, facts, options))
          wanted[`${from} ${to}`] = (wanted[`${from} ${to}`] ?? 0) + 1
        }
        const comparer = comparerOf(rules, readings)
        comparer.add(columns)
        const { cells, changedRows, rows } = comparisonDocument(comparer)
        expect(
          Object.fromEntries(cells.map((cell) => [`${cell.from} ${cell.to}`, cell.rows])),
        ).toEqual(wanted)
        const unchanged = cells.filter(({ from, to }) => from === to)
        expect(rows).toBe(count)
        expect(changedRows).toBe(count - unchanged.reduce((sum, cell) => sum + cell.rows, 0))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same in one chunk and in several', () => {
    fc.assert(
      fc.property(entropy, entropy, fc.integer({ min: 1, max: count - 1 }), (text, cases, cut) => {
        const { rules, columns, readings } = setUp(text, cases)
        const whole = comparerOf(rules, readings)
        whole.add(columns)
        const parted = comparerOf(rules, readings)
        const all = Array.from({ length: count }, (_, row) => encodedAt(columns, rules, row))
        parted.add(columnsOfCases(rules, all.slice(0, cut)))
        parted.add(columnsOfCases(rules, all.slice(cut)))
        expect(comparisonDocument(parted)).toEqual(comparisonDocument(whole))
      }),
      { numRuns: 60 },
    )
  })

  it('is the same column by column as case by case', () => {
    fc.assert(
      fc.property(entropy, entropy, (forText, forCases) => {
        const { rules, columns, readings } = setUp(forText, forCases)
        const byCase = comparerOf(rules, readings)
        byCase.add(columns)
        for (const answers of [answersByBatch, answersByKernels]) {
          const byColumns = comparerOf(rules, readings, answers)
          byColumns.add(columns)
          expect(comparisonDocument(byColumns)).toEqual(comparisonDocument(byCase))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('explains every changed case, and a reading against itself changes none', () => {
    let explained = 0
    fc.assert(
      fc.property(entropy, entropy, (forText, forCases) => {
        const { rules, columns, readings } = setUp(forText, forCases)
        const comparer = comparerOf(rules, readings)
        comparer.add(columns)
        const { attribution, changedRows } = comparisonDocument(comparer)
        if (changedRows > 0) {
          expect(attribution[0]).toMatchObject({ definition: 'outcome', rows: changedRows })
          const own = attribution.filter(({ origin }) => origin === 'itself')
          // Whatever changes, changes because the text or a parameter of some definition differs.
          expect(Math.max(...own.map(({ rows }) => rows))).toBeGreaterThan(0)
          explained += changedRows
        }
        const same = comparerOf(rules, [readings[0], readings[0]])
        same.add(columns)
        expect(comparisonDocument(same)).toMatchObject({
          changedRows: 0,
          otherGroundsRows: 0,
          attribution: [],
        })
      }),
      { numRuns: 60 },
    )
    expect(explained).toBeGreaterThan(0)
  })
})
