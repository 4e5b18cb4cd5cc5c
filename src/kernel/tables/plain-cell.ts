import type { ValueType } from '../rules/ast.ts'
import { isoFromDay } from '../rules/calendar.ts'

const millisecondsPerDay = 86_400_000
/** Texts longer than this are no value of a fact; lists of members and of rows may be longer. */
export const lettersMax = 1000
const listLettersMax = 1_000_000

/** A cell that is too long to be looked at. */
export class LongCell {
  readonly letters: number
  constructor(letters: number) {
    this.letters = letters
  }
}

/**
 * A cell as a case file would state it: empty text is nothing, and what text formats can only write
 * as text (true and false, lists, rows of a relation) is read from it. Everything else is left as
 * it is, for the rules to judge.
 */
export function plainCell(cell: unknown, kind: ValueType['kind'] | 'rows'): unknown {
  if (typeof cell === 'string') return plainText(cell.trim(), kind)
  if (cell instanceof Date) return dayOrInstant(cell)
  if (typeof cell === 'bigint') return plainWhole(cell)
  if (typeof cell !== 'object' || cell === null) return cell
  const longest = longestText(cell)
  return longest > lettersMax ? new LongCell(longest) : plainObject(cell)
}

function plainText(text: string, kind: ValueType['kind'] | 'rows'): unknown {
  if (text === '') return undefined
  const isList = kind === 'set' || kind === 'rows'
  if (text.length > (isList ? listLettersMax : lettersMax)) return new LongCell(text.length)
  if (kind === 'bool') return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text
  if (!isList) return text
  const parsed = text.startsWith('[') || text.startsWith('{') ? parsedJson(text) : undefined
  if (parsed !== undefined) return plainCell(parsed, kind)
  if (kind === 'rows') return text
  const members = text.split(';').map((member) => member.trim())
  return plainCell(members, kind)
}

function parsedJson(text: string): object | undefined {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}

function dayOrInstant(date: Date): string {
  const time = date.getTime()
  if (Number.isNaN(time)) return 'no date'
  return time % millisecondsPerDay === 0 && Math.abs(time) < 1e14
    ? isoFromDay(time / millisecondsPerDay)
    : date.toISOString()
}

/** A whole number as a number where that is exact, else as its digits. */
const plainWhole = (value: bigint): number | string =>
  BigInt.asIntN(53, value) === value ? Number(value) : String(value)

/** Lists and rows with nothing in them that JSON does not know. */
function plainObject(value: object): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`
  if (value instanceof Date) return dayOrInstant(value)
  if (Array.isArray(value)) return value.map(plainPart)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plainPart(part)]))
}

function plainPart(part: unknown): unknown {
  if (typeof part === 'bigint') return plainWhole(part)
  return typeof part === 'object' && part !== null ? plainObject(part) : part
}

function longestText(value: unknown): number {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  if (value instanceof Uint8Array || value instanceof Date) return 0
  const parts = Array.isArray(value) ? (value as unknown[]) : Object.values(value)
  return parts.reduce<number>((longest, part) => Math.max(longest, longestText(part)), 0)
}

/** A cell for a file of rows to be mended: whatever it is, as JSON that people can read. */
export function writtenCell(cell: unknown): unknown {
  if (typeof cell === 'number' && !Number.isFinite(cell)) return String(cell)
  return cell === undefined ? null : plainPart(cell)
}
