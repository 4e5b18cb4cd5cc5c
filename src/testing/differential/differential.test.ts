import { expect, it } from 'vitest'
import { compiled } from '../../kernel/interpret/compile.ts'
import { interpret } from '../../kernel/interpret/evaluate.ts'
import type { View } from '../../kernel/interpret/view.ts'
import { viewOf } from '../../kernel/interpret/view.ts'
import { loadOrThrow } from '../../kernel/rules/load.ts'
import { programs } from '../../programs/index.ts'
import { Choices } from '../choices.ts'
import { randomText } from '../random-rules.ts'
import { byBatch } from './by-batch.ts'
import { byCase } from './by-case.ts'
import { byCircuit } from './by-circuit.ts'
import { randomColumns, seeded } from './random-columns.ts'
import { runDifferential } from './run.ts'

const readings = [
  byCase('generated JavaScript, case by case', compiled),
  byCircuit,
  byBatch('kernels'),
  byBatch('javascript'),
  byBatch('wasm'),
]

async function expectNone(view: View, outputs: readonly string[], count: number, seed: number) {
  const found = await runDifferential({
    view,
    outputs,
    chunks: [randomColumns(view.rules, count, seeded(seed))],
    oracle: byCase('interpreter', interpret),
    readings,
    now: () => 0,
  })
  for (const { examples } of found.tallies) expect(examples).toEqual([])
  return found.statuses
}

it.each(programs.map((program) => [program.id, program] as const))(
  'reads %s in every way the same, for every definition',
  async (_id, { rules }) => {
    for (const mode of ['text', 'enforced'] as const) {
      const found = viewOf(rules, '2026-11-24', mode)
      if (!found.ok) throw new Error(found.problem.message)
      const outputs = rules.text.definitions.map(({ name }) => name)
      const statuses = await expectNone(found.view, outputs, 150, 7)
      expect(statuses[0]).toBeGreaterThan(0)
      expect(statuses[1]).toBeGreaterThan(0)
    }
  },
)

it('reads random rule sets in every way the same, for every definition', async () => {
  const total = [0, 0, 0, 0, 0]
  for (let round = 0; round < 40; round++) {
    const below = seeded(round)
    const rules = loadOrThrow(
      randomText(new Choices(Array.from({ length: 400 }, () => below(1024)))),
    )
    const found = viewOf(
      rules,
      '2022-06-01',
      (['text', 'enforced', 'proposal:bill'] as const)[round % 3] ?? 'text',
    )
    if (!found.ok) throw new Error(found.problem.message)
    const outputs = rules.text.definitions.map(({ name }) => name)
    const statuses = await expectNone(found.view, outputs, 60, round)
    statuses.forEach((count, status) => (total[status] = (total[status] ?? 0) + count))
  }
  // A run that never meets one of the ways to come out proves nothing about it.
  for (const count of total) expect(count).toBeGreaterThan(0)
})
