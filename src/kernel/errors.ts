/** What a code means on every surface, and whether the same call may succeed when sent again. */
export interface CodeMeaning {
  readonly meaning: string
  /** HTTP status; the CLI exits with 1 for 500 and with 2 for the others. */
  readonly status: number
  readonly retryable: boolean
}

const final = (status: number, meaning: string): CodeMeaning => ({
  meaning,
  status,
  retryable: false,
})
const passing = (status: number, meaning: string): CodeMeaning => ({
  meaning,
  status,
  retryable: true,
})

const codes = {
  'route.not-found': final(404, 'There is nothing at this address'),
  'route.method-not-allowed': final(405, 'The method is not allowed at this address'),

  'access.rate-limited': passing(429, 'Too many requests in a short time'),
  'access.unauthenticated': final(401, 'The request names nobody whom the server knows'),
  'access.link-used': final(401, 'A one-time link was used before or has expired'),
  'access.forbidden': final(403, 'Whoever asks may not do this'),

  'input.too-large': final(413, 'The input is larger than the limit'),
  'input.unsupported-type': final(415, 'The content type is not one that is read here'),
  'input.malformed': final(400, 'The text is not in the format that it claims'),
  'input.unknown-program': final(404, 'There is no program of this name'),
  'input.unknown-fact': final(400, 'There is no fact of this name'),
  'input.unknown-parameter': final(400, 'There is no parameter of this name'),
  'input.wrong-type': final(400, 'A value has another type than its fact'),
  'input.unknown-member': final(400, 'A value is not one of those listed'),
  'input.out-of-bounds': final(400, 'A quantity is outside its bounds'),
  'input.too-precise': final(400, 'A number has more decimals than its unit keeps'),
  'input.too-many-rows': final(400, 'A list has more rows than its limit'),
  'input.contradiction': final(400, 'Two statements contradict each other'),

  'rules.bad-date': final(400, 'The text is no calendar date'),
  'rules.unknown-mode': final(400, 'There is no such reading of the law'),
  'rules.none-in-force': final(400, 'No rules are in force on that date'),

  'case.not-found': final(404, 'There is no such case'),
  'case.version-conflict': final(409, 'The case was changed since it was read'),
  'case.not-decided': final(409, 'The case is not decided yet'),
  'case.already-decided': final(409, 'The case is decided already'),

  'ledger.account-not-found': final(404, 'There is no such account'),
  'ledger.reserve-not-found': final(404, 'There is no such reservation'),
  'ledger.unit-mismatch': final(400, 'Accounts or amounts are in different units'),
  'ledger.exists-with-different': final(409, 'The id exists with other content'),
  'ledger.already-settled': final(409, 'The reservation was settled before'),
  'ledger.already-released': final(409, 'The reservation was released before'),
  'ledger.lapsed': final(409, 'The reservation has lapsed'),
  'ledger.exceeds-pending': final(409, 'The amount is more than was reserved'),
  'ledger.exceeds-balance': final(409, 'The amount is more than is available under the cap'),
  'ledger.linked-failed': final(409, 'One of several linked transfers failed, so none was made'),

  'record.not-found': final(404, 'There is no such entry'),
  'record.malformed': final(400, 'The text is no receipt, checkpoint or proof'),
  'record.wrong-key': final(400, 'The signature is of another key'),
  'record.bad-signature': final(400, 'The signature does not belong to the text'),
  'record.entry-altered': final(400, 'The entry is not the one that was recorded'),
  'record.bad-inclusion': final(400, 'The proof does not lead from the entry to the checkpoint'),
  'record.bad-consistency': final(400, 'One checkpoint is no continuation of the other'),

  'service.fault': passing(500, 'Something failed inside; nothing was changed'),
} as const satisfies Record<string, CodeMeaning>

export type Code = keyof typeof codes

/** Every code of the kernel, in the order in which they are checked: the first that applies is told. */
export const catalogue: Readonly<Record<Code, CodeMeaning>> = codes

/** An expected outcome that is not what was asked for: a value, never thrown. */
export interface Refusal {
  readonly ok: false
  readonly code: Code
  /** What was wrong, where, and what would be right. */
  readonly message: string
  readonly field?: string
  readonly example?: unknown
  /** Each thing wrong by itself, when there are several. */
  readonly problems?: readonly Refusal[]
}

/** Gives a refusal with one code of the catalogue; `extra` names the field and an example. */
export function refuse(
  code: Code,
  message: string,
  extra: Pick<Refusal, 'field' | 'example' | 'problems'> = {},
): Refusal {
  return { ok: false, code, message, ...extra }
}

/** Something that the code holds to be impossible has happened: the transaction is rolled back. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
}

/** Throws an InvariantError with the message unless the condition holds. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message)
}
