import { describe, expect, it } from 'vitest'
import { done, refused } from '../app/outcome.ts'
import { lakeProgram } from '../testing/lake-program.ts'
import { receiptOf } from '../testing/memory-log.ts'
import { signerFromSeed, verifierKeyOf } from '../kernel/record/note.ts'
import { commands } from './commands.ts'
import { run } from './run.ts'

const yaml = 'zone: north\nlength: 5\nfleet: 2\nmotor: true\nrescue: false\nowners: []\n'

/** Runs a command line in a world that consists of these files. */
function proviso(files: Readonly<Record<string, string>>, ...args: string[]) {
  return run(args, {
    context: {
      programs: [lakeProgram],
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

describe('help', () => {
  it('lists every command, and describes one', async () => {
    const { out, exitCode } = await proviso({})
    expect(exitCode).toBe(0)
    for (const { name } of commands) expect(out).toContain(`proviso ${name} `)
    expect(await proviso({}, 'help')).toEqual(await proviso({}, '--help'))
    const about = await proviso({}, 'decide', '--help')
    expect(about.out).toMatch(/^proviso decide PROGRAM FILE \[--mode MODE\]/)
    expect(await proviso({}, 'help', 'decide')).toEqual(about)
    expect(await proviso({}, 'version')).toMatchObject({ out: '1.2.3\n' })
  })
})

describe('decide', () => {
  it('prints the outcome first, then the sentence with its limits, then why', async () => {
    const { exitCode, out, err } = await proviso(
      { 'case.yaml': yaml },
      'decide',
      'lake',
      'case.yaml',
    )
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    const lines = out.split('\n')
    expect(lines[0]).toBe('Allowed')
    expect(lines[2]).toBe('On these facts, under the text as it stands, as of 2025-06-01: Allowed.')
    expect(out).toContain('- Up to the limit [Lake Act 2(a)]')
    expect(out).toContain('Length limit = 30 m [Lake Act 2 as amended]')
    expect(out).toContain(`Rules: lake ${lakeProgram.rules.hash}`)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  })

  it('prints the document as JSON, the same as from every other surface', async () => {
    const files = { '-': JSON.stringify({ facts: lakeProgram.example, mode: 'enforced' }) }
    const { out } = await proviso(files, 'decide', 'lake', '-', '--json', '--as-of', '2024-02-01')
    expect(JSON.parse(out)).toMatchObject({
      format: 'proviso-determination/v1',
      asOf: '2024-02-01',
      mode: 'enforced',
      outcome: { verdict: { kind: 'value', value: 'allowed' } },
    })
  })

  it('exits with 3 and names what is missing when the outcome is open', async () => {
    const { exitCode, out } = await proviso({ 'a.yaml': 'zone: marsh' }, 'decide', 'lake', 'a.yaml')
    expect(exitCode).toBe(3)
    expect(out).toMatch(/^cannot tell yet\n/)
    expect(out).toContain('- Motor (fact motor): not stated')
  })

  it('assumes parameters and says so', async () => {
    const marsh = yaml.replace('north', 'marsh').replace('motor: true', 'motor: false')
    const args = ['decide', 'lake', 'a.yaml', '--mode', 'proposal:marsh']
    expect(await proviso({ 'a.yaml': marsh }, ...args)).toMatchObject({ exitCode: 3 })
    const { exitCode, out } = await proviso({ 'a.yaml': marsh }, ...args, '--set', 'marshLimit=8')
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^Refused/)
    expect(out).toContain('Assumed\n  - marshLimit = 8')
  })

  it('explains more: overridden clauses, dates and standing', async () => {
    const files = {
      'a.yaml': yaml.replace('north', 'marsh').replace('rescue: false', 'rescue: true'),
    }
    const { out } = await proviso(files, 'explain', 'lake', 'a.yaml')
    expect(out).toContain('- overridden by rescue: No motors in the marsh [Lake Act 3]')
    expect(out).toContain('lake-act: from 2020-01-01, inForce')
    expect((await proviso(files, 'decide', 'lake', 'a.yaml')).out).not.toContain('overridden')
  })
})

describe('bad input', () => {
  it.each([
    [['decid'], /there is no command "decid"; did you mean decide/],
    [['decide'], /PROGRAM is missing; use: proviso decide PROGRAM FILE/],
    [['decide', 'lake'], /FILE is missing/],
    [['decide', 'lake', 'a', 'b'], /one argument too many, "b"/],
    [['decide', 'lak', 'case.yaml'], /no program "lak"; did you mean lake/],
    [['decide', 'lake', 'absent.yaml'], /absent\.yaml: there is no such file/],
    [['decide', 'lake', 'broken.yaml'], /broken\.yaml:2:1: /],
    [['decide', 'lake', 'broken.json'], /broken\.json:1:12: /],
    [['decide', 'lake', 'twice.yaml'], /twice\.yaml:2:1: Map keys must be unique/],
    [
      ['decide', 'lake', 'list.yaml'],
      /list\.yaml must hold an object of facts by name, not a list/,
    ],
    [['decide', 'lake', 'wrapped.yaml'], /no "asof" here; did you mean asOf/],
    [
      ['decide', 'lake', 'case.yaml', '--moed', 'text'],
      /no option --moed here; did you mean --mode/,
    ],
    [['decide', 'lake', 'case.yaml', '--mode'], /--mode needs a value: --mode MODE/],
    [['decide', 'lake', 'case.yaml', '--json=1'], /--json takes no value/],
    [['decide', 'lake', 'case.yaml', '--mode', 'a', '--mode', 'b'], /--mode is stated twice/],
    [['decide', 'lake', 'case.yaml', '--mode', 'proposal:x'], /text, enforced, proposal:marsh/],
    [['decide', 'lake', 'case.yaml', '--as-of', '2025-02-30'], /not a calendar date/],
    [['decide', 'lake', 'case.yaml', '--as-of', '2019-01-01'], /earliest begins 2020-01-01/],
    [['decide', 'lake', 'case.yaml', '--set', 'marshLimit'], /must be name=value/],
    [['decide', 'lake', 'case.yaml', '--set', 'limit=3'], /there is no parameter "limit"/],
    [['compare', 'lake', 'case.yaml'], /--modes is missing/],
    [['compare', 'lake', 'case.yaml', '--modes', 'text'], /readings must have or be at least 2/],
    [['classify', 'H100'], /no program here classifies chips/],
    [['verify', 'absent.json'], /there is no such file/],
  ])('%j is refused', async (args, message) => {
    const files = {
      'case.yaml': yaml,
      'broken.yaml': 'zone: [north,\nlength: 5',
      'broken.json': '{"length": }',
      'twice.yaml': 'length: 1\nlength: 2',
      'list.yaml': '- 1',
      'wrapped.yaml': 'facts: {}\nasof: 2025-01-01',
    }
    const { exitCode, out, err } = await proviso(files, ...args)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err.replaceAll(/\n +/g, ' ')).toMatch(message)
  })

  it('names every problem with field, reason and a valid example', async () => {
    const files = { 'a.yaml': 'lenght: 3\nmotor: "yes"\nfleet: -1' }
    const { err } = await proviso(files, 'decide', 'lake', 'a.yaml')
    expect(err).toMatch(/^proviso decide: 3 problems\n/)
    expect(err).toContain(
      'fleet is -1, but must lie between 1 and 1000 boats\n    for example: fleet: 2',
    )
    expect(err).toContain('did you mean length')
  })

  it('prints the problem as JSON where JSON was asked for', async () => {
    const { err, out } = await proviso({}, 'decide', 'lak', '-', '--json')
    expect(out).toBe('')
    expect(JSON.parse(err)).toMatchObject({ status: 404, code: 'input.unknown-program' })
  })
})

describe('compare', () => {
  it('marks what differs, and says which clauses come and go', async () => {
    const marsh = yaml.replace('north', 'marsh').replace('motor: true', 'motor: false')
    const args = [
      'compare',
      'lake',
      'a.yaml',
      '--modes',
      'text,proposal:marsh',
      '--set',
      'marshLimit=8',
    ]
    const { exitCode, out } = await proviso({ 'a.yaml': marsh }, ...args)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^\* +Answer +Allowed +Refused$/m)
    expect(out).toMatch(/^ +Total length +10 m +10 m$/m)
    expect(out).toContain('+ permitted/marsh limit')
    expect(out).toContain('- permitted/general')
  })

  it('reads the law of several days', async () => {
    const files = { 'a.yaml': yaml.replace('length: 5', 'length: 12.5') }
    const args = [
      'compare',
      'lake',
      'a.yaml',
      '--modes',
      'text@2023-12-31,text@2024-01-01',
      '--json',
    ]
    const { exitCode, out } = await proviso(files, ...args)
    expect(exitCode).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      determinations: [{ asOf: '2023-12-31' }, { asOf: '2024-01-01' }],
    })
  })
})

describe('programs', () => {
  it('lists them, and describes one with its facts', async () => {
    expect((await proviso({}, 'programs')).out).toBe(
      'lake  Boats on the lake\n  Whether a fleet of boats may sail on the lake.\n',
    )
    const { out } = await proviso({}, 'programs', 'lake')
    expect(out).toContain('  zone: north\n      Which shore?')
    expect(out).toContain('owners: [{share: 50, banned: false}]')
    expect(JSON.parse((await proviso({}, 'programs', 'lake', '--json')).out)).toMatchObject({
      id: 'lake',
    })
  })
})

describe('verify', () => {
  const signer = signerFromSeed('log.example', new Uint8Array(32).fill(7))
  const receipt = receiptOf(['{"n":1}', '{"n":2}', '{"n":3}'], 1, signer)
  const files = { 'receipt.json': JSON.stringify(receipt) }

  it('says what was checked, and that nobody vouched for the key', async () => {
    const { exitCode, out } = await proviso(files, 'verify', 'receipt.json')
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^verified\n {2}passed {2}form/)
    expect(out.replaceAll(/\n +/g, ' ')).toContain('not who made it')
  })

  it('accepts the key to trust, and refuses another', async () => {
    const trusted = ['--key', verifierKeyOf(signer)]
    expect(await proviso(files, 'verify', 'receipt.json', ...trusted)).toMatchObject({
      exitCode: 0,
    })
    const other = signerFromSeed('log.example', new Uint8Array(32).fill(8))
    const wrong = await proviso(files, 'verify', 'receipt.json', '--key', verifierKeyOf(other))
    expect(wrong).toMatchObject({ exitCode: 2, err: '' })
    expect(wrong.out).toMatch(/^not verified: key\n/)
  })

  it.each([
    ['entry', { ...receipt, entry: '{"n":4}' }],
    ['inclusion', { ...receipt, leafIndex: 0 }],
    ['form', { ...receipt, format: 'other' }],
    ['signature', { ...receipt, checkpoint: receipt.checkpoint.replace('\n3\n', '\n4\n') }],
  ])('names the failing step %s', async (step, altered) => {
    const { exitCode, out } = await proviso({ '-': JSON.stringify(altered) }, 'verify', '-')
    expect(exitCode).toBe(2)
    expect(out.split('\n')[0]).toBe(`not verified: ${step}`)
    expect(out).toContain(`FAILED  ${step}`)
  })
})
