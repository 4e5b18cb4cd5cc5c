import { describe, expect, it } from 'vitest'
import { differencesOf, randomView, statedColumns } from '../../../testing/batch-cases.ts'
import { randomColumns, seeded } from '../../../testing/differential/random-columns.ts'
import { programs } from '../../../programs/index.ts'
import { circuitOf } from '../circuit/build.ts'
import type { View } from '../view.ts'
import { viewOf } from '../view.ts'
import { alwaysKnown } from './check-columns.ts'
import { compileBatch } from './compile-batch.ts'

const counts = [0, 1, 63, 64, 65, 1000]
const everything = ({ rules }: View): readonly string[] =>
  rules.text.definitions.map(({ name }) => name)

describe.each(['kernels', 'wasm', 'javascript'] as const)('%s', (engine) => {
  it('gives what the interpreter gives, with anything unknown', async () => {
    for (let seed = 0; seed < 60; seed++) {
      const view = randomView(seed)
      const circuit = circuitOf(view, { outputs: everything(view) })
      const batch = compileBatch(circuit, { engine, reasons: true })
      const columns = randomColumns(view.rules, counts[seed % 6] ?? 0, seeded(seed))
      expect(await differencesOf(batch, columns), `seed ${seed}`).toEqual([])
    }
  })

  it('gives the same where the rules were told what is always known', async () => {
    for (let seed = 100; seed < 160; seed++) {
      const view = randomView(seed)
      const open = randomColumns(view.rules, counts[seed % 6] ?? 0, seeded(seed))
      // Every second time some facts stay open: this one only a table can fill in every row.
      const save = seed % 2 === 0 ? ['filled'] : ['filled', 'yes1', 'size', 'little']
      const columns = statedColumns(open, view.rules, save)
      const known = alwaysKnown(columns, view.rules)
      const circuit = circuitOf(view, { outputs: everything(view), known })
      const batch = compileBatch(circuit, { engine })
      expect(await differencesOf(batch, columns), `seed ${seed}`).toEqual([])
    }
  })

  it.each(programs.map(({ id, rules }) => [id, rules] as const))(
    'gives every definition of %s',
    async (_, rules) => {
      const found = viewOf(rules, '2026-11-24', 'text')
      if (!found.ok) throw new Error(found.problem.message)
      const circuit = circuitOf(found.view, { outputs: everything(found.view) })
      const batch = compileBatch(circuit, { engine, reasons: true })
      const columns = randomColumns(rules, 700, seeded(11))
      expect(await differencesOf(batch, columns)).toEqual([])
    },
  )
})
