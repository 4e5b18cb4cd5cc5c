import { readFileSync } from 'node:fs'
import { programById } from '#programs'
import { describe, expect } from 'vitest'
import { caseFragment, settled } from './drafts.ts'
import { open, test } from './harness.ts'

const example = programById('chip-exports')?.example ?? {}
const path = (given: Parameters<typeof caseFragment>[0]): string =>
  `/programs/chip-exports/determination${caseFragment(given)}`

describe('the determination', () => {
  test('comes from a link, and the link’s facts leave the address', async ({ page }) => {
    await open(page, path({ facts: example }))
    await settled(page)
    expect(await page.locator('.outcome').textContent()).toMatch(
      /License required; presumption of approvalOn these facts, under the text as it stands, as of 2026-11-23/,
    )
    expect(new URL(page.url()).hash).toBe('')
    await page.reload()
    await settled(page)
    expect(await page.locator('.outcome').textContent()).toMatch(/presumption of approval/)
  })

  test('recomputes under another reading and as of another day', async ({ page }) => {
    await open(page, path({ facts: example }))
    const outcome = page.locator('.outcome')
    await page.getByLabel('Reading of the law', { exact: true }).selectOption('enforced')
    await expect.poll(() => outcome.textContent()).toMatch(/under the rules as enforced/)
    await page.getByLabel('As of').fill('2024-06-01')
    await expect.poll(() => outcome.textContent()).toMatch(/as of 2024-06-01/)
    await page.getByLabel('As of').fill('2020-01-01')
    await page.getByText('No rule here is in force on that day').waitFor()
    expect(await outcome.textContent()).toMatch(/as of 2024-06-01/)
  })

  test('lays two readings side by side with their differences', async ({ page }) => {
    await open(page, path({ facts: example }))
    await page.getByLabel('Compare with').selectOption('enforced')
    const table = page.locator('.compare-table')
    await table.waitFor()
    const rows = table.locator('tbody tr')
    const differing = await rows.count()
    expect(differing).toBeGreaterThan(0)
    expect(await rows.first().textContent()).toMatch(/Determinationdiffers/)
    expect(await table.locator('thead').textContent()).toMatch(/As the text stands.*As enforced/)
    await page.getByRole('button', { name: /^Show all/ }).click()
    expect(await rows.count()).toBeGreaterThan(differing)
    await page.getByText(/^Clauses that make the difference/).click()
    expect(await page.locator('.comparison').textContent()).toMatch(/15 CFR 740\.29/)
  })

  test('gives its reasons as a tree down to the stated facts', async ({ page }) => {
    await open(page, path({ facts: example }))
    await page.getByRole('button', { name: 'Open all reasons' }).click()
    const reasons = await page.locator('.reasons').textContent()
    expect(reasons).toMatch(/Destination Malaysia \(stated in this case\)/)
    expect(reasons).toMatch(/Dense rate at 8 bits 1,979 TOPS \(table: Chip specifications\)/)
    expect(reasons).toMatch(/in force, from \d{4}-\d{2}-\d{2}/)
    expect(reasons).toMatch(/verified \d{4}-\d{2}-\d{2}/)
    await page.getByRole('button', { name: 'Close all' }).click()
    expect(await page.locator('.reasons details[open]').count()).toBe(0)
  })

  test('names what is missing and leads to the question', async ({ page }) => {
    await open(page, path({ facts: { chip: 'H100 SXM', quantity: 1 } }))
    expect(await page.locator('.outcome').textContent()).toMatch(/Cannot tell yet/)
    const missing = page.locator('.missing')
    await missing.getByRole('link').first().click()
    await page.waitForURL(/\/apply\/\w+$/)
  })

  test('lets a reader assume a number nobody has set, and says so', async ({ page }) => {
    const facts = {
      ...example,
      quantity: 100,
      restrictedLppDestination: true,
      locationVerified: false,
    }
    await open(page, path({ facts, mode: 'proposal:conditional-lpp' }))
    expect(await page.locator('.outcome').textContent()).toMatch(/Cannot tell yet/)
    const input = page.getByLabel('Unconditional LPP limit at a restricted destination')
    await input.fill('-1')
    await page.getByRole('button', { name: 'Assume this value' }).click()
    expect(await page.locator('.parameter').first().textContent()).toMatch(/must lie between 0/)
    await input.fill('5000000')
    await page.getByRole('button', { name: 'Assume this value' }).click()
    await expect.poll(() => page.locator('.outcome').getAttribute('data-decided')).toBe('true')
    expect(await page.locator('.parameter').first().textContent()).toMatch(/Assumed by you/)
  })

  test('refuses facts that contradict the chip table, naming the question', async ({ page }) => {
    await open(page, path({ facts: { ...example, applicableDieArea: 500 } }))
    const problems = page.locator('.usa-alert--error')
    expect(await problems.textContent()).toMatch(/Applicable die area is 500, but chips says 814/)
    await problems.getByRole('link').click()
    await page.waitForURL(/\/apply\/applicableDieArea$/)
  })

  test('downloads the same document that the API gives', async ({ page, server }) => {
    await open(page, path({ facts: example }))
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download as JSON' }).click()
    const file = await (await download).path()
    const own = JSON.parse(readFileSync(file, 'utf8')) as unknown
    const response = await fetch(`${server.url}/api/programs/chip-exports/decide`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ facts: example, asOf: '2026-11-23', mode: 'text' }),
    })
    expect(own).toEqual(await response.json())
  })

  test('prints without controls', async ({ page }) => {
    await open(page, path({ facts: example }))
    await settled(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.site-header').isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Record this determination' }).isVisible()).toBe(
      false,
    )
    expect(await page.locator('.outcome').isVisible()).toBe(true)
  })

  test('never says that anybody is cleared', async ({ page }) => {
    await open(page, path({ facts: example }))
    await settled(page)
    expect(await page.locator('body').textContent()).not.toMatch(/\b(clear|cleared|compliant)\b/i)
  })
})
