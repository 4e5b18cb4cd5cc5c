import { createAdaptorServer } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Hono } from 'hono'
import type { Env } from './door.ts'

export interface Listening {
  /** The port that was given, or found free when 0 was asked for. */
  readonly port: number
  /** Takes no more requests and resolves when those under way are answered. */
  readonly close: () => Promise<void>
}

type FetchCallback = Parameters<typeof createAdaptorServer>[0]['fetch']

/** How long requests under way may take once the server is asked to end. */
const drainMilliseconds = 5_000

/**
 * Starts listening, then makes the application for the port that was found: no request comes in
 * between. Rejects with the system's reason when the address cannot be had.
 */
export function listen(
  port: number,
  hostname: string,
  make: (port: number) => Hono<Env>,
): Promise<Listening> {
  const serverOptions = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 }
  let app: Hono<Env> | undefined
  const fetch: FetchCallback = (request, env) => app?.fetch(request, env)
  const server = createAdaptorServer({ fetch, serverOptions }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, hostname, () => {
      server.off('error', reject)
      const { port: found } = server.address() as AddressInfo
      app = make(found)
      resolve({ port: found, close: () => close(server) })
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
