import { invoke } from '../../app/operation.ts'
import { sqlOperation } from '../../app/operations/sql.ts'
import { readingOptions } from '../case-argument.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'
import { readPairs } from '../values.ts'

export const sqlCommand: Command = {
  name: 'sql',
  summary: 'print the rules as one SELECT, for millions of cases on an engine of your own',
  positionals: ['PROGRAM'],
  options: {
    dialect: {
      type: 'string',
      value: 'DIALECT',
      about: 'postgresql, duckdb (if absent), clickhouse, spark, trino or standard',
    },
    ddl: { type: 'boolean', about: 'print the CREATE TABLE statements in place of the query' },
    table: { type: 'string', value: 'NAME', about: 'the table of cases; "cases" if absent' },
    members: {
      type: 'string',
      value: 'text|code',
      about: 'members of lists as text or as numbers',
    },
    output: {
      type: 'string',
      multiple: true,
      value: 'DEFINITION',
      about: 'a definition wanted; the outcome if absent',
    },
    mode: { type: 'string', value: 'MODE', about: 'text, enforced or proposal:NAME' },
    ...readingOptions,
  },
  example: 'proviso sql chip-exports --dialect duckdb > chip-exports.sql',
  run: async ({ context }, given) => {
    const [program = ''] = given.positionals
    const set = readPairs(given.list('set'), '--set')
    if (!set.ok) return set
    const outputs = given.list('output')
    const printed = await invoke(sqlOperation, context, {
      program,
      dialect: given.text('dialect'),
      table: given.text('table'),
      members: given.text('members'),
      mode: given.text('mode'),
      asOf: given.text('as-of'),
      ...(outputs.length === 0 ? {} : { outputs }),
      ...(Object.keys(set.value).length === 0 ? {} : { parameters: set.value }),
    })
    if (!printed.ok) return printed
    const { tables, query } = printed.value
    if (given.flag('json')) return answer(JSON.stringify(printed.value, null, 2))
    return answer((given.flag('ddl') ? tables : query).trimEnd())
  },
}
