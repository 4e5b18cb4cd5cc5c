import type { Cap } from '#kernel'
import type { AccountPlan } from '#rules'
import { sha256Hex } from '#rules'
import { amountText } from '../kernel/ledger/amount-text.ts'
import type { Deployment } from './context.ts'

/** The law of a cap stands behind its title, in brackets: the ledger keeps no other text. */
export function storedTitle({ title, cite }: Pick<AccountPlan, 'title' | 'cite'>): string {
  const provisions = cite.map(({ provision }) => provision)
  return provisions.length === 0 ? title : `${title} [${provisions.join(' | ')}]`
}

const bracketed = /^(.*) \[([^[\]]*)\]$/s
/** A last part of a key that is a digest of somebody's name. */
const digest = /^[0-9a-f]{32,64}$/

/** Whether the account of a key belongs to somebody, whose digest ends the key. */
export const isHeld = (key: string): boolean => digest.test(lastPart(key))

const lastPart = (key: string): string => key.slice(key.lastIndexOf('/') + 1)

/** A cap as it is shown. Whose it is, only officers see; others see a short digest with our salt. */
export function capView(cap: Cap, deployment: Deployment, isOfficer: boolean) {
  const [, title = cap.title, cited] = bracketed.exec(cap.title) ?? []
  const { key, unit, scale } = cap
  return {
    key: isOfficer ? key : publicKey(key, deployment),
    title,
    holder: isOfficer ? (cap.holder ?? null) : holderDigest(key, deployment),
    unit,
    cap: amountText(cap.cap, scale),
    reserved: amountText(cap.reserved, scale),
    used: amountText(cap.used, scale),
    available: amountText(cap.available, scale),
    period: key.split('/').find((part) => /^\d{4}(-\d{4})?$/.test(part)) ?? null,
    cite: cited === undefined ? [] : cited.split(' | ').map((provision) => ({ provision })),
  }
}

/** The key of an account as the public may see it: the digest of a name is digested again. */
export function publicKey(key: string, deployment: Deployment): string {
  const masked = holderDigest(key, deployment)
  return masked === null ? key : `${key.slice(0, key.lastIndexOf('/') + 1)}${masked}`
}

/** The keys begin like this for which a public key may stand. */
export const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('/') + 1)

function holderDigest(key: string, deployment: Deployment): string | null {
  return isHeld(key) ? sha256Hex(`${saltOf(deployment)}/${key}`).slice(0, 12) : null
}

const salts = new WeakMap<Deployment, string>()

/** A secret that every server of an installation has: Ed25519 signs one text always alike. */
function saltOf(deployment: Deployment): string {
  const known = salts.get(deployment)
  if (known !== undefined) return known
  const signature = deployment.signer.sign(new TextEncoder().encode('proviso: holders of accounts'))
  const salt = sha256Hex(Buffer.from(signature).toString('hex'))
  salts.set(deployment, salt)
  return salt
}
