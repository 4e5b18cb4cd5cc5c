import { LineCounter, parseDocument } from 'yaml'

/** Where and why a text is not what it should be; lines and columns count from 1. */
export interface TextFault {
  readonly line: number
  readonly column: number
  readonly reason: string
}
export type Parsed =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: TextFault }

/** The value of a JSON text, or the place of the first mistake in it. */
export function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ok: false, fault: { ...placeOf(text, offsetOf(text, message)), reason: why(message) } }
  }
}

/** The value of a YAML 1.2 text (JSON included), or its first mistake; keys must be unique. */
export function parseYaml(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    return { ok: false, fault: { line, column: col, reason: firstLine(error.message) } }
  }
  try {
    const value = document.toJS({ maxAliasCount: 100 }) as unknown
    // An alias may point at its own parent: such a value has no end, and no JSON text.
    JSON.stringify(value)
    return { ok: true, value }
  } catch (fault) {
    const reason = fault instanceof Error ? firstLine(fault.message) : 'cannot be read'
    return { ok: false, fault: { line: 1, column: 1, reason } }
  }
}

/** Some messages of the engine name the place; where they do not, a tolerant parser finds it. */
function offsetOf(text: string, message: string): number {
  const stated = /at position (\d+)/.exec(message)?.[1]
  if (stated !== undefined) return Number(stated)
  const strict = parseDocument(text, { schema: 'json', prettyErrors: false })
  return strict.errors[0]?.pos[0] ?? text.length
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const firstLine = (message: string): string => message.split('\n')[0] ?? message
const why = (message: string): string =>
  firstLine(message)
    .replace(/( in JSON)? at position .*$/, '')
    .replace(/, ".*" is not valid JSON$/, '')
