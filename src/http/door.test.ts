import { describe, expect, it } from 'vitest'
import { checkOrigin } from './origin.ts'
import { rateLimit } from './rate-limit.ts'

describe('checkOrigin', () => {
  const publicOrigin = 'https://permits.example'
  const host = 'permits.example'
  it.each([
    ['the pages of this server', { origin: publicOrigin, host, hasSession: true }, true],
    [
      'the same pages under another name',
      { origin: 'http://localhost:8080', host: 'localhost:8080', hasSession: true },
      true,
    ],
    ['a program with its own key', { origin: undefined, host, hasSession: false }, true],
    ['a session without an origin', { origin: undefined, host, hasSession: true }, false],
    ['another site', { origin: 'https://evil.example', host, hasSession: true }, false],
    [
      'another site without a session',
      { origin: 'https://evil.example', host, hasSession: false },
      false,
    ],
    ['an opaque origin', { origin: 'null', host: undefined, hasSession: false }, false],
    ['a look-alike', { origin: 'https://permits.example.evil', host, hasSession: true }, false],
  ])('%s', (_, asked, admitted) => {
    expect(checkOrigin({ ...asked, publicOrigin }).ok).toBe(admitted)
  })
})

describe('rateLimit', () => {
  it('admits so many a minute and key, and says how long to wait', () => {
    const limit = rateLimit(2)
    expect([limit.take('a', 0), limit.take('a', 1000), limit.take('a', 15_000)]).toEqual([0, 0, 45])
    expect(limit.take('b', 15_000)).toBe(0)
    expect(limit.take('a', 60_000)).toBe(0)
  })

  it('keeps its memory bounded when addresses are made up', () => {
    const limit = rateLimit(1)
    for (let index = 0; index < 50_000; index += 1) expect(limit.take(`${index}`, 0)).toBe(0)
  })
})
