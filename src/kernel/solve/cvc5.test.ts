import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findCvc5 } from './cvc5.ts'

const text = `(set-logic QF_LIA)
(declare-const x Int)
(push 1)(assert (< x 3 x))(check-sat)(pop 1)
(push 1)(assert (< 3 x))(check-sat)(pop 1)
`
const folder = mkdtempSync(join(tmpdir(), 'proviso-cvc5-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that acts as a solver would: for what no real one does on demand. */
function standIn(name: string, body: string): string {
  const file = join(folder, name)
  const version = `if (process.argv[2] === '--version') {
    console.log('This is cvc5 version 0.0.0'); process.exit(0) }`
  writeFileSync(file, `#!${process.execPath}\n${version}\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}

describe('a second solver', () => {
  let slow = ''
  let broken = ''
  beforeAll(() => {
    slow = standIn('slow', `console.log('unsat'); setTimeout(() => {}, 60_000)`)
    broken = standIn('broken', `process.exit(3)`)
  })

  it('is none where it is not installed', async () => {
    expect(await findCvc5('no-such-solver')).toBeUndefined()
  })

  it('answers every check of a text, where it is installed', async () => {
    const cvc5 = await findCvc5()
    if (!cvc5) return expect(cvc5).toBeUndefined()
    expect(cvc5.version).toMatch(/^cvc5 \d/)
    expect(await cvc5.check(text, { milliseconds: 20_000 })).toEqual(['unsat', 'sat'])
  })

  it('leaves unanswered what it has no time for', async () => {
    const solver = await findCvc5(slow)
    const answers = await solver?.check(text, { milliseconds: 400 })
    expect(answers).toEqual(['unsat', 'unknown'])
  })

  it('leaves everything unanswered when it fails or is canceled', async () => {
    const failed = await findCvc5(broken)
    expect(await failed?.check(text, { milliseconds: 5000 })).toEqual(['unknown', 'unknown'])
    const control = new AbortController()
    const waiting = (await findCvc5(slow))?.check(text, {
      milliseconds: 30_000,
      signal: control.signal,
    })
    control.abort()
    expect(await waiting).toEqual(['unknown', 'unknown'])
  })
})
