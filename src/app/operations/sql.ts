import type { Mode } from '#rules'
import { viewOf } from '#rules'
import { z } from 'zod'
import { circuitOf } from '../../kernel/interpret/circuit/build.ts'
import { assumeParameters } from '../../kernel/interpret/decide.ts'
import type { DialectName } from '../../kernel/interpret/sql/dialect.ts'
import { ddlOf, sqlOf } from '../../kernel/interpret/sql/sql.ts'
import { today } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import { done, refused, refusedInput } from '../outcome.ts'
import { programId, reading } from '../schemas/inputs.ts'

const queries = z
  .object({
    program: z.string(),
    rulesHash: z.string(),
    asOf: z.string(),
    mode: z.string(),
    dialect: z.string(),
    tables: z.string().meta({ description: 'CREATE TABLE statements: a column per fact' }),
    query: z
      .string()
      .meta({ description: 'One SELECT: per case and output value, status, reason' }),
  })
  .meta({ id: 'RulesAsSql', description: 'The rules of a program as one SELECT over its tables' })

export const sqlOperation = operation({
  name: 'sql',
  title: 'Print the rules as SQL',
  summary:
    'Gives the rules as one SELECT and the tables it reads, for any number of cases on the engine you have: postgresql, duckdb, clickhouse (these three are run in tests), spark, trino or standard (printed as documented by them, not run here). Status: 0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId,
    ...reading,
    dialect: z
      .string()
      .max(40)
      .default('duckdb')
      .meta({ description: 'The dialect of SQL', examples: ['duckdb'] }),
    table: z.string().max(60).optional().meta({ description: 'Name of the table of cases' }),
    members: z
      .enum(['text', 'code'])
      .default('text')
      .meta({ description: 'Members of lists as their text, or as their place in the list' }),
    outputs: z
      .array(z.string().max(100))
      .max(100)
      .optional()
      .meta({ description: 'Definitions wanted; the outcome when left out' }),
  }),
  output: queries,
  example: { program: 'chip-exports', dialect: 'duckdb', asOf: '2026-11-23' },
  run: async (context, wanted) => {
    const found = findProgram(context.programs, wanted.program)
    if (!found.ok) return found
    const { id, rules } = found.value
    const asOf = wanted.asOf ?? today(context)
    const view = viewOf(rules, asOf, wanted.mode as Mode)
    if (!view.ok) return refusedInput([view.problem])
    const { values, problems } = assumeParameters(view.view, wanted.parameters ?? {})
    if (problems.length > 0) return refusedInput(problems)
    const strangers = (wanted.outputs ?? []).filter((name) => !rules.scope.definitions.has(name))
    if (strangers.length > 0) {
      return refused('input.unknown-definition', `there is no definition "${strangers[0]}"`, {
        field: 'outputs',
        example: [rules.text.outcome],
      })
    }
    const options = {
      dialect: wanted.dialect as DialectName,
      members: wanted.members,
      ...(wanted.table === undefined ? {} : { table: wanted.table }),
    }
    const tables = ddlOf(rules, options)
    if (!tables.ok) return tables
    const { outputs, parameters } = wanted
    const circuit = circuitOf(view.view, { parameters: values, ...(outputs ? { outputs } : {}) })
    const query = sqlOf(circuit, { ...options, ...(parameters ? { assumed: parameters } : {}) })
    if (!query.ok) return query
    const { mode, dialect } = wanted
    const about = { program: id, rulesHash: rules.hash, asOf, mode, dialect }
    return done({ ...about, tables: tables.text, query: query.text })
  },
})
