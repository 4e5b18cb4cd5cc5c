import { bytesToHex } from '@noble/hashes/utils.js'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import { parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import type { Verifier } from './note.ts'
import { checkNote, parseNote, parseVerifierKey, signerFromSeed, signNote } from './note.ts'
import { verifierKeyOf } from './note.ts'

// The published example of the format's reference implementation (golang.org/x/mod/sumdb/note).
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const peterSecret = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const enochKey = 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
const text =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n"
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n'

const peter = signerFromSeed('PeterNeumann', bytesOf(peterSecret).subarray(1))

function bytesOf(encoded: string): Uint8Array {
  const bytes = fromBase64(encoded)
  if (!bytes) throw new Error(`no base64: ${encoded}`)
  return bytes
}

function keyOf(key: string): Verifier {
  const verifier = parseVerifierKey(key)
  if (!verifier) throw new Error(`no verifier key: ${key}`)
  return verifier
}

function check(message: string, key: string): string {
  const note = parseNote(message)
  return note ? checkNote(note, keyOf(key)) : 'malformed'
}

test('the published secret gives the published key and signature, byte for byte', () => {
  expect(verifierKeyOf(peter)).toBe(peterKey)
  expect(signNote(text, peter)).toBe(`${text}\n${peterLine}`)
})

test('both published signatures verify, alone and together', () => {
  expect(check(`${text}\n${peterLine}`, peterKey)).toBe('verified')
  expect(check(`${text}\n${peterLine}${enochLine}`, peterKey)).toBe('verified')
  expect(check(`${text}\n${peterLine}${enochLine}`, enochKey)).toBe('verified')
})

test('signatures of unknown keys are ignored; a wrong one of the known key refuses the note', () => {
  expect(check(`${text}\n${enochLine}`, peterKey)).toBe('absent')
  const sameNameOtherKey = peterLine.replace('x08go', 'y08go')
  expect(check(`${text}\n${sameNameOtherKey}`, peterKey)).toBe('absent')
  const broken = `${peterLine.slice(0, 60)}ABCD${peterLine.slice(60)}`
  expect(check(`${text}\n${broken}`, peterKey)).toBe('invalid')
  expect(check(`${text}\n${peterLine}${broken}`, peterKey)).toBe('invalid')
  expect(check(`${text.replace('think', 'thunk')}\n${peterLine}`, peterKey)).toBe('invalid')
})

describe('texts that are no notes', () => {
  test.each([
    ['no signature', text],
    ['an empty signature block', `${text}\n`],
    ['no last newline', `${text}\n${peterLine.slice(0, -1)}`],
    ['a control code', `\u0001${text}\n${peterLine}`],
    ['half a character', `\ud800${text}\n${peterLine}`],
    ['a name with a space', `${text}\n${peterLine.replace('PeterNeumann', 'Bad Name')}`],
    ['a name with a plus', `${text}\n${peterLine.replace('PeterNeumann', 'Bad+Name')}`],
    ['a hyphen for the dash', `${text}\n${peterLine.replace('—', '-')}`],
    ['a line after the signatures', `${text}\n${peterLine}Unexpected line.\n`],
    ['more than a hundred signatures', `${text}\n${peterLine.repeat(101)}`],
    ['base64 with loose last bits', `${text}\n${peterLine.replace('JnAM=', 'JnAN=')}`],
  ])('%s', (_, message) => {
    expect(parseNote(message)).toBeUndefined()
  })
})

describe('texts that are no verifier keys', () => {
  test.each([
    ['wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['unknown algorithm', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['capitals in the id', 'PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
  ])('%s', (_, key) => {
    expect(parseVerifierKey(key)).toBeUndefined()
  })

  test('every part of a key, and every key with one character changed', () => {
    for (let start = 0; start <= peterKey.length; start += 1) {
      for (let end = start; end <= peterKey.length; end += 1) {
        const whole = start === 0 && end === peterKey.length
        expect(parseVerifierKey(peterKey.slice(start, end)) !== undefined).toBe(whole)
      }
    }
    for (let at = 0; at < peterKey.length; at += 1) {
      const next = String.fromCharCode(peterKey.charCodeAt(at) + 1)
      expect(
        parseVerifierKey(peterKey.slice(0, at) + next + peterKey.slice(at + 1)),
      ).toBeUndefined()
    }
  })
})

describe('checkpoints', () => {
  // The example of c2sp.org/tlog-checkpoint.
  const published =
    'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'

  test('the published one is read', () => {
    const checkpoint = parseCheckpoint(published)
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163 })
    expect(checkpoint && bytesToHex(checkpoint.root)).toBe(
      '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
    )
    expect(parseCheckpoint(`${published}an extension\n`)).toEqual(checkpoint)
  })

  test('what is signed is read back the same', () => {
    const checkpoint = { origin: peter.name, size: 0, root: new Uint8Array(32).fill(7) }
    const note = parseNote(signCheckpoint(checkpoint, peter))
    expect(note && parseCheckpoint(note.text)).toEqual(checkpoint)
    expect(note && checkNote(note, keyOf(peterKey))).toBe('verified')
  })

  test.each([
    ['a leading zero', published.replace('20852163', '020852163')],
    ['a signed size', published.replace('20852163', '+20852163')],
    ['a size past exact integers', published.replace('20852163', '9999999999999999')],
    ['a short root', published.replace('CsUYapGG', 'CsUY')],
    ['an empty origin', published.replace('example.com/behind-the-sofa', '')],
    ['two lines', 'example.com/behind-the-sofa\n20852163\n'],
    ['an empty extension', `${published}\n`],
    ['no last newline', published.slice(0, -1)],
  ])('%s is refused', (_, bad) => {
    expect(parseCheckpoint(bad)).toBeUndefined()
  })
})

test('base64 has one spelling', () => {
  expect(fromBase64('AA==')).toEqual(Uint8Array.of(0))
  for (const bad of ['AB==', 'AA=', 'AA', 'A===', 'A A=', 'AA-_', '=AAA']) {
    expect(fromBase64(bad)).toBeUndefined()
  }
  expect(toBase64(new Uint8Array())).toBe('')
})
