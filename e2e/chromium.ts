import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export type Chromium = { ok: true; path: string } | { ok: false; message: string }

/** The browser for end-to-end tests: PROVISO_CHROMIUM when set, else the first one on PATH. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): Chromium {
  const chosen = env['PROVISO_CHROMIUM']
  if (chosen !== undefined && chosen !== '') {
    if (isExecutable(chosen)) return { ok: true, path: chosen }
    return { ok: false, message: `PROVISO_CHROMIUM names ${chosen}, which is not a program` }
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const path = folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(isExecutable)
  if (path !== undefined) return { ok: true, path }
  const message =
    'The end-to-end tests need Chromium, and PATH has none. On Debian or Ubuntu: ' +
    'apt-get install chromium. Elsewhere: install any Chromium or Chrome, and set ' +
    'PROVISO_CHROMIUM to the path of its program'
  return { ok: false, message }
}
