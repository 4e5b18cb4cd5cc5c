import { describe, expect, it } from 'vitest'
import { lakeProgram } from '../../testing/lake-program.ts'
import { invoke } from '../operation.ts'
import { sqlOperation } from './sql.ts'

const lake = { programs: [lakeProgram], clock: () => '2026-11-23T12:00:00.000Z', version: '1' }
const asked = (input: object) => invoke(sqlOperation, lake, { program: 'lake', ...input })

describe('the rules as SQL', () => {
  it.each(['postgresql', 'duckdb', 'clickhouse', 'spark', 'trino', 'standard'])(
    'are one SELECT and its tables for %s',
    async (dialect) => {
      const outcome = await asked({ dialect })
      if (!outcome.ok) throw new Error(outcome.message)
      const { query, tables, ...about } = outcome.value
      expect(about).toEqual({
        ...{ program: 'lake', rulesHash: lakeProgram.rules.hash, mode: 'text', dialect },
        asOf: '2026-11-23',
      })
      expect(tables).toContain('CREATE TABLE')
      expect(query).toContain(lakeProgram.rules.hash)
      expect(query.match(/;\s*$/gm)?.length ?? 0).toBeLessThanOrEqual(1)
    },
  )

  it('say which outputs and which table', async () => {
    const outcome = await asked({ outputs: ['totalLength'], table: 'boats' })
    expect(outcome.ok && outcome.value.query).toContain('boats')
    expect(outcome.ok && outcome.value.query).toMatch(/total_?length/i)
  })

  it('take assumed parameters, and differ with them', async () => {
    const [plain, assumed] = [await asked({}), await asked({ parameters: { lengthLimit: 12 } })]
    expect(plain.ok && assumed.ok && plain.value.query !== assumed.value.query).toBe(true)
  })

  it.each([
    [{ dialect: 'oracle' }, 'sql.unknown-dialect'],
    [{ outputs: ['nothing'] }, 'input.unknown-definition'],
    [{ parameters: { nothing: 1 } }, 'input.unknown-parameter'],
    [{ mode: 'proposal:none' }, 'rules.unknown-mode'],
    [{ program: 'pond' }, 'input.unknown-program'],
  ])('are refused for %j', async (input, code) => {
    expect(await asked(input)).toMatchObject({ ok: false, code })
  })
})
