import { invariant, type Refusal, refuse } from '../errors.ts'
import { sha256Hex } from '../rules/canonical.ts'
import { sql } from './sql.ts'
import type { Queryable, Transaction } from './store.ts'

/** Who came in, by session or by key. */
export interface Identity {
  readonly ok: true
  readonly name: string
  readonly role: 'officer' | 'administrator'
}

/** A secret drawn by the caller, and the instants (ISO 8601, UTC) between which it opens. */
export interface Credential {
  readonly secret: string
  readonly now: string
  readonly expiresAt: string
}

/** An API key as its administrator sees it: never its secret. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly role: Identity['role']
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
}

type Named = Pick<Identity, 'name' | 'role'>

/** 128 bits in hexadecimal: a shorter secret could be guessed, and hashing alone would not help. */
const secretLengthMin = 32

function hashOf(secret: string): string {
  invariant(secret.length >= secretLengthMin, `A secret has at least ${secretLengthMin} characters`)
  return sha256Hex(secret)
}

const stranger = (what: string): Refusal =>
  refuse('access.unauthenticated', `${what} is not known here, was ended, or has expired`)

/** Starts a session; its secret goes into a cookie and nowhere else. */
export async function startSession(
  store: Queryable,
  { secret, name, role, now, expiresAt }: Credential & Named,
): Promise<void> {
  await store.query(sql`insert into session (secret_sha256, name, role, started_at, expires_at)
    values (${hashOf(secret)}, ${name}, ${role}, ${now}, ${expiresAt})`)
}

/** Whose session this is, or `access.unauthenticated`. */
export async function findSession(
  store: Queryable,
  { secret, now }: { secret: string; now: string },
): Promise<Identity | Refusal> {
  const [found] = await store.query<Named>(sql`select name, role from session
    where secret_sha256 = ${sha256Hex(secret)} and expires_at > ${now}`)
  return found ? { ok: true, ...found } : stranger('The session')
}

/** Ends a session, and forgets all that have expired. Ending it again changes nothing. */
export async function endSession(
  store: Queryable,
  { secret, now }: { secret: string; now: string },
): Promise<void> {
  await store.query(sql`delete from session
    where secret_sha256 = ${sha256Hex(secret)} or expires_at <= ${now}`)
}

/** Makes a link that one administrator may follow once. */
export async function createAdministratorLink(
  store: Queryable,
  { secret, now, expiresAt }: Credential,
): Promise<void> {
  await store.query(sql`insert into administrator_link (secret_sha256, created_at, expires_at)
    values (${hashOf(secret)}, ${now}, ${expiresAt})`)
}

/** Whether a link was ever made: at the first start there is none. */
export async function hasAdministratorLink(store: Queryable): Promise<boolean> {
  return (await store.query(sql`select 1 from administrator_link limit 1`)).length > 0
}

/**
 * Uses a link up and starts the administrator's session: of two who follow it at once, one gets
 * in. `access.link-used` when it was followed or has expired, `access.unauthenticated` when there
 * never was such a link.
 */
export async function redeemAdministratorLink(
  tx: Transaction,
  { link, session }: { link: string; session: Credential & Pick<Identity, 'name'> },
): Promise<Identity | Refusal> {
  const hash = sha256Hex(link)
  const [used] = await tx.query(sql`update administrator_link set used_at = ${session.now}
    where secret_sha256 = ${hash} and used_at is null and expires_at > ${session.now}
    returning secret_sha256`)
  if (used) {
    await startSession(tx, { ...session, role: 'administrator' })
    return { ok: true, name: session.name, role: 'administrator' }
  }
  const known = await tx.query(sql`select 1 from administrator_link where secret_sha256 = ${hash}`)
  if (known.length === 0) return stranger('The link')
  const message = 'The link was used before or has expired: have a new one made'
  return refuse('access.link-used', message)
}

/** Makes an API key. `id` may be shown and names the key; the secret is kept as a hash. */
export async function createApiKey(
  store: Queryable,
  { id, secret, name, role, now, expiresAt }: Credential & Named & { id: string },
): Promise<void> {
  await store.query(sql`
    insert into api_key (id, secret_sha256, name, role, created_at, expires_at)
    values (${id}, ${hashOf(secret)}, ${name}, ${role}, ${now}, ${expiresAt})`)
}

/** Whose API key this is, or `access.unauthenticated`. */
export async function findApiKey(
  store: Queryable,
  { secret, now }: { secret: string; now: string },
): Promise<Identity | Refusal> {
  const [found] = await store.query<Named>(sql`select name, role from api_key
    where secret_sha256 = ${sha256Hex(secret)} and expires_at > ${now} and revoked_at is null`)
  return found ? { ok: true, ...found } : stranger('The API key')
}

/** Ends an API key for good; false when there is no such key. The first revocation counts. */
export async function revokeApiKey(
  store: Queryable,
  { id, now }: { id: string; now: string },
): Promise<boolean> {
  const rows = await store.query(sql`update api_key set revoked_at = coalesce(revoked_at, ${now})
    where id = ${id} returning id`)
  return rows.length === 1
}

/** All API keys, the newest first, also those that have ended. */
export function listApiKeys(store: Queryable): Promise<readonly ApiKey[]> {
  return store.query<ApiKey>(sql`select id, name, role, created_at as "createdAt",
    expires_at as "expiresAt", revoked_at as "revokedAt" from api_key order by created_at desc, id`)
}

/** Lets whoever holds the secret read and continue one case. */
export async function grantCaseKey(
  store: Queryable,
  { secret, caseId, now }: { secret: string; caseId: string; now: string },
): Promise<void> {
  await store.query(sql`insert into case_key (secret_sha256, case_id, created_at)
    values (${hashOf(secret)}, ${caseId}, ${now})`)
}

/** Whether the secret opens this case, and not merely some case. */
export async function holdsCaseKey(
  store: Queryable,
  { secret, caseId }: { secret: string; caseId: string },
): Promise<boolean> {
  const rows = await store.query(sql`select 1 from case_key
    where secret_sha256 = ${sha256Hex(secret)} and case_id = ${caseId}`)
  return rows.length === 1
}
