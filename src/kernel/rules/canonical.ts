import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The RFC 8785 text of a JSON value, for the subset Proviso writes: null, booleans, strings, safe
 * integers, arrays and plain objects. Two equal values give the same bytes on every machine.
 * Throws on anything else (fractions, NaN, undefined members, bigint), so nothing is hashed that
 * another implementation could print differently.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '$')
}

/** The SHA-256 of a text's UTF-8 bytes, as 64 lowercase hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

function write(value: unknown, path: string): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return writeInteger(value, path)
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => write(item, `${path}[${index}]`)).join(',')}]`
  }
  if (typeof value === 'object') return writeObject(value as Record<string, unknown>, path)
  throw new TypeError(`canonical JSON cannot hold a ${typeof value} at ${path}`)
}

function writeInteger(value: number, path: string): string {
  if (!Number.isSafeInteger(value)) {
    throw new TypeError(`canonical JSON holds safe integers only, not ${value}, at ${path}`)
  }
  return Object.is(value, -0) ? '0' : String(value)
}

function writeObject(value: Record<string, unknown>, path: string): string {
  const keys = Object.keys(value).sort()
  const members = keys.map((key) => `${JSON.stringify(key)}:${write(value[key], `${path}.${key}`)}`)
  return `{${members.join(',')}}`
}
