import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson } from '../rules/canonical.ts'

/** The shortest salt that still hides a value that could be guessed. */
const saltBytes = 16

/**
 * SHA-256 over the salt's bytes and the value's canonical JSON, as 64 lowercase hexadecimal digits.
 * With the salt forgotten the digest says nothing about the value; with it, anyone can check it.
 * Throws on a salt of fewer than 16 bytes, and on what canonical JSON cannot hold.
 */
export function saltedDigest(value: unknown, saltHex: string): string {
  const salt = hexToBytes(saltHex)
  if (salt.length < saltBytes) {
    throw new RangeError(`a salt has at least ${saltBytes} bytes, this one has ${salt.length}`)
  }
  return bytesToHex(sha256(concatBytes(salt, utf8ToBytes(canonicalJson(value)))))
}
