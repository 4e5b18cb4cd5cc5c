import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { settled } from './drafts.ts'
import { open, test } from './harness.ts'

const names = (page: Page): Promise<string[]> =>
  page
    .locator('.chip-table tbody th')
    .evaluateAll((cells) => cells.map((cell) => cell.firstChild?.textContent ?? ''))

const column = (page: Page, index: number): Promise<string[]> =>
  page
    .locator(`.chip-table tbody tr:not(.detail-row) > :nth-child(${index})`)
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''))

describe('the chip explorer', () => {
  test('sorts by a number, unknown ones last, and keeps it in the address', async ({ page }) => {
    await open(page, '/chips')
    await settled(page)
    await page.getByRole('button', { name: 'TPP', exact: true }).click()
    await expect.poll(() => page.url()).toMatch(/sort=-tpp/)
    const shown = await column(page, 2)
    const known = shown.filter((text) => text !== 'not public')
    const numbers = known.map((text) => Number(text.replaceAll(',', '')))
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
    expect(shown.slice(known.length).every((text) => text === 'not public')).toBe(true)
    expect(shown.length).toBeGreaterThan(known.length)
    await page.reload()
    await settled(page)
    expect(await column(page, 2)).toEqual(shown)
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toMatch(/TPP/)
  })

  test('narrows by name and by classification', async ({ page }) => {
    await open(page, '/chips')
    await page.getByLabel('Name or maker').fill('h100 sxm')
    await expect.poll(() => names(page)).toEqual(['H100 SXM'])
    await page.getByLabel('Name or maker').fill('')
    await page.getByLabel('Classification').selectOption('unknown')
    await expect
      .poll(async () => (await column(page, 5)).every((text) => /^cannot tell/.test(text)))
      .toBe(true)
    await page.getByLabel('Classification').selectOption('')
    await page.getByText('Only where sources disagree').click()
    const flagged = page.locator('.chip-table .tag-differs')
    await expect.poll(async () => (await flagged.count()) === (await names(page)).length).toBe(true)
  })

  test('shows the source of each number on request', async ({ page }) => {
    await open(page, '/chips?search=H20')
    await page.getByRole('button', { name: 'Sources of H20', exact: true }).click()
    const detail = await page.locator('.chip-detail').textContent()
    expect(detail).toMatch(/Memory bandwidth4,000 GB\/ssource/)
  })

  test('draws the controlled regions and every chip whose numbers are public', async ({ page }) => {
    await open(page, '/chips')
    await settled(page)
    const plot = page.locator('.plot')
    await expect.poll(() => plot.locator('svg').count()).toBeGreaterThan(0)
    expect(await plot.textContent()).toMatch(/3A090\.a/)
    const drawn = await plot.locator('svg g path title').count()
    const tpp = await column(page, 2)
    const density = await column(page, 3)
    const complete = tpp.filter(
      (text, index) => text !== 'not public' && !/not public/.test(density[index] ?? ''),
    )
    expect(drawn).toBe(complete.length)
    expect(await plot.getByRole('img').getAttribute('aria-label')).toMatch(/chips, \d+ are of the/)
  })

  test('changes with the reading: H20 joins 3A090.a under the inference proposal', async ({
    page,
  }) => {
    await open(page, '/chips?search=H20')
    await settled(page)
    expect((await column(page, 5))[0]).toBe('not 3A090')
    await page
      .getByLabel('Reading of the law', { exact: true })
      .selectOption('proposal:inference-chips')
    await expect.poll(async () => (await column(page, 5))[0]).toBe('3A090.a')
  })

  test('downloads the shown rows', async ({ page }) => {
    await open(page, '/chips?search=h100 sxm')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download these rows as CSV' }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toMatch(/H100 SXM,NVIDIA,2022,15832,19\.45,3350,3A090\.a,1699/)
  })

  test('classifies a chip by its specification, and says what is wrong with it', async ({
    page,
  }) => {
    await open(page, '/chips')
    for (const bits of [4, 32, 64]) {
      await page.getByLabel(`Dense rate at ${bits} bits`).fill('0')
    }
    await page.getByLabel('Dense rate at 8 bits').fill('296')
    await page.getByLabel('Dense rate at 16 bits').fill('148')
    await page.getByLabel('Applicable die area').fill('814')
    await page.getByLabel('Designed or marketed for data centers').selectOption('yes')
    await page.getByRole('button', { name: 'Classify' }).click()
    const result = page.locator('.result')
    expect(await result.textContent()).toMatch(/Not 3A090/)
    expect(await result.textContent()).toMatch(/2,368 TPP/)
    await page.getByLabel('Applicable die area').fill('many')
    await page.getByRole('button', { name: 'Classify' }).click()
    expect(await page.getByRole('alert').textContent()).toMatch(/Applicable die area is "many"/)
  })
})
