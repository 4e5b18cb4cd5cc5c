// `npm run bench -- sql`: generated SQL beside SQL by hand for the 13-condition rule on PostgreSQL,
// DuckDB and ClickHouse. Every case is answered alike by both, and by JavaScript, before any timing.
import { fileURLToPath } from 'node:url'
import { circuitOf } from '../src/kernel/interpret/circuit/build.ts'
import type { CircuitOptions } from '../src/kernel/interpret/circuit/circuit.ts'
import type { SqlOptions } from '../src/kernel/interpret/sql/options.ts'
import { ddlOf, sqlOf } from '../src/kernel/interpret/sql/sql.ts'
import type { RuleSet } from '../src/kernel/rules/load.ts'
import { viewOf } from '../src/kernel/interpret/view.ts'
import * as library from '../src/library.ts'
import { byHand, cases, countries, ruleSet } from './decide/thirteen.ts'
import { machine } from './measure.ts'
import { report } from './report.ts'
import type { Contest, Result } from './sql/contest.ts'
import { compete } from './sql/contest.ts'
import type { OpenEngine } from './sql/engines.ts'
import { openClickhouse, openDuckdb, openPostgres } from './sql/engines.ts'
import { caseRows, countriesTable, countryRows, plain, whole } from './sql/thirteen.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const table = countries(1)
const rules = ruleSet(library, table)
const only = process.argv
  .find((one) => one.startsWith('--engines='))
  ?.slice(10)
  .split(',')

function generated(
  engine: OpenEngine,
  set: RuleSet,
  circuit: CircuitOptions,
  options: Omit<SqlOptions, 'dialect'>,
): string {
  const found = viewOf(set, '2026-01-01', 'text')
  if (!found.ok) throw new Error(found.problem.message)
  const query = sqlOf(circuitOf(found.view, circuit), { dialect: engine.dialect, ...options })
  if (!query.ok) throw new Error(query.message)
  return query.text
}

async function fill(engine: OpenEngine, count: number, isOpen: boolean, name: string) {
  const population = cases(count, 2)
  const tables = ddlOf(rules, { dialect: engine.dialect, table: name })
  if (!tables.ok) throw new Error(tables.message)
  await engine.run(tables.text.replace(/^[^]*?(?=CREATE)/, '').replace(/;\s*$/, ''))
  const quoted = /^CREATE TABLE (\S+)/m.exec(tables.text)?.[1] ?? name
  await engine.load(quoted, caseRows(population, rules, isOpen))
  return population
}

async function contests(engine: OpenEngine, rows: number): Promise<readonly Result[]> {
  const prefix = engine.table.slice(0, -'cases'.length)
  const places = `${prefix}countries`
  const isClickhouse = engine.dialect === 'clickhouse'
  await engine.run(countriesTable(places, isClickhouse))
  await engine.load(places, countryRows(table))
  const population = await fill(engine, rows, false, `${prefix}known`)
  await fill(engine, rows, true, `${prefix}partial`)
  // What a joined table does not have is NULL elsewhere, and a default here unless told otherwise.
  if (isClickhouse) await engine.run('SET join_use_nulls = 1')
  const list: readonly Contest[] = [
    {
      work: 'outcome; every fact known, values trusted',
      hand: plain(`${prefix}known`, places, isClickhouse),
      generated: generated(
        engine,
        rules,
        { known: 'all' },
        { table: `${prefix}known`, columns: ['value'], values: 'trusted' },
      ),
      columns: ['outcome'],
    },
    {
      work: 'outcome, status, reason; facts may be unknown, values checked',
      hand: whole(`${prefix}partial`, places, isClickhouse),
      generated: generated(engine, rules, {}, { table: `${prefix}partial` }),
      columns: ['outcome', 'outcome_status', 'outcome_reason'],
    },
  ]
  const [first] = list
  for (const row of first ? await engine.rows(first.generated) : []) {
    const one = population[Number(row['id'])]
    if (one && byHand(one, table) === row['outcome']) continue
    throw new Error(`${engine.name} and JavaScript differ on case ${String(row['id'])}`)
  }
  const results: Result[] = []
  for (const contest of list) {
    const result = await compete(engine, contest, rows)
    console.error(`${result.engine}: ${result.work}: ${result.ratio.toFixed(2)}`)
    results.push(result)
  }
  return results
}

const engines = [
  { name: 'postgresql', open: openPostgres, rows: 200_000 },
  { name: 'duckdb', open: () => openDuckdb(1), rows: 1_000_000 },
  { name: 'clickhouse', open: openClickhouse, rows: 1_000_000 },
]
const results: Result[] = []
for (const { name, open, rows } of engines) {
  if (only && !only.includes(name)) continue
  const engine = await open()
  results.push(...(await contests(engine, rows)))
  await engine.close()
}
const lines = results.map(({ engine, work, rows, handSeconds, generatedSeconds, ratio }) => {
  const speed = (seconds: number): string => (rows / seconds / 1e6).toFixed(2)
  return `| ${engine} | ${work} | ${speed(handSeconds)} | ${speed(generatedSeconds)} | ${ratio.toFixed(2)} |`
})
report(
  root,
  'sql',
  [
    '## Rules as SQL, beside SQL by hand',
    '',
    `\`npm run bench -- sql --save\` makes this section again. ${machine()}.`,
    '',
    'The 13-condition rule with its table of 200 countries. Every case is answered alike by both queries and',
    'by JavaScript before anything is timed; then they run in turns, seven times, each generated query between',
    'two by hand. Given are medians of a million cases a second and of the time of the generated query as a',
    'multiple of the one by hand.',
    '',
    '| engine | work | by hand, M/s | generated, M/s | time, generated / by hand |',
    '| --- | --- | ---: | ---: | ---: |',
    ...lines,
  ].join('\n'),
)
