import fc from 'fast-check'
import { expect, test } from 'vitest'
import { receiptOf } from '../../testing/memory-log.ts'
import { canonicalJson } from '../rules/canonical.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { parseNote, parseVerifierKey, signerFromSeed } from './note.ts'
import { verifyReceipt } from './verify.ts'

const signer = signerFromSeed('log.example/record', new Uint8Array(32).fill(1))
const entries = Array.from({ length: 5 }, (_, number) => canonicalJson({ number }))
const receipt = receiptOf(entries, 3, signer)
const members = Object.keys(receipt) as (keyof typeof receipt)[]

/** A text with one stretch of it replaced by other text. */
const spliced = (text: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(8),
      fc.string({ maxLength: 8, unit: fc.constantFrom(...'\n\0 +—=A9"{[', '\ud800') }),
    )
    .map(([at, length, inserted]) => text.slice(0, at) + inserted + text.slice(at + length))

test('whatever is given for a receipt or one member of it, the answer is a coded refusal', () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true }),
      fc.constantFrom(...members),
      (value, at) => {
        const whole = verifyReceipt(value)
        expect(whole).toMatchObject({ ok: false, code: 'record.malformed' })
        const part = verifyReceipt({ ...receipt, [at]: value })
        const same = Object.is(value, receipt[at])
        expect(part.ok).toBe(same)
      },
    ),
  )
})

test('texts cut and pasted at random are refused, or are the same text', () => {
  const texts = ['entry', 'checkpoint', 'verifierKey', 'origin', 'leafHash'] as const
  const mutant = fc
    .constantFrom(...texts)
    .chain((at) => spliced(receipt[at]).map((text) => ({ at, text })))
  fc.assert(
    fc.property(mutant, ({ at, text }) => {
      expect(verifyReceipt({ ...receipt, [at]: text }).ok).toBe(text === receipt[at])
      // Each decoder by itself gives a value or nothing; none throws.
      void [parseNote(text), parseCheckpoint(text), parseVerifierKey(text)]
    }),
    { numRuns: 300 },
  )
})
