import type { Outcome } from '../../app/outcome.ts'
import { done } from '../../app/outcome.ts'
import { administratorLink } from '../../app/serving/links.ts'
import type { Surroundings } from '../command.ts'
import { openSettings, originOf, random } from './installation.ts'
import type { Settings } from './settings.ts'

/** Makes a new administrator link in the database that the settings name. */
export async function makeLink(
  { context }: Surroundings,
  settings: Settings,
): Promise<Outcome<string>> {
  const opened = await openSettings(settings)
  if (!opened.ok) return opened
  const { store, signer } = opened.value
  try {
    const publicOrigin = originOf(settings, settings.port)
    const deployment = { store, signer, random, publicOrigin }
    return done(await administratorLink(deployment, context.clock()))
  } finally {
    await store.close()
  }
}
