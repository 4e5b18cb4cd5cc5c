import { utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../rules/canonical.ts'
import { fromBase64, toBase64 } from './base64.ts'
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { leafHash, rootFromInclusion, sameHash } from './merkle.ts'
import type { Note, Verifier } from './note.ts'
import { checkNote, parseNote, parseVerifierKey } from './note.ts'
import type { Receipt } from './receipt.ts'
import { receiptSchema } from './receipt.ts'

export type ReceiptRefusal =
  | 'record.malformed'
  | 'record.wrong-key'
  | 'record.bad-signature'
  | 'record.entry-altered'
  | 'record.bad-inclusion'

/** One thing that was checked, for a person to read. */
export interface VerifyStep {
  readonly name: 'form' | 'key' | 'signature' | 'entry' | 'inclusion'
  readonly ok: boolean
  readonly detail: string
}

/** What a receipt proves, or at which step it fails; `steps` lists all that was looked at. */
export type VerifyResult =
  | {
      readonly ok: true
      readonly steps: readonly VerifyStep[]
      /** The parsed entry. */
      readonly entry: unknown
      readonly leafIndex: number
      /** The tree that the signed checkpoint vouches for. */
      readonly checkpoint: Checkpoint
      readonly verifierKey: string
    }
  | {
      readonly ok: false
      readonly code: ReceiptRefusal
      readonly message: string
      readonly steps: readonly VerifyStep[]
    }

/** A receipt whose parts have the right form. */
interface Parts {
  readonly receipt: Receipt
  readonly leaf: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly note: Note
  readonly checkpoint: Checkpoint
  readonly verifier: Verifier
}

type Checked<Value> =
  | { readonly ok: true; readonly value: Value; readonly detail: string }
  | { readonly ok: false; readonly code: ReceiptRefusal; readonly message: string }

const passed = <Value>(value: Value, detail: string): Checked<Value> => ({
  ok: true,
  value,
  detail,
})
const failed = (code: ReceiptRefusal, message: string): Checked<never> => ({
  ok: false,
  code,
  message,
})

/**
 * Checks a receipt without any server: its form, whose key it is checked with, the signature on the
 * checkpoint, that the entry's text is the leaf, and that the leaf is in the signed tree. Without
 * `verifierKey` the receipt's own key is used, which shows that the receipt is whole, not who made
 * it; the step says so. Never throws on bad input.
 */
export function verifyReceipt(
  receipt: unknown,
  options: { readonly verifierKey?: string | undefined } = {},
): VerifyResult {
  const steps: VerifyStep[] = []
  const stopAt = (
    name: VerifyStep['name'],
    checked: Checked<unknown>,
  ): Extract<VerifyResult, { ok: false }> | undefined => {
    steps.push({ name, ok: checked.ok, detail: checked.ok ? checked.detail : checked.message })
    return checked.ok ? undefined : { ...checked, steps }
  }
  const form = readParts(receipt)
  stopAt('form', form)
  if (!form.ok) return { ...form, steps }
  const parts = form.value
  const untrusted =
    stopAt('key', checkKey(parts, options.verifierKey)) ??
    stopAt('signature', checkSignature(parts))
  if (untrusted) return untrusted
  const entry = checkEntry(parts)
  const unproven = stopAt('entry', entry) ?? stopAt('inclusion', checkInclusion(parts))
  if (unproven) return unproven
  const { leafIndex, verifierKey } = parts.receipt
  const value = entry.ok ? entry.value : undefined
  return { ok: true, steps, entry: value, leafIndex, checkpoint: parts.checkpoint, verifierKey }
}

function readParts(input: unknown): Checked<Parts> {
  const read = receiptSchema.safeParse(input)
  if (!read.success) {
    const [issue] = read.error.issues
    const place = issue?.path.join('.') || 'the receipt'
    return failed('record.malformed', `${place} is not as a receipt has it: ${issue?.message}`)
  }
  const receipt = read.data
  const malformed = (member: string, right: string): Checked<never> =>
    failed('record.malformed', `"${member}" must be ${right}`)
  const leaf = fromBase64(receipt.leafHash)
  if (leaf?.length !== 32) return malformed('leafHash', '32 bytes in base64')
  const proof = receipt.inclusionProof.map(fromBase64)
  if (!proof.every((hash) => hash?.length === 32))
    return malformed('inclusionProof', 'a list of hashes, each 32 bytes in base64')
  const verifier = parseVerifierKey(receipt.verifierKey)
  if (!verifier)
    return malformed('verifierKey', 'name+id+base64 of an Ed25519 key (c2sp.org/signed-note)')
  const note = parseNote(receipt.checkpoint)
  const checkpoint = note && parseCheckpoint(note.text)
  if (!note || !checkpoint)
    return malformed('checkpoint', 'a signed checkpoint (c2sp.org/tlog-checkpoint)')
  if (checkpoint.origin !== receipt.origin)
    return malformed('origin', `the log that the checkpoint names, "${checkpoint.origin}"`)
  return passed(
    {
      receipt,
      leaf,
      proof: proof.filter((hash) => hash !== undefined),
      note,
      checkpoint,
      verifier,
    },
    `a receipt for entry ${receipt.leafIndex} of the log ${receipt.origin}`,
  )
}

function checkKey({ receipt, verifier }: Parts, expected: string | undefined): Checked<null> {
  if (verifier.name !== receipt.origin)
    return failed(
      'record.wrong-key',
      `the key belongs to "${verifier.name}", the log is "${receipt.origin}": a log signs under its own name`,
    )
  if (expected === undefined)
    return passed(
      null,
      `no key to trust was given, so the receipt's own key ${receipt.verifierKey} is used: what follows shows that the receipt is whole, not who made it`,
    )
  if (expected.trim() !== receipt.verifierKey)
    return failed(
      'record.wrong-key',
      `the receipt is signed with ${receipt.verifierKey}, the key to trust is ${expected.trim()}`,
    )
  return passed(null, `the key is the one to trust, ${receipt.verifierKey}`)
}

function checkSignature({ note, verifier, checkpoint }: Parts): Checked<null> {
  const key = `${verifier.name}+${verifier.keyId}`
  switch (checkNote(note, verifier)) {
    case 'absent':
      return failed('record.wrong-key', `no signature on the checkpoint is by the key ${key}`)
    case 'invalid':
      return failed(
        'record.bad-signature',
        `the signature by ${key} does not fit the checkpoint: its text or the signature was changed`,
      )
    case 'verified':
      return passed(
        null,
        `${key} signed the log's root ${toBase64(checkpoint.root)} at ${checkpoint.size} entries`,
      )
  }
}

function checkEntry({ receipt, leaf }: Parts): Checked<unknown> {
  const hash = leafHash(utf8ToBytes(receipt.entry))
  if (!sameHash(hash, leaf))
    return failed(
      'record.entry-altered',
      `the entry's text hashes to ${toBase64(hash)}, the receipt is for ${receipt.leafHash}: the text was changed`,
    )
  const entry = canonicalValue(receipt.entry)
  if (!entry) return failed('record.malformed', '"entry" must be canonical JSON (RFC 8785)')
  return passed(entry.value, `the entry's text hashes to the leaf ${receipt.leafHash}`)
}

/** Whether a text is canonical JSON, as every entry on the record is. */
export const isCanonical = (text: string): boolean => canonicalValue(text) !== undefined

function canonicalValue(text: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return canonicalJson(value) === text ? { value } : undefined
  } catch {
    // Not JSON, or a value that canonical JSON cannot hold: either way, no entry of ours.
    return undefined
  }
}

function checkInclusion({ receipt, leaf, proof, checkpoint }: Parts): Checked<null> {
  const { leafIndex } = receipt
  const root = rootFromInclusion(leaf, leafIndex, checkpoint.size, proof)
  if (!root || !sameHash(root, checkpoint.root))
    return failed(
      'record.bad-inclusion',
      `the proof of ${proof.length} hashes does not lead from entry ${leafIndex} to the signed root of ${checkpoint.size} entries`,
    )
  return passed(
    null,
    `${proof.length} hashes lead from entry ${leafIndex} to the signed root of ${checkpoint.size} entries`,
  )
}
