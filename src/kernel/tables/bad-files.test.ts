import { parquetWriteBuffer } from 'hyparquet-writer'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { randomColumns, seeded } from '../../testing/differential/random-columns.ts'
import { inFolder, readCases, readText, writeCases } from '../../testing/table-files.ts'
import { toyText } from '../../testing/toy-rules.ts'
import { factsAt } from '../interpret/batch/case-at.ts'
import { loadOrThrow } from '../rules/load.ts'
import type { CaseOptions } from './cases.ts'
import { TableFault } from './fault.ts'

const rules = loadOrThrow(toyText())
const good = 'id,zone,length,fleet,motor\na,north,5.5,2,true\n'

/** Cases, rejected rows and everything else that a file gives. */
async function read(name: string, content: string | Uint8Array, options?: CaseOptions) {
  const found = await readText(name, content, rules, options)
  const cases = found.chunks.flatMap(({ columns, ids, rows }) =>
    Array.from({ length: columns.count }, (_, row) => ({
      id: ids[row],
      row: rows[row],
      ...factsAt(columns, rules, row),
    })),
  )
  return { ...found, cases }
}

/** Code and message of the fault that a file ends with. */
async function faultOf(name: string, content: string | Uint8Array, options?: CaseOptions) {
  try {
    await read(name, content, options)
  } catch (error) {
    if (error instanceof TableFault) return `${error.refusal.code}: ${error.message}`
    throw error
  }
  return 'none'
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe('text in any of the usual forms is read', () => {
  const wanted = [{ id: 'a', row: 1, zone: 'north', length: 5.5, fleet: 2, motor: true }]
  it.each([
    ['plain', 'cases.csv', good],
    ['with a byte order mark', 'cases.csv', `\uFEFF${good}`],
    ['in UTF-16', 'cases.csv', utf16(good)],
    ['in UTF-16, the other way round', 'cases.csv', utf16(good).swap16()],
    ['with Windows line ends', 'cases.csv', good.replaceAll('\n', '\r\n')],
    ['with semicolons', 'cases.csv', good.replaceAll(',', ';')],
    ['with tabs', 'cases.csv', good.replaceAll(',', '\t')],
    ['as tab-separated file', 'cases.tsv', good.replaceAll(',', '\t')],
    ['without a last line end', 'cases.csv', good.trimEnd()],
    ['with empty lines', 'cases.csv', good.replaceAll('\n', '\n\n')],
    ['with quotes and capitals', 'cases.csv', good.replace('north', '" North Shore "')],
    ['with true in capitals', 'cases.csv', good.replace('true', 'TRUE')],
    ['with an unread column', 'cases.csv', good.replace('id', '_x,id').replace('a,', 'z,a,')],
    ['as JSON', 'cases.jsonl', '{"id":"a","zone":"north","length":5.5,"fleet":2,"motor":true}'],
    [
      'as JSON in UTF-16',
      'cases.jsonl',
      utf16('\n{"id":"a","zone":"north","length":"5.5","fleet":2,"motor":"true"}\n\n'),
    ],
  ])('%s', async (_what, name, content) => {
    const { cases, rejected } = await read(name, content)
    expect(rejected).toEqual([])
    expect(cases).toEqual(wanted)
  })

  it('with nothing known where a cell is empty, and rows in a cell', async () => {
    const owners = '"[{""share"":50,""banned"":true},{""share"":2.5}]"'
    const { cases, missing } = await read('cases.csv', `zone,owners,motor\n,${owners},\nmarsh,[],`)
    expect(cases).toEqual([
      { id: 1, row: 1, owners: [{ share: 50, banned: true }, { share: 2.5 }] },
      { id: 2, row: 2, zone: 'marsh', owners: [] },
    ])
    expect(missing).toEqual(['length', 'fleet', 'rescue'])
  })

  it('with reasons why something is not known', async () => {
    const line = '{"zone":{"unknown":"declined"},"length":null,"owners":{"unknown":"notAsked"}}'
    const { cases, missing } = await read('cases.jsonl', line)
    expect(cases).toEqual([{ id: undefined, row: 1 }])
    expect(missing).toEqual(['fleet', 'motor', 'rescue'])
  })

  it('with columns passed through', async () => {
    const { chunks } = await read('cases.csv', 'zone,label,extra\nnorth,x,y\n', {
      keep: ['label', 'zone'],
      ignoreExtra: true,
    })
    expect(chunks[0]?.kept).toEqual([['x'], ['north']])
    const references = await read('cases.csv', 'zone,captain\nnorth,Ahab\n', {
      references: ['captain'],
    })
    expect(references.rejected).toEqual([])
  })
})

describe('a bad row is left out, with every reason and what it held', () => {
  it.each<[string, string, string, RegExp]>([
    ['an unknown member', 'zone', 'nrth', /zone is "nrth", which is no zone; use one of north/],
    ['text for a number', 'length', 'long', /length is "long", but must be a number in m/],
    ['NaN', 'length', 'NaN', /length is "NaN", but must be a number/],
    ['Infinity', 'length', 'Infinity', /but must be a number/],
    ['overflow', 'fleet', '9007199254740993', /within 2\^53-1/],
    ['out of bounds', 'length', '100.1', /between 0 and 100 m/],
    ['too precise', 'length', '5.55', /at most 1 decimal places/],
    ['no condition', 'motor', '1', /motor is "1", but must be true or false/],
    ['a long text', 'zone', 'x'.repeat(1_000_000), /a text of 1000000 characters/],
    ['a NUL in a value', 'zone', 'north\u0000', /which is no zone/],
    ['no list of rows', 'owners', '5;6', /owners is "5;6", but must be a JSON list of rows/],
    ['a broken list of rows', 'owners', '"[{""share"":"', /must be a JSON list of rows/],
    ['a row with a strange field', 'owners', '"[{""shar"":1}]"', /rows of owners have no "shar"/],
    ['too many rows', 'owners', `"[${Array(21).fill('{}').join(',')}]"`, /at most 20 are taken/],
  ])('%s', async (_what, column, value, message) => {
    const text = `id,${column}\na,\nb,${value}\nc,\n`
    const { cases, rejected } = await read('cases.csv', text)
    expect(cases.map(({ id, row }) => [id, row])).toEqual([
      ['a', 1],
      ['c', 3],
    ])
    expect(rejected).toHaveLength(1)
    expect(rejected[0]).toMatchObject({ row: 2, content: { id: 'b' } })
    expect(rejected[0]?.problems[0]?.message).toMatch(message)
    expect(rejected[0]?.problems[0]?.column).toContain(column)
  })

  it('several at once', async () => {
    const { rejected } = await read('cases.csv', 'zone,length,motor\nnrth,-1,maybe\n')
    expect(rejected[0]?.problems.map(({ column }) => column)).toEqual(['zone', 'length', 'motor'])
    expect(rejected[0]?.content).toEqual({ zone: 'nrth', length: '-1', motor: 'maybe' })
  })

  it('too few and too many fields', async () => {
    const { cases, rejected } = await read('cases.csv', 'zone,motor\nnorth\nsouth,true,5\nmarsh,\n')
    expect(cases.map(({ row }) => row)).toEqual([3])
    expect(rejected.map(({ row, content }) => [row, content])).toEqual([
      [1, ['north']],
      [2, ['south', 'true', '5']],
    ])
    expect(rejected[0]?.problems[0]?.message).toMatch(/1 fields, but the file has 2 columns/)
  })

  it('names in another encoding than UTF-8', async () => {
    const latin = Buffer.from('id,zone\nM\u00fcller,north\nMeier,north\n', 'latin1')
    const { cases, rejected } = await read('cases.csv', latin)
    expect(cases.map(({ id }) => id)).toEqual(['Meier'])
    expect(rejected[0]?.problems[0]?.message).toMatch(/bytes that are not UTF-8/)
  })

  it('lines that are no JSON objects, and names that are no facts', async () => {
    const lines = ['{"zone":"north"}', '{"zone":', '5', '{"zne":"north"}', '{"length":1e400}']
    const { cases, rejected } = await read('cases.jsonl', lines.join('\n'))
    expect(cases.map(({ row }) => row)).toEqual([1])
    expect(rejected.map(({ row }) => row)).toEqual([2, 3, 4, 5])
    expect(rejected.map(({ problems }) => problems[0]?.message)).toEqual([
      expect.stringMatching(/the line is not JSON/),
      expect.stringMatching(/no object of facts by name/),
      expect.stringMatching(/there is no fact "zne" in lake; did you mean zone/),
      expect.stringMatching(/length is Infinity/),
    ])
    expect(rejected.map(({ content }) => content)).toEqual([
      '{"zone":',
      '5',
      { zne: 'north' },
      { length: 'Infinity' },
    ])
  })

  it('numbers of Parquet that are none, and values of other kinds', async () => {
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'length', data: [5.5, Number.NaN, Infinity, 5.55, 1e300], type: 'DOUBLE' },
        { name: 'fleet', data: [2n, 2n, 2n, 2n, 2n ** 62n], type: 'INT64' },
        { name: 'zone', data: ['north', 'north', 'north', 'south', 'x'], type: 'STRING' },
        { name: 'motor', data: [1, 1, 1, 0, 1].map(Boolean), type: 'BOOLEAN' },
      ],
    })
    const { cases, rejected } = await read('cases.parquet', new Uint8Array(buffer))
    expect(cases).toEqual([{ id: 1, row: 1, zone: 'north', length: 5.5, fleet: 2, motor: true }])
    expect(rejected.map(({ problems }) => problems[0]?.message)).toEqual([
      expect.stringMatching(/length is NaN/),
      expect.stringMatching(/length is Infinity/),
      expect.stringMatching(/length is 5\.55, but m takes at most 1 decimal places/),
      expect.stringMatching(/zone is "x"/),
    ])
    expect(rejected[3]?.problems.map(({ column }) => column).sort()).toEqual([
      'fleet',
      'length',
      'zone',
    ])
    expect(rejected[3]?.content).toMatchObject({ fleet: '4611686018427387904' })
    const dates = parquetWriteBuffer({ columnData: [{ name: 'zone', data: [new Date(5)] }] })
    const found = await read('cases.parquet', new Uint8Array(dates))
    expect(found.rejected[0]?.problems[0]?.message).toMatch(/1970-01-01T00:00:00\.005Z/)
  })
})

describe('a bad file is refused as a whole', () => {
  it.each<[string, string, string | Uint8Array, RegExp]>([
    ['no format', 'cases.txt', good, /unknown-format: .*does not end in a format; name it \.csv/],
    ['no ending', 'cases', good, /unknown-format/],
    ['empty', 'cases.csv', '', /table\.empty: .*its first line should name the columns/],
    ['only spaces', 'cases.csv', ' \n \n', /table\.empty/],
    ['only a mark', 'cases.csv', '\uFEFF', /table\.empty/],
    ['empty Parquet', 'cases.parquet', '', /table\.empty/],
    ['a spreadsheet', 'cases.csv', 'PK\u0003\u0004more', /a spreadsheet or an archive: export/],
    ['compressed', 'cases.csv', gzipSync(good), /compressed \(gzip\): unpack it first/],
    ['Parquet named CSV', 'cases.csv', 'PAR1more', /is named \.csv, but is Parquet: name it so/],
    ['text named Parquet', 'cases.parquet', good, /cannot be read as Parquet/],
    ['text named Arrow', 'cases.arrow', good, /cannot be read as Arrow/],
    ['binary garbage', 'cases.csv', Buffer.from([1, 2, 0, 3]), /is not text: byte 3 is 0/],
    ['two columns of one name', 'cases.csv', 'zone,motor,zone\n', /two columns are named "zone"/],
    ['a column without a name', 'cases.csv', 'zone,,motor\n', /column 2 has no name/],
    [
      'an unknown column',
      'cases.csv',
      'zne,motor\n',
      /no fact of lake is named "zne"; did you mean/,
    ],
    [
      'many unknown columns',
      'cases.csv',
      Array.from({ length: 14 }, (_, at) => `q${at}`).join(','),
      /"q0", .*"q9" and 4 more\. Rename them, pass them through/,
    ],
    [
      'an open quotation mark',
      'cases.csv',
      `${good}b,"north,1,2,true\n`,
      /never closed, after row 1/,
    ],
    ['a list of objects', 'cases.jsonl', '', /none/],
  ])('%s', async (_what, name, content, message) => {
    expect(await faultOf(name, content)).toMatch(message)
  })

  it('without the columns that were asked for', async () => {
    expect(await faultOf('cases.csv', good, { id: 'key' })).toMatch(/has no column "key"/)
    expect(await faultOf('cases.csv', good, { keep: ['zome'] })).toMatch(/did you mean zone/)
  })

  it('that is not there, or a folder', async () => {
    await inFolder(async (pathOf) => {
      await expect(readCases(pathOf('absent.csv'), rules)).rejects.toThrow(/there is no such file/)
      await expect(readCases(pathOf('absent.parquet'), rules)).rejects.toThrow(/no such file/)
      await mkdir(pathOf('folder.csv'))
      await expect(readCases(pathOf('folder.csv'), rules)).rejects.toThrow(/is a folder/)
    })
  })

  it.each(['parquet', 'arrow'])('that is a cut off %s', async (format) => {
    await inFolder(async (pathOf) => {
      const path = pathOf(`cases.${format}`)
      await writeCases(path, rules, [randomColumns(rules, 500, seeded(1))])
      const whole = await readFile(path)
      for (const share of [0.01, 0.3, 0.7, 0.99]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share))
        await writeFile(path, cut)
        await expect(readCases(path, rules)).rejects.toThrow(/cut off or altered/)
      }
    })
  })
})
