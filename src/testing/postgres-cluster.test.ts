import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { programFolder } from './postgres-cluster.ts'

function folders(...names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'proviso-programs-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const name of names) {
    mkdirSync(join(root, name), { recursive: true })
    for (const program of ['initdb', 'pg_ctl']) writeFileSync(join(root, name, program), '')
  }
  return root
}

test('PostgreSQL is found in PATH first, else the newest that Debian installed', () => {
  const debian = folders('9/bin', '15/bin')
  const path = ['', join(debian, 'nothing'), folders('bin')].join(delimiter)
  expect(programFolder(path, debian)).toBe(join(debian, '15', 'bin'))
  const own = join(folders('bin'), 'bin')
  expect(programFolder([path, own].join(delimiter), debian)).toBe(own)
})

test('without PostgreSQL the package to install is named', () => {
  expect(() => programFolder('', join(folders(), 'none'))).toThrow('Debian package "postgresql"')
})
