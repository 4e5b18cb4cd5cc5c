import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import {
  asNewCase,
  emptyDraft,
  readDraft,
  withAnswer,
  withParameter,
  withSkipped,
} from './draft.ts'
import { draftOfFragment, fragmentOf } from './draft-link.ts'

const draft: Draft = {
  ...emptyDraft('2026-11-23', 'text'),
  facts: { quantity: 1700, owners: [{ share: '30' }], consignee: { unknown: 'unavailable' } },
  parameters: { limit: '5' },
  references: { ultimateConsignee: 'Ürümqi Rechenzentrum' },
  saved: { id: 'case-1', key: 'secret', version: 2, isDecided: false },
}

describe('a draft', () => {
  test('is read back exactly as it was written', () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft)
  })

  test.each(['', '{', 'null', '[]', '{"facts":{}}', '{"facts":[],"asOf":"","mode":""}'])(
    'is not read out of %j',
    (text) => {
      expect(readDraft(text)).toBeUndefined()
    },
  )

  test('an answer takes a question out of those put off; putting off takes the answer out', () => {
    const skipped = withSkipped(draft, 'quantity')
    expect(skipped.facts).not.toHaveProperty('quantity')
    expect(skipped.skipped).toEqual(['quantity'])
    const answered = withAnswer(skipped, 'quantity', 3)
    expect(answered.facts).toMatchObject({ quantity: 3 })
    expect(answered.skipped).toEqual([])
  })

  test('an assumption can be withdrawn', () => {
    expect(withParameter(draft, 'other', '1').parameters).toEqual({ limit: '5', other: '1' })
    expect(withParameter(draft, 'limit', undefined).parameters).toEqual({})
  })

  test('as a new case it is saved nowhere', () => {
    expect(asNewCase(draft)).not.toHaveProperty('saved')
    expect(asNewCase(draft).facts).toEqual(draft.facts)
  })
})

describe('a link that carries a draft', () => {
  test('carries facts and reading, and neither key nor names', () => {
    const fragment = fragmentOf(draft)
    expect(fragment).toMatch(/^#case=[\w-]+$/)
    const carried = draftOfFragment(fragment)
    expect(carried).toMatchObject({
      facts: draft.facts,
      asOf: draft.asOf,
      mode: draft.mode,
      parameters: draft.parameters,
    })
    expect(carried?.saved).toBeUndefined()
    expect(carried?.references).toEqual({})
  })

  test('keeps letters of every script', () => {
    const facts = { note: '台灣 – Türkiye – €' }
    expect(draftOfFragment(fragmentOf({ ...draft, facts }))?.facts).toEqual(facts)
  })

  test.each(['', '#other', '#case=', '#case=%%%', '#case=bm90IGpzb24'])(
    '%j carries none',
    (text) => {
      expect(draftOfFragment(text)).toBeUndefined()
    },
  )
})
