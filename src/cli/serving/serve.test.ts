import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { signingKeyText } from '../../app/serving/signing-key.ts'
import { mooringProgram } from '../../testing/mooring-program.ts'
import type { Ending } from '../run.ts'
import { run } from '../run.ts'

const folder = mkdtempSync(join(tmpdir(), 'proviso-serve-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Served {
  readonly url: string
  readonly printed: string
  readonly stop: () => Promise<Ending>
}

/** Runs a command line until it ends or listens. */
function start(args: readonly string[], environment: Record<string, string> = {}) {
  let interrupt = (): void => undefined
  const interrupted = new Promise<void>((resolve) => {
    interrupt = resolve
  })
  let printed = ''
  return new Promise<Ending | Served>((resolve, reject) => {
    const ending = run(args, {
      context: {
        programs: [mooringProgram],
        clock: () => '2025-06-01T12:00:00.000Z',
        version: '1.2.3',
      },
      read: () => Promise.reject(new Error('no file is read')),
      exists: () => false,
      environment,
      print: (line) => {
        printed += `${line}\n`
        const url = /listening on (\S+)/.exec(line)?.[1]
        const stop = (): Promise<Ending> => {
          interrupt()
          return ending
        }
        if (url !== undefined) resolve({ url, printed, stop })
      },
      interrupted: () => interrupted,
    })
    ending.then(resolve, reject)
  })
}

async function serve(environment: Record<string, string> = {}): Promise<Served> {
  const started = await start(['serve', '--port', '0', '--data', data], environment)
  if (!('url' in started)) throw new Error(started.err)
  return started
}

async function decideCase(url: string): Promise<number> {
  const send = (path: string, body: object, key = '') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    })
  const opened = (await (
    await send('/api/cases', { program: 'lake', facts: mooringProgram.example })
  ).json()) as { case: { id: string }; caseKey: string }
  const path = `/api/cases/${opened.case.id}/decide`
  return (await send(path, { expectedVersion: 2 }, opened.caseKey)).status
}

describe('proviso serve', () => {
  it('makes key, database and link at the first start, and goes on with them at the next', async () => {
    const first = await serve()
    const link = /administrator[\s\S]*?(https?:\/\/\S+)/.exec(first.printed)?.[1] ?? ''
    expect(link).toMatch(new RegExp(`^${first.url}/sign-in\\?token=[0-9a-f]{64}$`))
    expect((await fetch(link, { redirect: 'manual' })).status).toBe(303)
    expect(await decideCase(first.url)).toBe(200)
    const keyFile = join(data, 'signing-key')
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const key = readFileSync(keyFile, 'utf8')

    const busy = await start(['admin-link', '--data', data])
    expect(busy).toMatchObject({ err: expect.stringMatching(/in use by process/) as string })
    expect(await first.stop()).toMatchObject({ exitCode: 0, err: '' })

    const second = await serve()
    expect(second.printed).not.toContain('sign-in')
    expect(readFileSync(keyFile, 'utf8')).toBe(key)
    const record = (await (await fetch(`${second.url}/api/record`)).json()) as object
    expect(record).toMatchObject({ size: 1 })
    await second.stop()
    await expect(fetch(second.url)).rejects.toThrow()

    const other = signingKeyText('other', new Uint8Array(32))
    const refused = await start(['serve', '--port', '0', '--data', data], {
      PROVISO_SIGNING_KEY: other,
    })
    expect(refused).toMatchObject({ exitCode: 2 })
    expect(refused).toMatchObject({
      err: expect.stringMatching(/start with the key that it\s+began with/) as string,
    })

    const fresh = await start(['admin-link', '--data', data, '--origin', 'https://a.example'])
    expect(fresh).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^https:\/\/a\.example\/sign-in\?token=[0-9a-f]{64}\n$/) as string,
    })
  }, 120_000)

  it.each([
    [['--port', '99999'], {}, /no number from 0 to 65535/],
    [[], { PORT: 'http' }, /the port "http" is no number/],
    [['--origin', 'permits.example'], {}, /no http or https address/],
    [['--origin', 'https://permits.example/a'], {}, /no http or https address/],
    [[], { PROVISO_SIGNING_KEY: 'x' }, /PRIVATE\+KEY\+name\+id\+base64/],
    [[], { DATABASE_URL: 'postgres://127.0.0.1:1/x' }, /DATABASE_URL cannot be opened/],
  ])('is refused with %j and %j', async (options, environment, message) => {
    const args = ['serve', '--data', join(folder, 'other'), ...options]
    const refused = (await start(args, environment)) as Ending
    expect(refused.exitCode).not.toBe(0)
    expect(refused.err.replaceAll(/\n +/g, ' ')).toMatch(message)
  })
})
