import { describe, expect, test } from 'vitest'
import { ask, withQuery } from './client.ts'

const answering = (response: Response | Error) => () =>
  response instanceof Error ? Promise.reject(response) : Promise.resolve(response)

describe('asking the server', () => {
  test('gives the JSON of an answer', async () => {
    const send = answering(Response.json({ size: 3 }))
    expect(await ask('/api/record', {}, send)).toEqual({ size: 3 })
  })

  test('gives a refusal as a sentence with its code', async () => {
    const body = { code: 'case.version-conflict', detail: 'somebody changed the case' }
    const send = answering(Response.json(body, { status: 409 }))
    await expect(ask('/api/cases/1', {}, send)).rejects.toMatchObject({
      code: 'case.version-conflict',
      status: 409,
      message: 'Somebody changed the case.',
    })
  })

  test('says so when no server answers', async () => {
    const send = answering(new TypeError('Failed to fetch'))
    await expect(ask('/api/record', {}, send)).rejects.toMatchObject({
      code: 'web.no-server',
      status: 0,
    })
  })

  test('does not take a page for an answer', async () => {
    const page = new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
    await expect(ask('/api/record', {}, answering(page))).rejects.toMatchObject({
      code: 'web.unexpected',
    })
  })
})

test('a query leaves out what has no value', () => {
  expect(withQuery('/api/cases', { status: 'decided', program: '', cursor: undefined })).toBe(
    '/api/cases?status=decided',
  )
  expect(withQuery('/api/cases', {})).toBe('/api/cases')
})
