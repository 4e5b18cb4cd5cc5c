import { describe, expect, it } from 'vitest'
import { programs } from '../../../programs/index.ts'
import { Choices } from '../../../testing/choices.ts'
import { seeded } from '../../../testing/differential/random-columns.ts'
import { randomText } from '../../../testing/random-rules.ts'
import { toyText } from '../../../testing/toy-rules.ts'
import type { RuleSet } from '../../rules/load.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { factsAt } from '../batch/case-at.ts'
import type { CaseFacts } from '../encode.ts'
import { encodeCase } from '../encode.ts'
import { compiled } from '../compile.ts'
import type { Mode, View } from '../view.ts'
import { viewOf } from '../view.ts'
import type { BoundaryOptions } from './boundary.ts'
import { boundaryCases } from './boundary.ts'

function viewed(rules: RuleSet, asOf: string, mode: Mode = 'text'): View {
  const found = viewOf(rules, asOf, mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

function casesOf(view: View, options?: BoundaryOptions): readonly CaseFacts[] {
  const { rules } = view
  return [...boundaryCases(rules, view, options)].flatMap((columns) =>
    Array.from({ length: columns.count }, (_, row) => factsAt(columns, rules, row)),
  )
}

describe('boundary cases of the lake', () => {
  const rules = loadOrThrow(toyText())
  const view = viewed(rules, '2025-06-01')
  const base = { zone: 'north', length: 5, fleet: 2, motor: true, rescue: false, owners: [] }
  const cases = casesOf(view, { bases: [base] })
  const around = cases.filter(({ zone, motor, owners }) => {
    return zone === 'north' && motor === true && Array.isArray(owners) && owners.length === 0
  })

  it('stand on and next to thresholds of derived quantities, each fact by itself', () => {
    // The limit of 30 m for the whole fleet: two boats of 15, or six of 5; 30.1 m likewise.
    const lengths = around.filter(({ fleet }) => fleet === 2).map(({ length }) => length)
    for (const length of [14.9, 15, 15.1]) expect(lengths).toContain(length)
    const fleets = around.filter(({ length }) => length === 5).map(({ fleet }) => fleet)
    for (const fleet of [5, 6, 7]) expect(fleets).toContain(fleet)
  })

  it('have every member, every bound, and unknown for each fact', () => {
    const values = (name: string) => new Set(cases.map((facts) => facts[name]))
    expect(values('zone')).toEqual(new Set(['north', 'south', 'marsh', undefined]))
    for (const value of [undefined, 0, 0.1, 99.9, 100]) expect(values('length')).toContain(value)
    for (const value of [undefined, 1, 2, 999, 1000]) expect(values('fleet')).toContain(value)
    expect(values('motor')).toEqual(new Set([true, false, undefined]))
  })

  it('have lists that are open, empty, full, and just at the threshold of a sum', () => {
    const lists = cases.map(({ owners }) => owners as { share?: number; banned?: boolean }[])
    const sizes = new Set(lists.map((rows) => rows?.length))
    expect(sizes).toEqual(new Set([undefined, 0, 1, 2, 20]))
    const sums = lists.flatMap((rows) =>
      rows?.length === 2
        ? [Math.round(rows.reduce((sum, { share = Number.NaN }) => sum + 100 * share, 0))]
        : [],
    )
    for (const sum of [4999, 5000, 5001]) expect(sums).toContain(sum)
    const single = lists.flatMap((rows) => (rows?.length === 1 ? [rows[0]?.share] : []))
    for (const share of [undefined, 0, 49.99, 50, 50.01, 100]) expect(single).toContain(share)
  })

  it('leave out bases that the rules refuse, and come in chunks', () => {
    expect(casesOf(view, { bases: [{ zone: 'nowhere' }] })).toEqual(casesOf(view))
    const chunks = [...boundaryCases(rules, view, { bases: [base], chunkRows: 100 })]
    expect(chunks.length).toBe(Math.ceil(cases.length / 100))
  })

  it('search for thresholds around as many bases as asked', () => {
    expect(casesOf(view, { bases: [base], searched: 0 }).length).toBeLessThan(cases.length)
    expect(casesOf(view, { bases: [base], evaluator: compiled })).toEqual(cases)
  })
})

it('are cases that the rules take, of random rules too, and always the same', () => {
  for (let round = 0; round < 20; round++) {
    const below = seeded(round)
    const choices = new Choices(Array.from({ length: 400 }, () => below(1024)))
    const rules = loadOrThrow(randomText(choices))
    const view = viewed(rules, '2022-06-01')
    const cases = casesOf(view)
    expect(casesOf(view)).toEqual(cases)
    for (const facts of cases) {
      const encoded = encodeCase(rules, facts)
      if (encoded.ok) continue
      // A table may contradict what is stated; nothing else may be wrong.
      expect(new Set(encoded.problems.map(({ code }) => code))).toEqual(
        new Set(['input.contradiction']),
      )
    }
  }
})

it.each(programs.map((program) => [program.id, program] as const))(
  'reach nearly every clause of %s, around its worked cases',
  (_id, { rules, cases: worked }) => {
    const view = viewed(rules, '2026-11-24')
    const slots = view.definitions.map((_, slot) => slot)
    const reached = new Map<number, number>()
    for (const columns of boundaryCases(rules, view, {
      bases: worked.slice(0, 6).map(({ facts }) => facts),
      searched: 2,
      evaluator: compiled,
    })) {
      for (let row = 0; row < columns.count; row++) {
        const encoded = encodeCase(rules, factsAt(columns, rules, row))
        if (!encoded.ok) continue
        const { marks } = compiled(view, encoded.encoded, view.parameters, slots)
        marks.forEach((mark, slot) => {
          if (mark > 0) reached.set(slot, (reached.get(slot) ?? 0) | mark)
        })
      }
    }
    const total = view.definitions.reduce((sum, { clauses }) => sum + clauses.length, 0)
    const found = [...reached.values()].reduce((sum, mask) => sum + bits(mask), 0)
    expect(found / total).toBeGreaterThan(0.8)
  },
)

const bits = (mask: number): number => mask.toString(2).replaceAll('0', '').length
