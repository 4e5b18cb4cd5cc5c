import { describe, expect, test } from 'vitest'
import { tidyFile } from './tidy-rules.ts'

// Put together here, because tidy reads this file too.
const machinePath = ['', 'work', 'main'].join('/')
const verdict = ['you', 'are', 'clear'].join(' ')
const later = ['TO', 'DO'].join('')

function messages(file: string, text: string): string[] {
  return tidyFile(file, Buffer.from(text)).map((finding) => `${finding.line}: ${finding.message}`)
}

describe('tidy refuses', () => {
  test.each([
    ['the path of one computer', 'README.md', `see ${machinePath}`],
    ['a verdict that the law does not give', 'src/web/outcome.tsx', `<p>Yes, ${verdict}</p>`],
    ['work left for later', 'src/kernel/x.ts', `// ${later}: finish`],
    ['a registry address', '.npmrc', `registry=https://${'registry'}.example.org/npm/`],
    [
      'addresses in the lockfile',
      'package-lock.json',
      `  "resolved": ${'"https:'}//a.example/x.tgz"`,
    ],
    ['an open merge', 'docs/a.md', `${'<'.repeat(7)} HEAD`],
    [
      'a silenced lint rule without a reason',
      'src/a.ts',
      `// ${'eslint'}-disable-next-line no-console`,
    ],
    ['a focused test', 'src/a.test.ts', `test.${'only'}('x', () => {})`],
    ['a file name in another case', 'src/web/CaseList.tsx', 'export const x = 1'],
    ['a large file', 'docs/picture.svg', 'x'.repeat(300_001)],
  ])('%s', (_name, file, text) => {
    expect(messages(file, text)).toHaveLength(1)
  })
})

test('names the line and what to write instead', () => {
  expect(messages('a.md', `fine\n${machinePath}/x`)).toEqual([
    '2: "/' + 'work/": a path of one computer: use a relative path, or os.tmpdir() in code',
  ])
})

describe('tidy accepts', () => {
  test.each([
    [
      'addresses that contain the same words',
      'README.md',
      'https://example.gov/work/rule and ../work/x',
    ],
    [
      'a line that says why',
      'docs/a.md',
      `never say "${verdict}" (tidy-allow: quotes what we refuse)`,
    ],
    [
      'a reason after the dashes',
      'src/a.ts',
      `// ${'eslint'}-disable-next-line no-console -- the CLI prints`,
    ],
    ['documents named for readers', 'README.md', 'text'],
    ['words inside a picture', 'docs/a.png', `\0${verdict}`],
    ['dates and dots in names', 'src/programs/chip-exports/rules/bis-2023-11.test.ts', ''],
  ])('%s', (_name, file, text) => {
    expect(messages(file, text)).toEqual([])
  })
})
