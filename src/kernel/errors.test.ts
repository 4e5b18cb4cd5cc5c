import { describe, expect, test } from 'vitest'
import { catalogue, invariant, InvariantError, refuse } from './errors.ts'

describe.each(Object.entries(catalogue))('the code %s', (code, { meaning, status, retryable }) => {
  test('has a room, a sentence without a full stop, and a status that says whose turn it is', () => {
    expect(code).toMatch(/^[a-z]+\.[a-z]+(-[a-z]+)*$/)
    expect(meaning).toMatch(/^[A-Z].*[^.]$/)
    expect(status).toBeGreaterThanOrEqual(400)
    // Only what passes by itself is worth sending again.
    expect(retryable).toBe(status === 429 || status >= 500)
  })
})

test('refusals of the ledger are told in their documented order', () => {
  const codes = Object.keys(catalogue).filter((code) => code.startsWith('ledger.'))
  expect(codes.map((code) => code.slice('ledger.'.length))).toEqual([
    'account-not-found',
    'reserve-not-found',
    'unit-mismatch',
    'exists-with-different',
    'already-settled',
    'already-released',
    'lapsed',
    'exceeds-pending',
    'exceeds-balance',
    'linked-failed',
  ])
})

test('a refusal is a value, a broken invariant is thrown', () => {
  expect(refuse('case.not-found', 'There is no case "x"', { field: 'id' })).toEqual({
    ok: false,
    code: 'case.not-found',
    message: 'There is no case "x"',
    field: 'id',
  })
  expect(() => invariant(0, 'never')).toThrow(InvariantError)
})
