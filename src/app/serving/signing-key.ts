import type { Signer } from '#kernel'
import { signerFromSeed, verifierKeyOf } from '#kernel'

// The form that the tools of signed notes use: PRIVATE+KEY+name+id+base64(0x01 || seed).
const form = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/
const ed25519Type = 1

/** The text of a signing key with a name and a 32-byte Ed25519 seed. Keep it secret. */
export function signingKeyText(name: string, seed: Uint8Array): string {
  const typed = Buffer.concat([Uint8Array.of(ed25519Type), seed]).toString('base64')
  return `PRIVATE+KEY+${name}+${keyId(signerFromSeed(name, seed))}+${typed}`
}

/** The signer of a key text; undefined when the text is no such key, or its parts do not fit. */
export function signerOf(text: string): Signer | undefined {
  const [, name = '', id, encoded = ''] = form.exec(text.trim()) ?? []
  const typed = Buffer.from(encoded, 'base64')
  if (name === '' || typed.length !== 33 || typed[0] !== ed25519Type) return undefined
  const signer = signerFromSeed(name, new Uint8Array(typed.subarray(1)))
  return keyId(signer) === id ? signer : undefined
}

const keyId = (signer: Signer): string => verifierKeyOf(signer).split('+')[1] ?? ''
