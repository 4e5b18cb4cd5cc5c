const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'))
const instantOf = (text: string): string => new Date(text.replace(' ', 'T')).toISOString()
const integersOf = (text: string): bigint[] =>
  text === '{}' ? [] : text.slice(1, -1).split(',').map(BigInt)

/** How the text of a column becomes a value, by type number: the same on both drivers. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  17: bytesOf,
  20: BigInt,
  1016: integersOf,
  1082: (text) => text,
  // Sessions run in UTC, so the offset is always "+00", which dates do not read without minutes.
  1184: (text) => instantOf(text.replace(/\+00$/, 'Z')),
  1700: (text) => text,
}
