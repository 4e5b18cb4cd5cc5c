/** Who calls: decided at the door (cookie, key), used by operations. */
export interface Caller {
  readonly role: 'public' | 'officer' | 'administrator'
  /** Name of the officer or of the key; recorded as the actor of what they do. */
  readonly name?: string
  /** The capability key of a case, as sent by its holder. */
  readonly caseKey?: string
  /** The secret of the session that the caller is known by. */
  readonly session?: string | undefined
}

/** Anyone: no session, no key. */
export const anyone: Caller = { role: 'public' }

export const isOfficer = ({ role }: Caller): boolean => role !== 'public'
