import { sha256Hex } from '../../rules/canonical.ts'

/** PostgreSQL keeps so many bytes of a name and drops the rest without a word; all engines get this. */
const bytesMax = 63
const controls = /[\p{Cc}\u2028\u2029]+/gu

const bytesOf = (text: string): number => new TextEncoder().encode(text).length

/**
 * Gives every name of a table one of its own: at most 63 bytes, without control characters, and
 * different from the others however an engine treats capitals. The same names in the same order
 * always give the same.
 */
export class Names {
  readonly #taken = new Set<string>()

  give(wanted: string): string {
    const plain = wanted.replaceAll(controls, '_')
    const base = plain === '' ? '_' : plain
    for (let attempt = 1; ; attempt++) {
      const name = shortened(attempt === 1 ? base : `${base}_${attempt}`)
      const key = name.toLowerCase()
      if (this.#taken.has(key)) continue
      this.#taken.add(key)
      return name
    }
  }
}

/** A name of at most 63 bytes: a longer one ends in eight digits of its hash. */
function shortened(name: string): string {
  if (bytesOf(name) <= bytesMax) return name
  let kept = ''
  for (const character of name) {
    if (bytesOf(kept + character) > bytesMax - 9) break
    kept += character
  }
  return `${kept}_${sha256Hex(name).slice(0, 8)}`
}

/** Text for a comment that ends with its line: nothing in it can end the line sooner. */
export const remark = (text: string): string => `-- ${text.replaceAll(controls, ' ').trim()}`
