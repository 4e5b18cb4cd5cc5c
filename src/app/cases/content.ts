import type { DeterminationDocument, Program } from '#rules'
import { nearestNames } from '../input.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused } from '../outcome.ts'

/** What an applicant states, kept private with the case. */
export interface StatedCase {
  readonly facts: Readonly<Record<string, unknown>>
  /** Who or what the case is about, by the names that the program asks for. */
  readonly references: Readonly<Record<string, string>>
}

/** What a decision reserved, in words and decimals for people. */
export interface ReservedAmount {
  readonly account: string
  readonly title: string
  readonly amount: string
  readonly unit: string
  readonly expiresAt: string
}

/** What a decision rests on and says: private, digested on the record. */
export interface DecidedCase extends StatedCase {
  readonly determination: DeterminationDocument
  readonly reservations: readonly ReservedAmount[]
  /** Chosen by the caller, so that sending a request again gives the first answer. */
  readonly idempotencyKey: string | null
}

/** The references of a case as the program asks for them; other names are refused. */
export function checkReferences(
  { id, entitlement }: Program,
  references: Readonly<Record<string, string>>,
): Outcome<Readonly<Record<string, string>>> {
  const known = entitlement?.references ?? []
  const names = known.map(({ name }) => name)
  const wrong = Object.keys(references).find((name) => !names.includes(name))
  if (wrong === undefined) return done(references)
  const close = nearestNames(wrong, names)
  const hint =
    names.length === 0
      ? `${id} asks for none`
      : close.length > 0
        ? `did you mean ${close.join(', ')}`
        : `there are ${names.join(', ')}`
  const example = Object.fromEntries(known.map(({ name, example: text }) => [name, text]))
  return refused('input.unknown-member', `there is no reference "${wrong}"; ${hint}`, {
    field: `references.${wrong}`,
    example,
  })
}
