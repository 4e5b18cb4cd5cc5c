import { describe, expect, it } from 'vitest'
import { lakeProgram } from '../testing/lake-program.ts'
import type { LogEntry } from './log.ts'
import { createServer } from './server.ts'

const context = {
  programs: [lakeProgram],
  clock: () => '2025-06-01T12:00:00.000Z',
  version: '0.0.0-test',
}
const server = createServer({ context, publicOrigin: 'http://localhost' })
const { example } = lakeProgram

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  server.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

async function json(response: Response | Promise<Response>): Promise<Record<string, unknown>> {
  return (await (await response).json()) as Record<string, unknown>
}

describe('programs', () => {
  it('are listed with the readings they offer', async () => {
    const response = await server.request('/api/programs')
    expect(response.status).toBe(200)
    expect(await json(response)).toMatchObject({
      programs: [{ id: 'lake', modes: [{ mode: 'text' }, {}], firstDay: '2020-01-01' }],
    })
  })

  it('are described with their facts, parameters and worked cases', async () => {
    const program = await json(server.request('/api/programs/lake'))
    expect(program).toMatchObject({ id: 'lake', rulesHash: lakeProgram.rules.hash, references: [] })
    expect(program['facts']).toHaveLength(5)
    expect(program['cases']).toMatchObject([{ id: 'two-boats', expect: { outcome: 'allowed' } }])
  })

  it('that do not exist are refused with the nearest name', async () => {
    const response = await server.request('/api/programs/lak')
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch('application/problem+json')
    expect(await json(response)).toMatchObject({
      type: 'urn:proviso:problem:input.unknown-program',
      status: 404,
      code: 'input.unknown-program',
      detail: 'there is no program "lak"; did you mean lake',
      example: 'lake',
    })
  })
})

describe('decide', () => {
  it('gives a determination as of today when no day is stated', async () => {
    const response = await post('/api/programs/lake/decide', { facts: example })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await json(response)).toMatchObject({
      asOf: '2025-06-01',
      mode: 'text',
      outcome: { verdict: { kind: 'value', value: 'allowed' } },
      statement: expect.stringMatching(/^On these facts, .*, as of 2025-06-01/) as string,
    })
  })

  it('reads the law of the day, the mode and the assumed parameters', async () => {
    const body = {
      facts: { ...example, zone: 'marsh', motor: false },
      asOf: '2025-02-01',
      mode: 'proposal:marsh',
      parameters: { marshLimit: 8 },
    }
    expect(await json(post('/api/programs/lake/decide', body))).toMatchObject({
      assumedParameters: { marshLimit: '8' },
      outcome: { verdict: { value: 'refused' } },
    })
  })

  it('names every problem with the facts at once', async () => {
    const response = await post('/api/programs/lake/decide', {
      facts: { lenght: 3, motor: 'yes', fleet: -1 },
    })
    expect(response.status).toBe(400)
    const problem = await json(response)
    expect(problem['problems']).toHaveLength(3)
    expect(problem).toMatchObject({ field: 'fleet', example: expect.anything() as unknown })
  })

  it.each([
    [{ mode: 'proposal:none' }, 'rules.unknown-mode', /text, enforced, proposal:marsh/],
    [{ asOf: '2019-01-01' }, 'rules.none-in-force', /earliest begins 2020-01-01/],
    [{ asOf: '2025-02-30' }, 'rules.bad-date', /not a calendar date/],
    [{ parameters: { limit: 3 } }, 'input.unknown-parameter', /lengthLimit, marshLimit/],
    [{ asof: '2025-01-01' }, 'input.unknown-member', /did you mean asOf/],
    [{ mode: 7 }, 'input.wrong-type', /mode must be text/],
    [{ program: 'lake' }, 'input.unknown-member', /stated in the address/],
  ])('refuses %j', async (more, code, detail) => {
    const response = await post('/api/programs/lake/decide', { facts: example, ...more })
    expect(response.status).toBe(400)
    const problem = await json(response)
    expect(problem['code']).toBe(code)
    expect(problem['detail']).toMatch(detail)
  })

  it('says that facts are missing, with an example', async () => {
    expect(await json(post('/api/programs/lake/decide', {}))).toMatchObject({
      code: 'input.missing',
      field: 'facts',
      detail: 'facts is missing',
      example: expect.objectContaining({}) as unknown,
    })
  })
})

describe('interview', () => {
  it('asks the next question', async () => {
    const body = { facts: { zone: 'north', length: 5 } }
    const step = await json(post('/api/programs/lake/interview', body))
    expect(step).toMatchObject({
      determination: { outcome: { verdict: { kind: 'undetermined' } } },
      interview: { settled: false, next: { ask: { kind: 'fact', fact: { name: 'fleet' } } } },
    })
  })
})

describe('compare', () => {
  it('lays readings side by side', async () => {
    const readings = [{ mode: 'text' }, { mode: 'proposal:marsh', parameters: { marshLimit: 8 } }]
    const facts = { ...example, zone: 'marsh', motor: false }
    const comparison = await json(post('/api/programs/lake/compare', { facts, readings }))
    expect(comparison).toMatchObject({
      lines: [{ name: 'outcome', labels: ['Allowed', 'Refused'], same: false }, {}, {}],
    })
  })

  it('needs two readings', async () => {
    const response = await post('/api/programs/lake/compare', {
      facts: example,
      readings: [{ mode: 'text' }],
    })
    expect(await json(response)).toMatchObject({ code: 'input.wrong-type', field: 'readings' })
  })
})

describe('the door', () => {
  it('names line and column of broken JSON', async () => {
    const response = await post('/api/programs/lake/decide', '{\n  "facts": {]\n}')
    expect(response.status).toBe(400)
    expect(await json(response)).toMatchObject({
      code: 'input.malformed',
      detail: expect.stringMatching(/at line 2, column 13: /) as string,
    })
  })

  it('refuses other content types and bodies that are no object', async () => {
    const yaml = await post('/api/programs/lake/decide', 'a: 1', { 'content-type': 'text/yaml' })
    expect(yaml.status).toBe(415)
    expect(await json(yaml)).toMatchObject({ example: 'application/json' })
    expect((await post('/api/programs/lake/decide', '[]')).status).toBe(400)
  })

  it('refuses a body over a megabyte, stated or streamed', async () => {
    const large = 'x'.repeat(1_000_001)
    expect((await post('/api/programs/lake/decide', large)).status).toBe(413)
    const chunk = new TextEncoder().encode('x'.repeat(100_000))
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 200) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit
    const response = await server.request('/api/programs/lake/decide', init)
    expect(response.status).toBe(413)
    // It stopped reading soon after the limit, not at the end.
    expect(sent).toBeLessThan(20)
  })

  it('refuses what has no route, and says which methods a route takes', async () => {
    const unknown = await server.request('/api/nothing')
    expect(unknown.status).toBe(404)
    expect(await json(unknown)).toMatchObject({ code: 'route.not-found' })
    const wrong = await server.request('/api/programs', { method: 'POST' })
    expect(wrong.status).toBe(405)
    expect(wrong.headers.get('allow')).toBe('GET')
  })

  it('refuses unknown and repeated members of the query', async () => {
    expect(await json(server.request('/api/programs?sort=up'))).toMatchObject({
      code: 'input.unknown-member',
      field: 'sort',
    })
    const twice = await server.request('/api/programs?a=1&a=2')
    expect(await json(twice)).toMatchObject({ code: 'input.contradiction', field: 'a' })
  })

  it('sends the protective headers with everything', async () => {
    const { headers } = await server.request('/api/programs')
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('hides what failed inside from clients and logs it without bodies', async () => {
    const log: LogEntry[] = []
    const broken = { ...lakeProgram, rules: undefined as never }
    const failing = createServer({
      context: { ...context, programs: [broken] },
      publicOrigin: 'http://localhost',
      log: (entry) => log.push(entry),
    })
    const response = await failing.request('/api/programs')
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({
      code: 'service.fault',
      title: 'Something failed inside; nothing was changed',
    })
    expect(text).not.toMatch(/rules|undefined|\.ts/)
    expect(log).toMatchObject([{ method: 'GET', path: '/api/programs', status: 500 }])
    expect(log[0]?.fault).toMatch(/TypeError/)
  })
})
