import type { Command } from '../command.ts'
import { answer } from '../command.ts'
import { readSettings, servingOptions } from '../serving/settings.ts'

export const adminLinkCommand: Command = {
  name: 'admin-link',
  summary: 'make a new one-time administrator link (stop an embedded server first)',
  positionals: [],
  options: servingOptions,
  example: 'proviso admin-link --data ./data',
  run: async (surroundings, given) => {
    const settings = readSettings(given, surroundings.environment)
    if (!settings.ok) return settings
    const makeLink = await import('../serving/admin-link.ts').then((module) => module.makeLink)
    const link = await makeLink(surroundings, settings.value)
    return link.ok ? answer(link.value) : link
  },
}
