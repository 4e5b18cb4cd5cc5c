import type { Page } from 'playwright-core'

interface Watch {
  found: string[]
  expected: RegExp[]
}

const watches = new WeakMap<Page, Watch>()

/** Notes console errors, uncaught errors and requests to other hosts from here on. */
export function watchProblems(page: Page, origin: string): void {
  const watch: Watch = { found: [], expected: [] }
  watches.set(page, watch)
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    watch.found.push(`console: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => watch.found.push(`uncaught: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const isOther = /^(?:https?|wss?):/.test(request.url()) && !request.url().startsWith(origin)
    if (isOther) watch.found.push(`request to another host: ${request.url()}`)
  })
}

/** Says that this page will report a problem like the pattern, as part of what is tested. */
export function expectProblem(page: Page, pattern: RegExp): void {
  watches.get(page)?.expected.push(pattern)
}

/** The problems that no test expected. */
export function unexpectedProblems(page: Page): string[] {
  const { found, expected } = watches.get(page) ?? { found: [], expected: [] }
  return found.filter((problem) => !expected.some((pattern) => pattern.test(problem)))
}
