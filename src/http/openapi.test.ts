import { describe, expect, it } from 'vitest'
import { operations } from '../app/operations/all.ts'
import { invoke } from '../app/operation.ts'
import { lakeProgram } from '../testing/lake-program.ts'
import { answerErrors, schemaErrors } from '../testing/openapi-answers.ts'
import type { OpenApiDocument } from '../testing/openapi-structure.ts'
import { openApiDefects } from '../testing/openapi-structure.ts'
import { boundOf } from './bound.ts'
import { openApi } from './openapi.ts'
import { routes } from './routes.ts'
import { createServer } from './server.ts'

const bound = boundOf(operations)
const document = openApi(bound, '1.0.0', 'http://localhost:8080') as unknown as OpenApiDocument
const { schemas } = document.components

const errorsOf = (schema: object, value: unknown): string => schemaErrors(document, schema, value)

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', () => {
    expect(openApiDefects(document)).toEqual([])
  })

  it.each([
    ['an unknown member', { ...document, swagger: '2.0' }],
    ['a wrong version', { ...document, openapi: '3.0.3' }],
    [
      'a reference to nowhere',
      { ...document, components: { ...document.components, schemas: {} } },
    ],
    [
      'a path parameter that the path does not have',
      { ...document, paths: { '/api/lakes': document.paths['/api/programs/{program}'] } },
    ],
    [
      'two operations of one name',
      { ...document, paths: { ...document.paths, '/api/again': document.paths['/api/health'] } },
    ],
  ])('would not pass with %s', (_, broken) => {
    expect(openApiDefects(broken)).not.toEqual([])
  })

  it('has every operation that has a route, and every route has an operation', () => {
    const documented = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    )
    expect(documented.sort()).toEqual(Object.keys(routes).sort())
  })

  it('has schemas that a JSON Schema 2020-12 validator compiles', () => {
    for (const [name, schema] of Object.entries(schemas)) {
      expect(() => errorsOf(schema as object, null), name).not.toThrow()
    }
  })

  it('shows examples that its own schemas accept', () => {
    for (const [path, item] of Object.entries(document.paths)) {
      for (const [method, { requestBody }] of Object.entries(item)) {
        const body = requestBody?.content['application/json']
        if (body)
          expect(errorsOf(body.schema as object, body.example), `${method} ${path}`).toBe('')
      }
    }
  })

  it('describes what is really answered', async () => {
    const server = createServer({
      context: { programs: [lakeProgram], clock: () => '2025-06-01T12:00:00.000Z', version: '1' },
      publicOrigin: 'http://localhost',
    })
    const facts = { zone: 'marsh', length: 5, owners: [{ share: 49, banned: true }, { share: 1 }] }
    const bodies: Readonly<Record<string, unknown>> = {
      decide: { facts },
      interview: { facts },
      compare: { facts, readings: [{ mode: 'text' }, { mode: 'proposal:marsh' }] },
    }
    for (const name of ['programs', 'program', 'decide', 'interview', 'compare', 'health']) {
      const route = routes[name]
      const body = bodies[name]
      const path = route?.path.replace('{program}', 'lake') ?? ''
      const init = {
        method: route?.method ?? 'GET',
        headers: { 'content-type': 'application/json' },
      }
      const request = body === undefined ? init : { ...init, body: JSON.stringify(body) }
      const answer: unknown = await (await server.request(path, request)).json()
      const described = Object.values(document.paths[route?.path ?? ''] ?? {}).at(0)
      const schema = described?.responses['200']?.content?.['application/json']?.schema
      expect(errorsOf(schema as object, answer), name).toBe('')
      expect(errorsOf(schema as object, { unheard: 1 }), name).not.toBe('')
    }
  })

  it('describes refusals', async () => {
    const server = createServer({
      context: { programs: [lakeProgram], clock: () => '2025-06-01T12:00:00.000Z', version: '1' },
      publicOrigin: 'http://localhost',
    })
    const problem: unknown = await (await server.request('/api/programs/none')).json()
    expect(errorsOf(schemas['Problem'] as object, problem)).toBe('')
  })
})

describe('every operation', () => {
  it('has an example that its input accepts, and refuses an unknown member', async () => {
    const clock = () => '2025-06-01T12:00:00.000Z'
    const caller = { role: 'administrator' } as const
    const context = { programs: [], clock, version: '1', caller }
    for (const operation of operations) {
      expect(operation.input.safeParse(operation.example).success, operation.name).toBe(true)
      const refused = await invoke(operation, context, { ...operation.example, unheard: 1 })
      expect(refused, operation.name).toMatchObject({ ok: false, field: 'unheard' })
    }
  })
})

describe('answerErrors', () => {
  const answer = { method: 'GET', path: '/api/session', status: 200, type: 'application/json' }
  it.each([
    [{ ...answer, body: { role: 'public' } }, /^$/],
    [{ ...answer, body: { role: 'king' } }, /^GET \/api\/session 200: .*role/],
    [{ ...answer, type: 'text/html', body: '' }, /text\/html, which is not described/],
    [{ ...answer, status: 302, body: {} }, /302, which is not described/],
    [{ ...answer, path: '/api/cases/case-1', body: {} }, /^GET \/api\/cases\/case-1 200: /],
    [{ ...answer, path: '/sign-in', body: {} }, /^$/],
  ])('%j gives %s', (given, errors) => {
    expect(answerErrors(document, given)).toMatch(errors)
  })
})
