import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const proviso = fileURLToPath(new URL('../../bin/proviso.mjs', import.meta.url))

/** Runs the real command as its own process. */
function spawned(input: string, ...args: string[]) {
  return new Promise<{ exitCode: number; out: string; err: string }>((resolve) => {
    const child = execFile(process.execPath, [proviso, ...args], (error, out, err) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
    child.stdin?.end(input)
  })
}

describe('the command as a process', () => {
  it('classifies a chip of the table', async () => {
    const { exitCode, out, err } = await spawned('', 'classify', 'H20 SXM')
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' })
    expect(out).toMatch(/^TPP 2368, performance density 2\.91 -> not 3A090/)
    expect(out).toMatch(/^under proposal inference-chips -> 3A090\.a$/m)
  })

  it('reads a case from standard input and tells that facts are missing', async () => {
    const facts = '{"chip":"H100 SXM","quantity":1700,"destination":"MY"}'
    const args = ['decide', 'chip-exports', '-', '--mode', 'text', '--json']
    const { exitCode, out } = await spawned(facts, ...args)
    expect(exitCode).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      program: 'chip-exports',
      mode: 'text',
      facts: { chip: 'H100 SXM', quantity: '1700', destination: 'MY' },
    })
  })

  it('refuses an endless input without reading all of it', async () => {
    const { exitCode, err } = await spawned('x'.repeat(1_100_000), 'decide', 'chip-exports', '-')
    expect(exitCode).toBe(2)
    expect(err).toMatch(/standard input is larger than 1000000 bytes/)
  })
})
