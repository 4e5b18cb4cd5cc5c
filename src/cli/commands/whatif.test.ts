import { describe, expect, it } from 'vitest'
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
