/** One answer of a solver: a word, or a list of answers. */
type Parsed = string | readonly Parsed[]

/** Values of terms as a solver states them: conditions, and exact whole numbers. */
export type Values = ReadonlyMap<string, boolean | number>

/**
 * The values in the answer to `(get-value (…))`, by term as it was written there. Undefined when
 * the text is no such answer, or a number in it is not a whole number below 2^53.
 */
export function readValues(text: string): Values | undefined {
  const parsed = parse(text)
  if (!Array.isArray(parsed)) return undefined
  const values = new Map<string, boolean | number>()
  for (const pair of parsed as readonly Parsed[]) {
    if (!Array.isArray(pair)) return undefined
    const [term, stated] = pair as readonly Parsed[]
    const value = stated === undefined ? undefined : valueOf(stated)
    if (term === undefined || value === undefined) return undefined
    values.set(written(term), value)
  }
  return values
}

function valueOf(stated: Parsed): boolean | number | undefined {
  if (stated === 'true' || stated === 'false') return stated === 'true'
  if (typeof stated !== 'string') {
    const [sign, size] = stated
    const number = sign === '-' && size !== undefined ? valueOf(size) : undefined
    return typeof number === 'number' ? -number + 0 : undefined
  }
  const number = /^\d+$/.test(stated) ? Number(stated) : Number.NaN
  return Number.isSafeInteger(number) ? number : undefined
}

const written = (parsed: Parsed): string =>
  typeof parsed === 'string' ? parsed : `(${parsed.map(written).join(' ')})`

const tokens = /\(|\)|\|[^|]*\||"(?:[^"]|"")*"|[^\s()|"]+/g

function parse(text: string): Parsed | undefined {
  const open: Parsed[][] = [[]]
  for (const [token] of text.matchAll(tokens)) {
    if (token === '(') open.push([])
    else if (token !== ')') open.at(-1)?.push(token)
    else {
      const list = open.pop()
      const parent = open.at(-1)
      if (!list || !parent) return undefined
      parent.push(list)
    }
  }
  const [whole] = open
  return open.length === 1 && whole?.length === 1 ? whole[0] : undefined
}
