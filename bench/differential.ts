// `npm run differential`: every reading of every rule set on the same cases, each compared with the
// interpreter. `--cases N` random cases per program (10,000,000), `--rule-sets N` random rule sets
// (2,000), `--seed N`, `--readings name,name`, `--save` writes docs/differential.md.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { compiled } from '../src/kernel/interpret/compile.ts'
import { interpret } from '../src/kernel/interpret/evaluate.ts'
import { programs } from '../src/programs/index.ts'
import { byBatch } from '../src/testing/differential/by-batch.ts'
import { byCase } from '../src/testing/differential/by-case.ts'
import { byCircuit } from '../src/testing/differential/by-circuit.ts'
import { bySql } from '../src/testing/differential/by-sql.ts'
import type { MakeReading } from '../src/testing/differential/reading.ts'
import { boundaryPart, daysPart, randomPart, ruleSetsPart } from './differential/parts.ts'
import type { Part, Settings } from './differential/parts.ts'
import { report } from './differential/report.ts'
import { machine } from './measure.ts'
import type { OpenEngine } from './sql/engines.ts'
import { openClickhouse, openDuckdb, openPostgres } from './sql/engines.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000000' },
    'rule-sets': { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    readings: { type: 'string' },
    save: { type: 'boolean', default: false },
  },
})

const sql = (open: () => Promise<OpenEngine>) => async (): Promise<MakeReading> => {
  const engine = await open()
  opened.push(engine)
  return bySql(engine)
}
const opened: OpenEngine[] = []
const all = {
  javascript: () => Promise.resolve(byCase('generated JavaScript, case by case', compiled)),
  wasm: () => Promise.resolve(byBatch('wasm')),
  batch: () => Promise.resolve(byBatch('javascript')),
  kernels: () => Promise.resolve(byBatch('kernels')),
  postgresql: sql(openPostgres),
  duckdb: sql(openDuckdb),
  clickhouse: sql(openClickhouse),
  circuit: () => Promise.resolve(byCircuit),
}
const names = values.readings?.split(',') ?? Object.keys(all).filter((name) => name !== 'circuit')
const unknown = names.filter((name) => !(name in all))
if (unknown.length > 0) {
  console.error(
    `there is no reading ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}`,
  )
  process.exit(2)
}

const engineNames = ['postgresql', 'duckdb', 'clickhouse']
const made = async (isEngine: boolean): Promise<MakeReading[]> => {
  const list: MakeReading[] = []
  for (const name of names) {
    if (engineNames.includes(name) === isEngine) list.push(await all[name as keyof typeof all]())
  }
  return list
}
const settings: Settings = {
  oracle: byCase('interpreter', interpret),
  readings: await made(false),
  engines: await made(true),
  seed: Number(values.seed),
  now: () => performance.now(),
  say: (line) => console.error(line),
}

const parts: Part[] = []
for (const program of programs) {
  parts.push(await daysPart(program, settings))
  parts.push(await boundaryPart(program, settings))
  parts.push(await randomPart(program, Number(values.cases), settings))
}
parts.push(await ruleSetsPart(Number(values['rule-sets']), settings))

for (const engine of opened) await engine.close()
const text = report(parts, { machine: machine(), seed: settings.seed })
console.log(text)
if (values.save) writeFileSync(new URL('../docs/differential.md', import.meta.url), text)
if (parts.some(({ tallies }) => tallies.some(({ differing }) => differing > 0)))
  process.exitCode = 1
