import type { Command } from '../command.ts'
import { answer } from '../command.ts'
import { readSettings, servingOptions } from '../serving/settings.ts'

export const serveCommand: Command = {
  name: 'serve',
  summary:
    'serve pages and API; the database is made in the data folder unless DATABASE_URL is set',
  positionals: [],
  options: servingOptions,
  example: 'proviso serve --port 8080 --data ./data',
  run: async (surroundings, given) => {
    const settings = readSettings(given, surroundings.environment)
    if (!settings.ok) return settings
    // Loaded when it is wanted: other commands start faster without a database and a server.
    const serve = await import('../serving/serve.ts').then((module) => module.serve)
    const served = await serve(surroundings, settings.value)
    return served.ok ? answer('') : served
  },
}
