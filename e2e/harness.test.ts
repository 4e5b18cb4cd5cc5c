import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeViolations, launchBrowser, open } from './browser.ts'
import { expectProblem, unexpectedProblems, watchProblems } from './problems.ts'

// The harness itself: that it sees what is wrong with a page, and nothing wrong with a good one.
const pages: Readonly<Record<string, string>> = {
  '/good': '<main><h1>Good</h1><button>Go on</button></main>',
  '/bad': '<main><h1>Bad</h1><img src="data:," /><button></button></main>',
  '/console': '<main><h1>Logs</h1></main><script>console.error("it broke")</script>',
  '/uncaught': '<main><h1>Throws</h1></main><script>missing()</script>',
  '/elsewhere':
    '<main><h1>Tracks</h1></main><script>fetch("http://localhost:9/x").catch(() => 0)</script>',
}
const server = createServer((request, response) => {
  const body = pages[request.url ?? '']
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.statusCode = body === undefined ? 404 : 200
  response.end(
    `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">${body ?? ''}`,
  )
})
let browser: Browser
let origin: string
let page: Page

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

beforeEach(async () => {
  page = await browser.newPage({ baseURL: origin })
  watchProblems(page, origin)
})

afterAll(async () => {
  await browser.close()
  server.close()
})

test('a good page has no violations and no problems', async () => {
  await open(page, '/good')
  expect(await axeViolations(page)).toEqual([])
  expect(unexpectedProblems(page)).toEqual([])
})

test('axe names the rule and the element', async () => {
  await open(page, '/bad')
  const found = (await axeViolations(page)).join('\n')
  expect(found).toMatch(/critical image-alt: .*, at img/)
  expect(found).toMatch(/critical button-name: .*, at button/)
})

test.each([
  ['/console', /^console: it broke/],
  ['/uncaught', /^uncaught: ReferenceError: missing/],
  ['/elsewhere', /^request to another host: http:\/\/localhost:9\/x/],
  ['/absent', /^console: Failed to load resource.*404/],
])('%s is a problem, unless the test expects it', async (path, pattern) => {
  await open(page, path)
  await expect.poll(() => unexpectedProblems(page).join('\n')).toMatch(pattern)
  expectProblem(page, pattern)
  expectProblem(page, /ERR_(?:CONNECTION_REFUSED|UNSAFE_PORT)/)
  expect(unexpectedProblems(page)).toEqual([])
})

test('a window has the asked width and color scheme', async () => {
  await open(page, '/good', { width: 360, dark: true })
  const seen = await page.evaluate(() => ({
    width: innerWidth,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
  }))
  expect(seen).toEqual({ width: 360, dark: true })
})
