import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lakeProgram } from '../testing/lake-program.ts'
import type { Listening } from './listen.ts'
import { listen } from './listen.ts'
import { createServer } from './server.ts'

let server: Listening
const app = createServer({
  context: { programs: [lakeProgram], clock: () => '2025-06-01T12:00:00.000Z', version: '1' },
  publicOrigin: 'http://localhost',
})

beforeAll(async () => {
  server = await listen(0, '127.0.0.1', () => app)
})
afterAll(() => server.close())

/** Sends a request head by hand and gives the first line of the answer, as soon as it comes. */
function firstLine(head: string, body: () => Buffer | undefined): Promise<[string, number]> {
  return new Promise((resolve, reject) => {
    let sent = 0
    const socket = connect(server.port, '127.0.0.1')
    const send = (): void => {
      for (let more = body(); more !== undefined; more = body()) {
        sent += more.length
        if (!socket.write(more)) return
      }
    }
    socket.on('connect', () => {
      socket.write(head)
      send()
    })
    socket.on('drain', send)
    socket.once('data', (data) => {
      resolve([data.toString().split('\r\n')[0] ?? '', sent])
      socket.destroy()
    })
    socket.on('error', reject)
  })
}

const megabytes = (count: number) => {
  let left = count
  return () => (left-- > 0 ? Buffer.alloc(1_000_000, 'x') : undefined)
}
const path = 'POST /api/programs/lake/decide HTTP/1.1\r\nhost: localhost\r\n'

describe('the listening server', () => {
  it('answers a request', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/health`)
    expect(await response.json()).toEqual({ ok: true, version: '1' })
  })

  it('refuses 20 MB by their stated length, before they arrive', async () => {
    const head = `${path}content-type: application/json\r\ncontent-length: 20000000\r\n\r\n`
    const [line, sent] = await firstLine(head, () => undefined)
    expect(line).toBe('HTTP/1.1 413 Payload Too Large')
    expect(sent).toBe(0)
  })

  it('refuses 20 MB sent in pieces', async () => {
    const head = `${path}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`
    const next = megabytes(20)
    const [line] = await firstLine(head, () => {
      const bytes = next()
      return bytes && Buffer.concat([Buffer.from('f4240\r\n'), bytes, Buffer.from('\r\n')])
    })
    expect(line).toBe('HTTP/1.1 413 Payload Too Large')
  })

  it('says why it cannot listen', async () => {
    await expect(listen(server.port, '127.0.0.1', () => app)).rejects.toThrow(/EADDRINUSE/)
  })
})
