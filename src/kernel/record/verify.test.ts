import { describe, expect, test } from 'vitest'
import { receiptOf } from '../../testing/memory-log.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { signerFromSeed, verifierKeyOf } from './note.ts'
import type { Receipt } from './receipt.ts'
import { saltedDigest } from './salted-digest.ts'
import type { VerifyResult } from './verify.ts'
import { verifyReceipt } from './verify.ts'

const signer = signerFromSeed('log.example/record', new Uint8Array(32).fill(1))
const stranger = signerFromSeed('log.example/record', new Uint8Array(32).fill(2))
const verifierKey = verifierKeyOf(signer)
const entries = Array.from({ length: 11 }, (_, number) =>
  canonicalJson({ kind: 'determination', number, outcome: 'é' }),
)
const receipt = receiptOf(entries, 6, signer)

function code(result: VerifyResult): string {
  return result.ok ? 'ok' : result.code
}

/** The refusal and the step it happened at, which must be the last one listed. */
function failure(changed: unknown, key: string | undefined = verifierKey): string {
  const result = verifyReceipt(changed, { verifierKey: key })
  const last = result.steps.at(-1)
  if (!result.ok) expect(last?.detail).toBe(result.message)
  expect(result.steps.slice(0, -1).every(({ ok }) => ok)).toBe(true)
  return `${code(result)} at ${last?.name}`
}

test('a receipt verifies, step by step, and gives the entry', () => {
  for (const [index, entry] of entries.entries()) {
    const result = verifyReceipt(receiptOf(entries, index, signer), { verifierKey })
    expect(result).toMatchObject({
      ok: true,
      leafIndex: index,
      entry: JSON.parse(entry) as unknown,
    })
    expect(result.steps.map(({ name, ok }) => `${name} ${ok}`)).toEqual([
      'form true',
      'key true',
      'signature true',
      'entry true',
      'inclusion true',
    ])
  }
})

test('without a key to trust, the step says what is not shown', () => {
  const result = verifyReceipt(receipt)
  expect(code(result)).toBe('ok')
  expect(result.steps[1]?.detail).toContain('not who made it')
  const forged = receiptOf(entries, 6, stranger)
  expect(code(verifyReceipt(forged))).toBe('ok')
  expect(failure(forged)).toBe('record.wrong-key at key')
})

describe('a refusal names the step that failed', () => {
  const other = receiptOf(entries, 7, signer)
  const [first = '', ...rest] = receipt.inclusionProof
  const changes: [string, Partial<Record<keyof Receipt, unknown>>, string][] = [
    ['another entry', { entry: other.entry }, 'record.entry-altered at entry'],
    ['a reformatted entry', { entry: `${receipt.entry} ` }, 'record.entry-altered at entry'],
    ['another place', { leafIndex: 7 }, 'record.bad-inclusion at inclusion'],
    ['a place past the end', { leafIndex: 11 }, 'record.bad-inclusion at inclusion'],
    [
      'another leaf and entry',
      { entry: other.entry, leafHash: other.leafHash },
      'record.bad-inclusion at inclusion',
    ],
    ['a shorter proof', { inclusionProof: rest }, 'record.bad-inclusion at inclusion'],
    [
      'a longer proof',
      { inclusionProof: [...receipt.inclusionProof, first] },
      'record.bad-inclusion at inclusion',
    ],
    [
      'a larger tree',
      { checkpoint: receipt.checkpoint.replace('\n11\n', '\n12\n') },
      'record.bad-signature at signature',
    ],
    [
      'a key of another name',
      { verifierKey: verifierKeyOf({ ...signer, name: 'log.example/other' }) },
      'record.wrong-key at key',
    ],
    ['another origin', { origin: 'log.example/other' }, 'record.malformed at form'],
    ['another format', { format: 'proviso-receipt/v2' }, 'record.malformed at form'],
    ['a negative place', { leafIndex: -1 }, 'record.malformed at form'],
    ['a fraction of a place', { leafIndex: 6.5 }, 'record.malformed at form'],
    ['a place as text', { leafIndex: '6' }, 'record.malformed at form'],
    ['hashes of another length', { inclusionProof: ['AAAA'] }, 'record.malformed at form'],
    ['endless proofs', { inclusionProof: Array(64).fill(first) }, 'record.malformed at form'],
    ['an entry without end', { entry: 'x'.repeat(1_000_001) }, 'record.malformed at form'],
    ['no note', { checkpoint: 'hello' }, 'record.malformed at form'],
    ['no key', { verifierKey: 'hello' }, 'record.malformed at form'],
  ]
  test.each(changes)('%s', (_, change, expected) => {
    expect(failure({ ...receipt, ...change })).toBe(expected)
  })

  test.each([null, undefined, 'text', 7, [], {}, { ...receipt, more: 1 }])('%j', (input) => {
    expect(failure(input)).toBe('record.malformed at form')
  })

  test('a checkpoint that only another key signed', () => {
    const { checkpoint } = receiptOf(entries, 6, stranger)
    expect(failure({ ...receipt, checkpoint })).toBe('record.wrong-key at signature')
  })

  test('an entry on the record that is not canonical JSON', () => {
    for (const text of [
      '{"b":1,"a":2}',
      '{"a": 1}',
      '{"a":1,"a":1}',
      'no',
      '[',
      '0.5',
      '['.repeat(90_000),
    ]) {
      expect(failure(receiptOf([text], 0, signer))).toBe('record.malformed at entry')
    }
  })
})

test('a receipt with one bit of any byte turned over is refused', () => {
  const small = receiptOf(entries.slice(0, 2), 1, signer)
  const bytes = new TextEncoder().encode(canonicalJson(small))
  const accepted: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    if (code(verifyText(changed)) === 'ok') accepted.push(at)
  }
  expect(code(verifyText(bytes))).toBe('ok')
  expect(accepted).toEqual([])
})

function verifyText(bytes: Uint8Array): VerifyResult {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    value = undefined
  }
  return verifyReceipt(value, { verifierKey })
}

describe('salted digests', () => {
  const salt = '000102030405060708090a0b0c0d0e0f'

  test('are SHA-256 over salt and canonical JSON', () => {
    // Checked with: printf '000102030405060708090a0b0c0d0e0f' | xxd -r -p; printf '{"a":1,"b":2}'
    expect(saltedDigest({ b: 2, a: 1 }, salt)).toBe(
      '846c1f6387b03b6cf19ea6fcf74d47d193f952a5dd4b167fcea017ae21d0adfd',
    )
    expect(saltedDigest({ a: 1, b: 2 }, salt)).toBe(saltedDigest({ b: 2, a: 1 }, salt))
    expect(saltedDigest({ a: 1 }, salt)).not.toBe(saltedDigest({ a: 1 }, salt.replace('0f', '10')))
  })

  test('refuse a salt that could be guessed', () => {
    expect(() => saltedDigest(1, '0001')).toThrow('at least 16 bytes')
    expect(() => saltedDigest(1, 'salt')).toThrow()
  })
})
