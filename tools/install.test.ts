import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isInstalled, nodeProblem, ready } from './install.mjs'
import { root } from './run.ts'

describe('the Node.js version', () => {
  test.each(['18.20.0', '20.18.3'])(
    '%s is too old, and the message says what is needed',
    (version) => {
      expect(nodeProblem(root, version)).toContain(`needs Node.js >=20.19; this is ${version}`)
    },
  )

  test.each(['20.19.0', '22.0.0', '24.1.0'])('%s will do', (version) => {
    expect(nodeProblem(root, version)).toBeUndefined()
  })
})

describe('whether the dependencies are installed', () => {
  const wanted = {
    '': { name: 'proviso' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  }

  function installedWith(found: object | undefined): boolean {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-install-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }))
    if (found !== undefined) {
      mkdirSync(join(folder, 'node_modules'))
      const record = join(folder, 'node_modules/.package-lock.json')
      writeFileSync(record, JSON.stringify({ packages: found }))
    }
    return isInstalled(folder)
  }

  test.each([
    ['no node_modules', undefined, false],
    ['a package is missing', {}, false],
    ['another version is there', { 'node_modules/a': { version: '0.9.0' } }, false],
    ['all but what other systems need', { 'node_modules/a': { version: '1.0.0' } }, true],
  ])('%s', (_name, found, expected) => {
    expect(installedWith(found)).toBe(expected)
  })
})

describe('making ready', () => {
  test('a project that is installed is ready', () => {
    expect(ready(root)).toBeUndefined()
  })

  test('a Node.js that is too old is told so before anything is installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proviso-ready-'))
    onTestFinished(() => {
      rmSync(folder, { recursive: true })
    })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ engines: { node: '>=99.0' } }))
    expect(ready(folder)).toContain('needs Node.js >=99.0')
    expect(existsSync(join(folder, 'node_modules'))).toBe(false)
  })
})
