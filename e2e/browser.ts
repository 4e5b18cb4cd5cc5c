import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type Page } from 'playwright-core'
import { root } from '../tools/run.ts'
import { chromiumPath } from './chromium.ts'

// The browser talks to the server under test and to nobody else.
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts headless Chromium; the error says how to get it where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const found = chromiumPath()
  if (!found.ok) throw new Error(found.message)
  return chromium.launch({ executablePath: found.path, args: flags, chromiumSandbox: false })
}

export interface View {
  /** Pixels: 360 is a phone, 1280 (used when absent) a desk. */
  width?: number
  dark?: boolean
}

/** Opens a path of the server in a window of that width and color scheme. */
export async function open(page: Page, path: string, view: View = {}): Promise<void> {
  await page.setViewportSize({ width: view.width ?? 1280, height: 800 })
  await page.emulateMedia({ colorScheme: view.dark === true ? 'dark' : 'light' })
  await page.goto(path)
}

/** What axe finds serious or critical on the page as it is now, one line each with the element. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate(async () => {
    const inPage = (globalThis as unknown as { axe: typeof axe }).axe
    const rules = { 'target-size': { enabled: true } }
    return (await inPage.run(document, { resultTypes: ['violations'], rules })).violations
  })
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ impact, id, help, nodes }) =>
      nodes.map((node) => `${impact} ${id}: ${help}, at ${node.target.join(' ')}`),
    )
}

/** Keeps a picture of the whole page under e2e/.output, which git ignores. Returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(root, 'e2e/.output')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`)
  await page.screenshot({ path, fullPage: true })
  return path
}
