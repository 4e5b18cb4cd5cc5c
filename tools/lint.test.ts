import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import { root } from './run.ts'

const eslint = new ESLint({ cwd: root })

async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: `${root}/${file}` })
  return (result?.messages ?? []).map((message) => message.ruleId)
}

// Rules that need types look the file up in the project, so the text stands in for a real file.
const anywhere = 'tools/run.ts'
const pure = 'src/kernel/example.mjs'

describe('lint refuses', () => {
  test.each([
    ['no-floating-promises', anywhere, 'Promise.resolve(1)'],
    ['no-misused-promises', anywhere, 'if (Promise.resolve(false)) process.exitCode = 1'],
    ['no-explicit-any', anywhere, 'export const x: any = 1'],
    ['consistent-type-imports', anywhere, `import { Stats } from 'node:fs'\nexport type X = Stats`],
    [
      'switch-exhaustiveness-check',
      anywhere,
      `export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1 } return 2 }`,
    ],
    ['no-restricted-syntax', anywhere, 'export default 1'],
    ['max-lines', anywhere, 'export {}\n'.repeat(401)],
    ['max-lines-per-function', anywhere, `export function f() {${'\n'.repeat(70)}}`],
    ['no-console', pure, `console.log('x')`],
    ['no-restricted-properties', pure, 'export const now = Date.now()'],
    ['no-restricted-properties', pure, 'export const x = Math.random()'],
    ['no-restricted-syntax', pure, 'export const now = new Date()'],
    ['no-restricted-imports', pure, `import { randomUUID } from 'node:crypto'\nrandomUUID()`],
  ])('%s in %s', async (rule, file, text) => {
    const rules = (await broken(file, text)).map((id) => id?.replace('@typescript-eslint/', ''))
    expect(rules).toContain(rule)
  })
})

test('lint accepts a date that is given', async () => {
  expect(await broken(pure, `export const start = new Date('2023-11-17')`)).toEqual([])
})
