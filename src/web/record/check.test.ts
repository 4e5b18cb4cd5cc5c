import { describe, expect, test } from 'vitest'
import { toBase64 } from '../../kernel/record/base64.ts'
import { signCheckpoint } from '../../kernel/record/checkpoint.ts'
import { leafHash } from '../../kernel/record/merkle.ts'
import { signerFromSeed, verifierKeyOf } from '../../kernel/record/note.ts'
import { checkGrowth } from './check-growth.ts'
import { checkReceipt } from './check-receipt.ts'

const signer = signerFromSeed('record.example', new Uint8Array(32).fill(7))
const entry = '{"format":"proviso-entry/v1","program":"lake","type":"determination"}'
const leaf = leafHash(new TextEncoder().encode(entry))
// A record of one entry: its root is the leaf itself.
const checkpoint = signCheckpoint({ origin: signer.name, size: 1, root: leaf }, signer)
const receipt = {
  format: 'proviso-receipt/v1',
  entry,
  leafIndex: 0,
  leafHash: toBase64(leaf),
  inclusionProof: [],
  checkpoint,
  verifierKey: verifierKeyOf(signer),
  origin: signer.name,
}

describe('checking a receipt', () => {
  test('a good one passes every step and gives the entry', () => {
    const checked = checkReceipt(JSON.stringify(receipt))
    expect(checked.isGood).toBe(true)
    expect(checked.steps.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    expect(checked.entry).toEqual(JSON.parse(entry))
    expect(checked.summary).toMatch(/Entry 0 is on the record “record\.example”/)
  })

  test('a changed word fails, at the entry', () => {
    const changed = { ...receipt, entry: entry.replace('lake', 'sea') }
    const checked = checkReceipt(JSON.stringify(changed))
    expect(checked.isGood).toBe(false)
    expect(checked.steps.at(-1)).toMatchObject({ name: 'entry', ok: false })
    expect(checked.entry).toBeUndefined()
  })

  test('another trusted key fails', () => {
    const other = verifierKeyOf(signerFromSeed('record.example', new Uint8Array(32).fill(8)))
    expect(checkReceipt(JSON.stringify(receipt), other).isGood).toBe(false)
    expect(checkReceipt(JSON.stringify(receipt), ` ${receipt.verifierKey} `).isGood).toBe(true)
  })

  test('a text that is no receipt is told so', () => {
    expect(checkReceipt('hello').summary).toMatch(/not JSON/)
    expect(checkReceipt('{}').steps).toMatchObject([{ name: 'form', ok: false }])
  })
})

describe('checking growth', () => {
  test('a record is a continuation of itself', () => {
    const same = { proof: [], fromCheckpoint: checkpoint, toCheckpoint: checkpoint }
    expect(checkGrowth(same)).toMatchObject({ isGood: true })
  })

  test('another root of the same size is not', () => {
    const root = new Uint8Array(32).fill(1)
    const other = signCheckpoint({ origin: signer.name, size: 1, root }, signer)
    const given = { proof: [], fromCheckpoint: checkpoint, toCheckpoint: other }
    expect(checkGrowth(given)).toMatchObject({ isGood: false })
  })

  test('an answer that is not made of checkpoints is told so', () => {
    const given = { proof: ['x'], fromCheckpoint: 'a', toCheckpoint: 'b' }
    expect(checkGrowth(given).summary).toMatch(/not made of checkpoints/)
  })
})
