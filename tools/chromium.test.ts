import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chromiumPath } from '../e2e/chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-chromium-'))
const program = join(folder, 'chromium')
writeFileSync(program, '', { mode: 0o755 })
writeFileSync(join(folder, 'text'), '', { mode: 0o644 })

afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('finds the browser on PATH', () => {
  const PATH = ['/nowhere', folder].join(delimiter)
  expect(chromiumPath({ PATH })).toEqual({ ok: true, path: program })
})

test('prefers the browser that the caller names', () => {
  expect(chromiumPath({ PATH: '', PROVISO_CHROMIUM: program })).toEqual({ ok: true, path: program })
})

test('says what is missing and how to get it', () => {
  expect(chromiumPath({ PATH: '/nowhere' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('apt-get install chromium') as string,
  })
})

test('refuses a named file that cannot run', () => {
  const PROVISO_CHROMIUM = join(folder, 'text')
  expect(chromiumPath({ PATH: folder, PROVISO_CHROMIUM })).toMatchObject({ ok: false })
})
