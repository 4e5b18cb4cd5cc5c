import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64.ts'

/** Signed notes: c2sp.org/signed-note, with Ed25519 signatures (type 0x01). */
const ed25519Type = 1
const signatureMark = '\u2014 '
/** The specification asks for at least 16; a note with more than this is not read. */
const mostSignatures = 100

/** Who signs: a name without spaces or plus, and a function that makes Ed25519 signatures. */
export interface Signer {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** A parsed verifier key: `name+keyId+base64(0x01 || public key)`. */
export interface Verifier {
  readonly name: string
  /** Eight lowercase hexadecimal digits. */
  readonly keyId: string
  readonly publicKey: Uint8Array
}

export interface NoteSignature {
  readonly name: string
  readonly keyId: string
  readonly bytes: Uint8Array
}

/** A note that has the right form; nothing in it may be believed before a signature verifies. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const isName = (name: string): boolean => /^[^\s+\p{Cc}\p{Z}]+$/u.test(name)

function keyIdOf(name: string, typedKey: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(`${name}\n`), typedKey)).subarray(0, 4))
}

/** A signer from a 32-byte Ed25519 secret seed; throws when name or seed cannot be one. */
export function signerFromSeed(name: string, seed: Uint8Array): Signer {
  if (!isName(name)) throw new RangeError(`a key name has neither spaces nor plus: "${name}"`)
  const publicKey = ed25519.getPublicKey(seed)
  return { name, publicKey, sign: (message) => ed25519.sign(message, seed) }
}

/** The verifier key to publish for a signer. */
export function verifierKeyOf({ name, publicKey }: Pick<Signer, 'name' | 'publicKey'>): string {
  const typedKey = concatBytes(Uint8Array.of(ed25519Type), publicKey)
  return `${name}+${keyIdOf(name, typedKey)}+${toBase64(typedKey)}`
}

/** The verifier that a key text stands for, or undefined when the text is no Ed25519 key. */
export function parseVerifierKey(text: string): Verifier | undefined {
  const [, name, keyId, encoded] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) ?? []
  if (name === undefined || keyId === undefined || encoded === undefined) return undefined
  const typedKey = fromBase64(encoded)
  if (!isName(name) || typedKey?.length !== 33 || typedKey[0] !== ed25519Type) return undefined
  if (keyIdOf(name, typedKey) !== keyId) return undefined
  return { name, keyId, publicKey: typedKey.subarray(1) }
}

/** The text, which must end in a newline, with the signer's signature: a complete signed note. */
export function signNote(text: string, signer: Signer): string {
  if (!isNoteText(text)) throw new RangeError('a note ends in a newline and has no control codes')
  const typedKey = concatBytes(Uint8Array.of(ed25519Type), signer.publicKey)
  const keyId = sha256(concatBytes(utf8ToBytes(`${signer.name}\n`), typedKey)).subarray(0, 4)
  const signature = toBase64(concatBytes(keyId, signer.sign(utf8ToBytes(text))))
  return `${text}\n${signatureMark}${signer.name} ${signature}\n`
}

/** A signed note taken apart, or undefined when the text has not the form of one. */
export function parseNote(message: string): Note | undefined {
  const gap = message.lastIndexOf('\n\n')
  if (gap < 0 || !isNoteText(message)) return undefined
  const lines = message.slice(gap + 2, -1).split('\n')
  if (lines.length > mostSignatures) return undefined
  const signatures = lines.map(parseSignature)
  if (!signatures.every((signature) => signature !== undefined)) return undefined
  return { text: message.slice(0, gap + 1), signatures }
}

// eslint-disable-next-line no-control-regex -- the specification forbids exactly these
const controlCodes = /[\u0000-\u0009\u000b-\u001f]/
const isNoteText = (text: string): boolean =>
  text.endsWith('\n') && !controlCodes.test(text) && !/\p{Surrogate}/u.test(text)

function parseSignature(line: string): NoteSignature | undefined {
  if (!line.startsWith(signatureMark)) return undefined
  const [name, encoded, ...more] = line.slice(signatureMark.length).split(' ')
  if (name === undefined || encoded === undefined || more.length > 0) return undefined
  const bytes = fromBase64(encoded)
  if (!isName(name) || !bytes || bytes.length < 5) return undefined
  return { name, keyId: bytesToHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) }
}

/**
 * What a verifier's key says of a note: `verified`; `absent` when no signature names the key (those
 * of other keys are ignored, as the specification asks); `invalid` when one that does is wrong.
 */
export function checkNote(note: Note, verifier: Verifier): 'verified' | 'absent' | 'invalid' {
  const own = note.signatures.filter(
    ({ name, keyId }) => name === verifier.name && keyId === verifier.keyId,
  )
  if (own.length === 0) return 'absent'
  const message = utf8ToBytes(note.text)
  const valid = own.every(({ bytes }) => verifies(bytes, message, verifier.publicKey))
  return valid ? 'verified' : 'invalid'
}

function verifies(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    // The library throws on points that are not on the curve; that too is a wrong signature.
    return false
  }
}
