import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * The RFC 8785 text of a JSON value, for the subset Proviso writes: null, booleans, strings, safe
 * integers, arrays and plain objects. Two equal values give the same bytes on every machine.
 * Throws on anything else (fractions, NaN, undefined members, holes, bigint, dates, maps, half
 * characters), so nothing is hashed that another implementation could print differently.
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
  if (typeof value === 'string') return writeText(value, path)
  if (typeof value === 'number') return writeInteger(value, path)
  if (Array.isArray(value)) {
    // Array.from, unlike map, also visits the holes of a list.
    return `[${Array.from(value, (item, index) => write(item, `${path}[${index}]`)).join(',')}]`
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

function writeText(value: string, path: string): string {
  if (/\p{Surrogate}/u.test(value)) {
    throw new TypeError(`canonical JSON cannot hold a lone surrogate at ${path}`)
  }
  return JSON.stringify(value)
}

function writeObject(value: Record<string, unknown>, path: string): string {
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`canonical JSON cannot hold a ${value.constructor.name} at ${path}`)
  }
  const keys = Object.keys(value).sort()
  const members = keys.map(
    (key) => `${writeText(key, path)}:${write(value[key], `${path}.${key}`)}`,
  )
  return `{${members.join(',')}}`
}
