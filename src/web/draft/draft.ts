import type { CaseFacts, Mode } from '#rules'

/** A case being worked on in this browser tab. Nothing of it leaves the tab unless it is saved. */
export interface Draft {
  readonly facts: CaseFacts
  readonly asOf: string
  readonly mode: Mode
  /** Values assumed for parameters, such as those nobody has set. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Questions put off: still unanswered, not asked again until all others are. */
  readonly skipped: readonly string[]
  /** Who or what the case is about; kept apart from the facts. */
  readonly references: Readonly<Record<string, string>>
  /** Where the case is stored, once it has been saved to a server. */
  readonly saved?: SavedPlace
}

export interface SavedPlace {
  readonly id: string
  readonly key: string
  readonly version: number
  /** A case is decided for the record once; after that it no longer changes. */
  readonly isDecided?: boolean
}

/** A case without answers. */
export function emptyDraft(asOf: string, mode: Mode): Draft {
  return { facts: {}, asOf, mode, parameters: {}, skipped: [], references: {} }
}

/** The same facts as a case of its own: nothing saved before is changed by it. */
export function asNewCase(draft: Draft): Draft {
  const { facts, asOf, mode, parameters, skipped, references } = draft
  return { facts, asOf, mode, parameters, skipped, references }
}

/** The draft with one answer; an answered question is no longer put off. */
export function withAnswer(draft: Draft, name: string, value: unknown): Draft {
  const facts = { ...draft.facts, [name]: value }
  return { ...draft, facts, skipped: draft.skipped.filter((one) => one !== name) }
}

/** The draft with one value assumed for a parameter, or with that assumption withdrawn. */
export function withParameter(draft: Draft, name: string, value: unknown): Draft {
  const rest = without(draft.parameters, name)
  const parameters = value === undefined ? rest : { ...rest, [name]: value }
  return { ...draft, parameters, skipped: draft.skipped.filter((one) => one !== name) }
}

/** The draft with a question put off. */
export function withSkipped(draft: Draft, name: string): Draft {
  return {
    ...draft,
    facts: without(draft.facts, name),
    skipped: [...draft.skipped.filter((one) => one !== name), name],
  }
}

/** A copy of a record without one of its members. */
export function without<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== name))
}

/** The draft that a stored text holds, or undefined when the text is not one. */
export function readDraft(text: string): Draft | undefined {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Draft, unknown>> | null
    if (!isRecord(value) || !isRecord(value.facts)) return undefined
    if (typeof value.asOf !== 'string' || typeof value.mode !== 'string') return undefined
    const saved = readPlace(value.saved)
    return {
      facts: value.facts,
      asOf: value.asOf,
      mode: value.mode as Mode,
      parameters: isRecord(value.parameters) ? value.parameters : {},
      skipped: textsOf(value.skipped),
      references: isRecord(value.references) ? textEntries(value.references) : {},
      ...(saved ? { saved } : {}),
    }
  } catch {
    return undefined
  }
}

function readPlace(value: unknown): SavedPlace | undefined {
  if (!isRecord(value)) return undefined
  const { id, key, version, isDecided } = value
  const isWhole = typeof id === 'string' && typeof key === 'string' && typeof version === 'number'
  return isWhole ? { id, key, version, isDecided: isDecided === true } : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const textEntries = (record: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
