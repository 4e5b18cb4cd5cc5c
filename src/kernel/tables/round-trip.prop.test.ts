import { describe, expect, it } from 'vitest'
import { programs } from '../../programs/index.ts'
import { Choices } from '../../testing/choices.ts'
import { randomColumns, seeded } from '../../testing/differential/random-columns.ts'
import { lakePopulation } from '../../testing/lake-population.ts'
import { randomText } from '../../testing/random-rules.ts'
import { inFolder, readCases, writeCases } from '../../testing/table-files.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { encodedAt } from '../interpret/batch/case-at.ts'
import type { CaseColumns } from '../interpret/batch/columns.ts'
import { populationChunks } from '../interpret/population/generate.ts'
import type { RuleSet } from '../rules/load.ts'
import { loadOrThrow } from '../rules/load.ts'

const formats = ['csv', 'tsv', 'jsonl', 'parquet', 'arrow'] as const

const casesOf = (rules: RuleSet, chunks: readonly CaseColumns[]) =>
  chunks.flatMap((columns) =>
    Array.from({ length: columns.count }, (_, row) => encodedAt(columns, rules, row)),
  )

async function expectSame(rules: RuleSet, format: string, chunks: readonly CaseColumns[]) {
  const found = await inFolder(async (pathOf) => {
    await writeCases(pathOf(`cases.${format}`), rules, chunks)
    return readCases(pathOf(`cases.${format}`), rules)
  })
  expect(found.rejected).toEqual([])
  const read = found.chunks.map(({ columns }) => columns)
  expect(casesOf(rules, read)).toEqual(casesOf(rules, chunks))
}

describe.each(formats)('cases written as %s', (format) => {
  it('are read as they were: a generated population', async () => {
    const rules = loadOrThrow(toyText())
    const request = { rows: 9000, seed: 3, chunkRows: 8192 }
    const chunks = [...populationChunks(rules, lakePopulation, request)]
    await expectSame(
      rules,
      format,
      chunks.map(({ columns }) => columns),
    )
  })

  it('are read as they were: any values of random rules', async () => {
    for (let round = 0; round < 5; round++) {
      const below = seeded(round)
      const choices = new Choices(Array.from({ length: 400 }, () => below(1024)))
      const rules = loadOrThrow(randomText(choices))
      await expectSame(rules, format, [
        randomColumns(rules, 200, below),
        randomColumns(rules, 3, below),
      ])
    }
  })

  it.each(programs.map((program) => [program.id, program] as const))(
    'are read as they were: any values of %s',
    async (_id, { rules }) => {
      await expectSame(rules, format, [randomColumns(rules, 150, seeded(11))])
    },
  )

  it('are read as they were: none', async () => {
    const rules = loadOrThrow(toyText())
    await expectSame(rules, format, [])
  })
})
