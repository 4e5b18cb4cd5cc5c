import type { VerifyStep } from '#rules'
import { verifyReceipt } from '#rules'
import { config } from 'zod'

// The pages forbid code made from text; the schema library must not even try.
config({ jitless: true })

/** What a check of a receipt found, step by step. */
export interface CheckedReceipt {
  readonly isGood: boolean
  /** The whole finding in one sentence. */
  readonly summary: string
  readonly steps: readonly VerifyStep[]
  /** The recorded entry, once everything held. */
  readonly entry?: unknown
}

/** Checks the text of a receipt, against a trusted key if one is given. Never throws. */
export function checkReceipt(text: string, trustedKey = ''): CheckedReceipt {
  let receipt: unknown
  try {
    receipt = JSON.parse(text) as unknown
  } catch {
    const detail = 'The text is not JSON. A receipt begins with { and ends with }.'
    return { isGood: false, summary: detail, steps: [{ name: 'form', ok: false, detail }] }
  }
  const key = trustedKey.trim()
  const result = verifyReceipt(receipt, key === '' ? {} : { verifierKey: key })
  if (!result.ok) return { isGood: false, summary: result.message, steps: result.steps }
  const { leafIndex, checkpoint, steps, entry } = result
  const summary =
    `Entry ${leafIndex} is on the record “${checkpoint.origin}”, ` +
    `which had ${checkpoint.size} entries when it was signed.`
  return { isGood: true, summary, steps, entry }
}
