import { circuitOf } from '../../kernel/interpret/circuit/build.ts'
import type { DialectName } from '../../kernel/interpret/sql/dialect.ts'
import type { Members } from '../../kernel/interpret/sql/layout.ts'
import { ddlOf, sqlOf } from '../../kernel/interpret/sql/sql.ts'
import type { SqlOutput } from '../../kernel/interpret/sql/options.ts'
import type { RuleSet } from '../../kernel/rules/load.ts'
import type { Answers, MakeReading } from './reading.ts'
import { emptyAnswers } from './reading.ts'
import type { TextRow } from './sql-rows.ts'
import { textTables } from './sql-rows.ts'

/** An engine that runs SQL, with a place of its own for the tables. */
export interface SqlEngine {
  readonly name: string
  readonly dialect: DialectName
  /** The table of cases, as options of `sqlOf` name it. */
  readonly table: string
  /** Runs one statement. */
  readonly run: (statement: string) => Promise<void>
  /** Adds rows to a table that was just made. */
  readonly load: (table: string, rows: readonly TextRow[]) => Promise<void>
  /** The rows of a query, by column. */
  readonly rows: (query: string) => Promise<readonly Readonly<Record<string, unknown>>[]>
}

/** Reads a rule set as one SELECT on an engine: every case in its tables, every definition a column. */
export function bySql(engine: SqlEngine, members: Members = 'text'): MakeReading {
  return async (view, outputs) => {
    const { rules } = view
    const options = { dialect: engine.dialect, table: engine.table, members }
    const tables = ddlOf(rules, options)
    const query = sqlOf(circuitOf(view, { outputs }), options)
    if (!tables.ok || !query.ok) throw new Error(`${engine.name} is given no SQL`)
    const statements = statementsOf(tables.text)
    return {
      name: `SQL on ${engine.name}, members as ${members}`,
      answer: async (columns) => {
        const rowsOf = textTables(columns, rules, members)
        for (const [index, statement] of statements.entries()) {
          const table = /^CREATE TABLE (\S+)/m.exec(statement)?.[1] ?? ''
          await engine.run(`DROP TABLE IF EXISTS ${table}`)
          await engine.run(statement)
          const rows = index === 0 ? rowsOf.cases : rowsOf.relations[index - 1]
          if (rows && rows.length > 0) await engine.load(table, rows)
        }
        const found = await engine.rows(query.text)
        if (found.length !== columns.count) {
          throw new Error(`${engine.name} answers ${found.length} of ${columns.count} cases`)
        }
        return answersOf(found, query.id, query.outputs, rules, columns.count)
      },
    }
  }
}

/** The statements of a text that ends each with a semicolon at the end of a line. */
const statementsOf = (text: string): readonly string[] =>
  text
    .split(/;\n/)
    .map((statement) => statement.replaceAll(/^--.*$/gm, '').trim())
    .filter((statement) => statement !== '')

function answersOf(
  found: readonly Readonly<Record<string, unknown>>[],
  id: string,
  outputs: readonly SqlOutput[],
  rules: RuleSet,
  count: number,
): readonly Answers[] {
  const answers = outputs.map(() => emptyAnswers(count))
  for (const row of found) {
    const at = Number(row[id])
    outputs.forEach(({ name, value = '', status = '', reason = '' }, index) => {
      const answer = answers[index]
      if (!answer) return
      answer.status[at] = Number(row[status])
      answer.reason[at] = Number(row[reason])
      answer.value[at] = numberOf(row[value], name, rules, answer.status[at] === 0)
    })
  }
  return answers
}

/** A value as answers hold it: NULL stands for what is not decided, and for nothing else. */
function numberOf(value: unknown, name: string, rules: RuleSet, isDecided: boolean): number {
  if (value === null || value === undefined) return isDecided ? Number.NaN : 0
  if (!isDecided) return Number.NaN
  const type = rules.scope.definitions.get(name)?.declaration.type
  if (type?.kind === 'bool') return value === true || value === 1 || value === 'true' ? 1 : 0
  const isText = type?.kind === 'enum' && typeof value === 'string' && !/^\d+$/.test(value)
  if (!isText) return Number(value)
  const members = rules.scope.enums.get(type.enum)?.declaration.members ?? []
  return members.findIndex((member) => member.value === value)
}
