// What end-to-end tests import: `test` gives each test a fresh page on one shared server.
import type { Browser, Page } from 'playwright-core'
import { test as base } from 'vitest'
import { launchBrowser, screenshot } from './browser.ts'
import { unexpectedProblems, watchProblems } from './problems.ts'
import { startServer, type Server } from './server.ts'

export { axeViolations, open, screenshot } from './browser.ts'
export { expectProblem } from './problems.ts'
export { startServer } from './server.ts'

interface Fixtures {
  /** The server that all tests share: a test reads, or makes a case of its own. */
  server: Server
  browser: Browser
  /** A page without cookies; the test fails when it reports a problem (see problems.ts). */
  page: Page
}

export const test = base.extend<Fixtures>({
  server: [
    // eslint-disable-next-line no-empty-pattern -- vitest reads the needed fixtures off this pattern
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  browser: [
    // eslint-disable-next-line no-empty-pattern -- vitest reads the needed fixtures off this pattern
    async ({}, use) => {
      const browser = await launchBrowser()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  page: async ({ browser, server, task }, use) => {
    const context = await browser.newContext({ baseURL: server.url })
    const page = await context.newPage()
    watchProblems(page, server.url)
    await use(page)
    const problems = unexpectedProblems(page)
    const failed = task.result?.state === 'fail' || problems.length > 0
    if (failed) await screenshot(page, `failed ${task.name}`)
    await context.close()
    if (problems.length > 0) throw new Error(`the page reported:\n${problems.join('\n')}`)
  },
})
