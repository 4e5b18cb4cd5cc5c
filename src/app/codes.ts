/** What a refusal code means to every surface: its HTTP status and a title that never changes. */
export interface Meaning {
  readonly status: number
  readonly title: string
}

const meanings: Readonly<Record<string, Meaning>> = {
  'input.missing': { status: 400, title: 'Something is missing' },
  'input.wrong-type': { status: 400, title: 'A value has the wrong type' },
  'input.unknown-member': { status: 400, title: 'A name or value is not known' },
  'input.unknown-program': { status: 404, title: 'There is no such program' },
  'input.unknown-chip': { status: 404, title: 'There is no such chip' },
  'input.unknown-fact': { status: 400, title: 'There is no such fact' },
  'input.unknown-parameter': { status: 400, title: 'There is no such parameter' },
  'input.out-of-bounds': { status: 400, title: 'A quantity is out of bounds' },
  'input.too-precise': { status: 400, title: 'A number has too many decimals' },
  'input.too-many-rows': { status: 400, title: 'A list has too many rows' },
  'input.contradiction': { status: 400, title: 'Two statements contradict each other' },
  'input.broken-json': { status: 400, title: 'The text is not JSON' },
  'input.broken-yaml': { status: 400, title: 'The text is not YAML' },
  'input.missing-file': { status: 404, title: 'There is no such file' },
  'input.too-large': { status: 413, title: 'The input is too large' },
  'rules.bad-date': { status: 400, title: 'That is no calendar date' },
  'rules.none-in-force': { status: 400, title: 'No rules are in force on that day' },
  'rules.unknown-mode': { status: 400, title: 'There is no such reading of the law' },
  'access.other-origin': { status: 403, title: 'The request comes from another site' },
  'http.unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'http.unknown-route': { status: 404, title: 'There is nothing at this address' },
  'http.method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'http.too-many-requests': { status: 429, title: 'Too many requests' },
  'app.fault': { status: 500, title: 'Something failed inside' },
}

/** The meaning of a code; a code that nobody declared is a fault of the program. */
export function meaningOf(code: string): Meaning {
  const meaning = meanings[code]
  if (!meaning) throw new RangeError(`the code "${code}" has no meaning in the catalogue`)
  return meaning
}
