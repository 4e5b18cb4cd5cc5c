import type { Page } from 'playwright-core'

interface Given {
  readonly facts: Readonly<Record<string, unknown>>
  readonly asOf?: string
  readonly mode?: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

/** The fragment by which a link carries a case, as the page itself makes it. */
export function caseFragment({ facts, asOf, mode, parameters }: Given): string {
  const draft = {
    facts,
    asOf: asOf ?? '2026-11-23',
    mode: mode ?? 'text',
    parameters: parameters ?? {},
  }
  return `#case=${Buffer.from(JSON.stringify(draft)).toString('base64url')}`
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('main .loading') === null)
}
