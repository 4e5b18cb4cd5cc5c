import { programById } from '#programs'
import { describe, expect } from 'vitest'
import { settled } from './drafts.ts'
import { expectProblem, open, startServer, test } from './harness.ts'

const facts = { ...programById('chip-exports')?.example, quantity: 100 }

interface Opened {
  readonly case: { readonly id: string; readonly version: number }
  readonly caseKey: string
}

const send = (url: string, body: unknown, key?: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
  })

async function openCase(server: string): Promise<Opened> {
  const references = { ultimateConsignee: 'Officer Example Sdn. Bhd.' }
  const response = await send(`${server}/api/cases`, { program: 'chip-exports', facts, references })
  return (await response.json()) as Opened
}

describe('the officers’ queue', () => {
  test('says how to sign in, and shows nothing before', async ({ page }) => {
    await open(page, '/officer')
    await settled(page)
    expect(await page.locator('main').textContent()).toMatch(/one-time administrator link/)
    expect(await page.locator('table').count()).toBe(0)
  })

  test('is worked from the link: find, decide, settle, and lose no update', async ({ browser }) => {
    const server = await startServer()
    const context = await browser.newContext()
    const page = await context.newPage()
    try {
      const { case: first } = await openCase(server.url)
      const { case: second, caseKey } = await openCase(server.url)
      await page.goto(server.administratorLink())
      await page.waitForURL(/\/officer$/)
      await settled(page)
      await page.getByLabel('Status').selectOption('draft')
      await page.waitForURL(/status=draft/)
      await page.getByRole('link', { name: first.id }).click()
      await settled(page)
      await page.getByRole('button', { name: 'Decide and record' }).click()
      await page.getByRole('button', { name: 'Settle' }).waitFor()
      expect(await page.locator('main').textContent()).toMatch(/1,583,200 TPP of/)
      await page.getByRole('button', { name: 'Settle' }).click()
      await page.getByText('Nothing is left to be done with this case.').waitFor()
      expect(await page.locator('.history li').count()).toBeGreaterThanOrEqual(4)

      await page.goto(`${server.url}/officer/${second.id}`)
      await page.getByRole('button', { name: 'Decide and record' }).waitFor()
      const body = { expectedVersion: second.version, asOf: '2026-11-23', mode: 'text' }
      const decided = await send(`${server.url}/api/cases/${second.id}/decide`, body, caseKey)
      expect(decided.status).toBe(200)
      await page.getByRole('button', { name: 'Decide and record' }).click()
      await page.getByText('Someone changed this case in the meantime').waitFor()
      await page.getByRole('button', { name: 'Show the newer case' }).click()
      await page.getByRole('button', { name: 'Release' }).click()
      await page.getByText('Nothing is left to be done with this case.').waitFor()

      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByText('This page is for officers').waitFor()
    } finally {
      await context.close()
      await server.stop()
    }
  })

  test('tells a visitor that a case is not theirs', async ({ page }) => {
    expectProblem(page, /40[134]/)
    await open(page, '/cases/case-0000000000000000#key=prvc_wrong')
    await page.getByText('The case cannot be opened').waitFor()
  })
})
