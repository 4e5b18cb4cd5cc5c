import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Context } from '../app/context.ts'
import { operations } from '../app/operations/all.ts'
import { boundOf } from '../http/bound.ts'
import { openApi } from '../http/openapi.ts'
import { createServer } from '../http/server.ts'
import type { Signer } from '../kernel/record/note.ts'
import { signerFromSeed } from '../kernel/record/note.ts'
import type { Store } from '../kernel/store/store.ts'
import { answerErrors } from './openapi-answers.ts'
import { openApiStructure } from './openapi-structure.ts'

const publicOrigin = 'http://localhost'
const document = openApiStructure.parse(openApi(boundOf(operations), '1', publicOrigin))

/** The key that records of tests are signed with. */
export const testSigner: Signer = signerFromSeed('test.example/record', new Uint8Array(32).fill(3))

/** A clock that stands still until it is told to go on. */
export function stillClock(start: string): { now: () => string; pass: (hours: number) => void } {
  let at = Date.parse(start)
  return {
    now: () => new Date(at).toISOString(),
    pass: (hours) => {
      at += hours * 3_600_000
    },
  }
}

/** Bytes that look random and are the same in every run. */
export function countedRandom(seed = 'random'): (bytes: number) => string {
  let count = 0
  return (bytes) => {
    count += 1
    return bytesToHex(sha256(utf8ToBytes(`${seed} ${count}`))).slice(0, bytes * 2)
  }
}

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD'
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}
export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Record<string, unknown>
}

/** The HTTP surface of an installation on a store, to be asked without a network. */
export function installation(
  programs: Context['programs'],
  store: Store,
  more: { clock?: () => string; signer?: Signer; writesPerMinute?: number } = {},
) {
  const { clock = () => '2026-11-23T12:00:00.000Z', signer = testSigner } = more
  const deployment = { store, signer, random: countedRandom(), publicOrigin }
  const context: Context = { programs, clock, version: '0.0.0-test', deployment }
  const limited =
    more.writesPerMinute === undefined ? {} : { writesPerMinute: more.writesPerMinute }
  const server = createServer({ context, publicOrigin, ...limited })
  const ask = async (path: string, asked: Asked = {}): Promise<Answered> => {
    const { method = asked.body === undefined ? 'GET' : 'POST', body, key, headers } = asked
    const response = await server.request(path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = text !== '' && /json/.test(response.headers.get('content-type') ?? '')
    const read = (isJson ? JSON.parse(text) : { text }) as Record<string, unknown>
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const [bare = ''] = path.split('?')
    const answer = { method, path: bare, status: response.status, type, body: read }
    // Every answer of every test is held against the document that describes it.
    const errors = answerErrors(document, answer)
    if (errors !== '') throw new Error(errors)
    return { status: response.status, headers: response.headers, body: read }
  }
  return { ask, context, deployment, server }
}
