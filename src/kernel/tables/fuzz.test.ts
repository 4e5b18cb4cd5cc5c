import { readFile, writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { Below } from '../../testing/differential/random-columns.ts'
import { randomColumns, seeded } from '../../testing/differential/random-columns.ts'
import { inFolder, readCases, writeCases } from '../../testing/table-files.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { loadOrThrow } from '../rules/load.ts'
import { TableFault } from './fault.ts'

const rules = loadOrThrow(toyText())

/** Changes bytes here and there, or cuts, repeats or drops a part. */
function damaged(bytes: Buffer, below: Below): Buffer {
  const at = below(bytes.length)
  const end = Math.min(bytes.length, at + below(40))
  switch (below(5)) {
    case 0:
      return bytes.subarray(0, at)
    case 1:
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)])
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)])
    default: {
      const changed = Buffer.from(bytes)
      for (let round = below(4); round >= 0; round--) {
        changed[below(changed.length)] = [0, 0xff, 0x7f, 34, 44, 10, below(256)][below(7)] ?? 0
      }
      return changed
    }
  }
}

it.each(['csv', 'jsonl', 'parquet', 'arrow'])(
  'whatever happens to a %s file: cases that the rules take, rejected rows, or a fault that names it',
  async (format) => {
    await inFolder(async (pathOf) => {
      const path = pathOf(`cases.${format}`)
      await writeCases(path, rules, [randomColumns(rules, 60, seeded(2))])
      const whole = await readFile(path)
      const below = seeded(7)
      let faults = 0
      let read = 0
      for (let round = 0; round < 2000; round++) {
        await writeFile(path, damaged(whole, below))
        try {
          const { chunks, rejected } = await readCases(path, rules)
          for (const { columns, ids } of chunks) expect(ids).toHaveLength(columns.count)
          for (const { row, problems } of rejected) {
            expect(row).toBeGreaterThan(0)
            expect(problems[0]?.message).toMatch(/\w/)
          }
          read++
        } catch (error) {
          if (!(error instanceof TableFault)) throw error
          expect(error.message).toContain(`cases.${format}`)
          faults++
        }
      }
      // A line is a row by itself: nothing in JSON lines is a fault of the whole file.
      expect(faults).toBeGreaterThan(format === 'jsonl' ? -1 : 5)
      expect(read).toBeGreaterThan(5)
    })
  },
)
