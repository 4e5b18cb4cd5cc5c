import {
  createApiKey,
  endSession,
  listApiKeys,
  redeemAdministratorLink,
  revokeApiKey,
} from '#kernel'
import { z } from 'zod'
import { anyone } from '../caller.ts'
import { deploymentOf } from '../context.ts'
import { hoursAfter } from '../instants.ts'
import { operation } from '../operation.ts'
import { done, refused } from '../outcome.ts'
import { inTransaction } from '../transaction.ts'

const sessionHours = 12
const hoursPerDay = 24

const role = z.enum(['public', 'officer', 'administrator'])
const staffRole = z.enum(['officer', 'administrator'])
const apiKey = {
  id: z.string(),
  name: z.string(),
  role: staffRole,
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
}

/** Not documented as an API: the door turns it into a cookie and a page. */
export const signInOperation = operation({
  name: 'sign-in',
  title: 'Sign in with a one-time link',
  summary: 'Uses up a link and starts a session.',
  access: 'public',
  effect: 'write',
  input: z.strictObject({ token: z.string().min(1).max(200) }),
  output: z.object({ secret: z.string(), expiresAt: z.string() }),
  example: { token: '0123456789abcdef' },
  run: async (context, { token }) => {
    const { store, random } = deploymentOf(context)
    const now = context.clock()
    const secret = random(32)
    const expiresAt = hoursAfter(now, sessionHours)
    const session = { secret, name: 'administrator', now, expiresAt }
    return inTransaction(store, async (tx) => {
      const redeemed = await redeemAdministratorLink(tx, { link: token, session })
      return redeemed.ok ? done({ secret, expiresAt }) : redeemed
    })
  },
})

export const sessionOperation = operation({
  name: 'session',
  title: 'Who am I',
  summary: 'Says as whom the server knows the caller.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({}),
  output: z.object({ role, name: z.string().optional() }).meta({ id: 'Session' }),
  example: {},
  run: async ({ caller = anyone }) =>
    done({ role: caller.role, ...(caller.name === undefined ? {} : { name: caller.name }) }),
})

export const signOutOperation = operation({
  name: 'sign-out',
  title: 'Sign out',
  summary: 'Ends the session of the caller.',
  access: 'public',
  effect: 'write',
  input: z.strictObject({}),
  output: z.object({ role: z.literal('public') }),
  example: {},
  run: async (context) => {
    const session = context.caller?.session
    const now = context.clock()
    if (session !== undefined)
      await endSession(deploymentOf(context).store, { secret: session, now })
    return done({ role: 'public' as const })
  },
})

export const makeKeyOperation = operation({
  name: 'key-create',
  title: 'Make an API key',
  summary: 'Makes a key for a program that acts for an officer. The secret is given once, here.',
  access: 'administrator',
  effect: 'write',
  input: z.strictObject({
    name: z.string().min(1).max(100),
    role: staffRole.default('officer'),
    days: z.int().min(1).max(365).default(90),
  }),
  output: z.object({ ...apiKey, secret: z.string() }).meta({ id: 'NewApiKey' }),
  example: { name: 'queue import', role: 'officer', days: 90 },
  run: async (context, { name, role: staff, days }) => {
    const { store, random } = deploymentOf(context)
    const id = random(4)
    const secret = `prv_${id}_${random(32)}`
    const now = context.clock()
    const expiresAt = hoursAfter(now, days * hoursPerDay)
    await createApiKey(store, { id, secret, name, role: staff, now, expiresAt })
    return done({ id, name, role: staff, createdAt: now, expiresAt, revokedAt: null, secret })
  },
})

export const listKeysOperation = operation({
  name: 'key-list',
  title: 'List API keys',
  summary: 'Lists all keys, also those that have ended, without their secrets.',
  access: 'administrator',
  effect: 'none',
  input: z.strictObject({}),
  output: z.object({ keys: z.array(z.object(apiKey).meta({ id: 'ApiKey' })) }),
  example: {},
  run: async (context) => {
    const keys = await listApiKeys(deploymentOf(context).store)
    return done({ keys: [...keys] })
  },
})

export const revokeKeyOperation = operation({
  name: 'key-revoke',
  title: 'Revoke an API key',
  summary: 'Ends a key at once.',
  access: 'administrator',
  effect: 'write',
  input: z.strictObject({ id: z.string().min(1).max(20) }),
  output: z.object({ revoked: z.string() }),
  example: { id: '0123abcd' },
  run: async (context, { id }) => {
    const { store } = deploymentOf(context)
    const revoked = await revokeApiKey(store, { id, now: context.clock() })
    if (revoked) return done({ revoked: id })
    return refused('record.not-found', `there is no API key ${id}`, { field: 'id' })
  },
})
