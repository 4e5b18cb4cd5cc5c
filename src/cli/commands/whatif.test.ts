import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { done, refused } from '../../app/outcome.ts'
import { lakeAnalysis } from '../../testing/lake-analysis.ts'
import { run } from '../run.ts'

/** Runs a command line in a world that consists of these files. */
function proviso(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  return run(args, {
    context: {
      programs: [lakeAnalysis],
      clock: () => '2025-06-01T12:00:00.000Z',
      version: '1.2.3',
    },
    read: async (path) =>
      files[path] === undefined
        ? refused('input.no-file', `${path}: there is no such file`, { field: path })
        : done(files[path]),
    exists: (path) => path in files,
    environment: {},
    print: () => undefined,
    interrupted: () => new Promise(() => undefined),
  })
}

const marsh = ['whatif', 'lake', '--mode', 'proposal:marsh', '--set', 'marshLimit=5']
const small = ['--population', '3000', '--seed', '4']

/** A file of boats: two that a limit of 20 m for the marsh stops, and one row that is no boat. */
function boats(): string {
  const folder = mkdtempSync(join(tmpdir(), 'proviso-boats-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const boat = { zone: 'marsh', length: 5, fleet: 4, motor: false, rescue: false, owners: [] }
  const rows = [boat, { ...boat, fleet: 1 }, { ...boat, zone: 'sea' }, { ...boat, fleet: 6 }]
  const path = join(folder, 'boats.jsonl')
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return path
}

describe('over a file of cases', () => {
  it('whatif counts the rows that are cases, and tells of those that are not', async () => {
    const limit = ['--mode', 'proposal:marsh', '--set', 'marshLimit=20']
    const { exitCode, out } = await proviso(['whatif', 'lake', ...limit, '--in', boats()])
    expect(exitCode).toBe(0)
    expect(out.replaceAll('\n', ' ')).toMatch(
      /^On the 3 cases of boats\.jsonl \(1 wrong row left out\): 2 \(66\.7%\) come out otherwise/,
    )
    expect(out).toMatch(/\* +2 +50 +Allowed => Refused/)
    expect(out).toMatch(/ 1: zone marsh\n +4: zone marsh/)
    expect(out).toMatch(/Left out, the first of them\n {2}row 3: .*"sea"/)
  })

  it('compare lays each reading against the first', async () => {
    const modes = ['--modes', 'text,proposal:marsh,text@2023-01-01', '--set', 'marshLimit=20']
    const args = ['compare', 'lake', '--in', boats(), ...modes]
    const { out } = await proviso([...args, '--json'])
    const runs = JSON.parse(out) as {
      comparison: { changedRows: number; reform: object }
    }[]
    expect(runs.map(({ comparison }) => comparison.changedRows)).toEqual([2, 1])
    expect(runs[1]?.comparison.reform).toMatchObject({ mode: 'text', asOf: '2023-01-01' })
    const text = await proviso(args)
    expect(text.out.match(/On the 3 cases of/g)).toHaveLength(2)
  })

  it.each([
    [['whatif', 'lake', '--mode', 'text', '--in', 'none.jsonl'], 'no such file'],
    [['whatif', 'lake', '--mode', 'text', '--in', 'x.csv', '--seed', '2'], '--seed is about gener'],
    [['compare', 'lake', '--modes', 'text,enforced'], 'or a file of many cases with --in'],
    [['compare', 'lake', 'x.yaml', '--in', 'x.csv', '--modes', 'text,enforced'], 'name one case'],
    [['compare', 'lake', '--in', 'x.csv', '--modes', 'text'], 'at least two readings'],
  ])('refuses %j', async (args, reason) => {
    const { exitCode, err } = await proviso(args)
    expect(exitCode).toBe(2)
    expect(err.replaceAll(/\s+/g, ' ')).toContain(reason)
  })

  it('refuses a file without a single case, and says what is wrong with its first row', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-boats-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'empty.jsonl')
    writeFileSync(path, '{"zone":"sea"}\n')
    const { exitCode, err } = await proviso(['whatif', 'lake', '--mode', 'text', '--in', path])
    expect(exitCode).toBe(2)
    expect(err.replaceAll(/\s+/g, ' ')).toMatch(/has no row that is a case of these rules: row 1, /)
  })
})

describe('whatif', () => {
  it('prints the sentence, the transitions, what makes them, and whom they meet', async () => {
    const { exitCode, out, err } = await proviso([...marsh, ...small])
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    const sentence = out.slice(0, out.indexOf('\n\n')).replaceAll('\n', ' ')
    expect(sentence).toMatch(
      /^On this generated population of 3,000 cases \(seed 4\): \d+ \(\d\.\d%\) come out otherwise under the proposal "marsh" with marshLimit = 5, as of 2025-06-01 than under the text as it stands, as of 2025-06-01\.$/,
    )
    expect(out).toMatch(/\* +\d+ +[\d,.]+ {4}Allowed => Refused/)
    expect(out).toMatch(/Marsh limit \(marshLimit\): set by nobody => 5 m/)
    expect(out).toMatch(
      /\+ A limit of its own for the marsh \[Bill 12 s\. 1\]: decides \d+ cases only under the\n? *reform/,
    )
    expect(out).toMatch(/Affected, by Zone\n(?: .*\n)* {2}Marsh +\d+ of \d+/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('prints the same as data, with examples that decide as the matrix says', async () => {
    const { out } = await proviso([...marsh, ...small, '--json', '--examples', '1'])
    const { population, comparison } = JSON.parse(out) as {
      population: object
      comparison: { cells: { from: string; to: string; examples: { facts: object }[] }[] }
    }
    expect(population).toEqual({ kind: 'generated', rows: 3000, seed: 4 })
    const cell = comparison.cells.find(({ from, to }) => from === 'allowed' && to === 'refused')
    expect(cell?.examples).toHaveLength(1)
    const files = { 'case.json': JSON.stringify({ facts: cell?.examples[0]?.facts }) }
    const before = await proviso(['decide', 'lake', 'case.json'], files)
    expect(before.out).toMatch(/^Allowed\n/)
    const reform = ['--mode', 'proposal:marsh', '--set', 'marshLimit=5']
    const after = await proviso(['decide', 'lake', 'case.json', ...reform], files)
    expect(after.out).toMatch(/^Refused\n/)
  })

  it('reads the baseline otherwise too', async () => {
    const against = ['--against', 'proposal:marsh', '--against-set', 'marshLimit=5']
    const { out } = await proviso([...marsh, ...small, ...against])
    expect(out).toMatch(/: 0 come\n?\s*out otherwise/)
    expect(out).toMatch(/The readings have the same clauses and numbers\./)
  })

  it.each([
    [['whatif', 'lake'], '--mode, --set, or both'],
    [[...marsh, '--population', '0'], '--population "0" must be a whole number from 1'],
    [[...marsh, '--seed', 'x'], '--seed "x" must be a whole number'],
    [['whatif', 'lake', '--mode', 'proposal:sea'], 'is no way to read these rules'],
    [['whatif', 'lake', '--set', 'marshLimit=a lot'], 'marshLimit is "a lot"'],
    [['whatif', 'lake', '--set', 'marshlimit=1'], 'there is no parameter "marshlimit"'],
  ])('refuses %j', async (args, reason) => {
    const { exitCode, out, err } = await proviso(args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err.replaceAll(/\s+/g, ' ')).toContain(reason)
  })
})
