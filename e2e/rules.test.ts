import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { caseFragment, settled } from './drafts.ts'
import { axeViolations, open, test } from './harness.ts'

const rules = '/programs/chip-exports/rules'
const asText = '?asOf=2026-11-23&mode=text'

const views = [
  ['desk, light', { width: 1280, dark: false }],
  ['desk, dark', { width: 1280, dark: true }],
  ['phone, light', { width: 360, dark: false }],
  ['phone, dark', { width: 360, dark: true }],
] as const

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? '')
const section = (page: Page, name: string) => page.locator(`[id="definition.${name}"]`)

describe.each(views)('%s', (_, view) => {
  test('the rules fit, and axe finds nothing', async ({ page }) => {
    await open(page, `${rules}${asText}`, view)
    await settled(page)
    // All tables opened are ten thousand elements: one view of each scheme looks at them.
    const isOpened = view.width === 360
    await page.evaluate((open) => {
      for (const details of document.querySelectorAll('details')) details.open = open
    }, isOpened)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })

  test('the drawing of one conclusion fits, and axe finds nothing', async ({ page }) => {
    await open(page, `${rules}/graph${asText}&definition=lpp`, view)
    await settled(page)
    await page.locator('.drawing svg').waitFor()
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })
})

describe('the printed rules', () => {
  test('a link leads to its paragraph, which takes focus', async ({ page }) => {
    await open(page, `${rules}${asText}#clause.lpp.limit-exceeded`)
    await settled(page)
    await expect.poll(() => focused(page)).toBe('clause.lpp.limit-exceeded')
    const target = page.locator('[id="clause.lpp.limit-exceeded"]')
    expect(await target.textContent()).toMatch(
      /^\(3\) .*does not hold where the sum of “TPP already/,
    )
    await expect
      .poll(() => target.evaluate((item) => item.getBoundingClientRect().top))
      .toBeLessThan(200)
  })

  test('says so when the paragraph does not count under the reading, and finds it in another', async ({
    page,
  }) => {
    await open(page, `${rules}?asOf=2026-11-23&mode=enforced#clause.lpp.limit-exceeded`)
    await settled(page)
    await page.getByText('That paragraph does not count here').waitFor()
    await page.getByLabel('Reading of the law', { exact: true }).selectOption('text')
    await expect.poll(() => focused(page)).toBe('clause.lpp.limit-exceeded')
    expect(page.url()).toContain('mode=text')
    expect(await page.getByText('That paragraph does not count here').count()).toBe(0)
  })

  test('a search leaves the sections that say it, and a link out of them shows the rest', async ({
    page,
  }) => {
    await open(page, `${rules}${asText}`)
    await settled(page)
    await page.getByLabel('Search these rules').fill('740.29 certificate')
    await expect
      .poll(() => page.getByRole('status').first().textContent())
      .toMatch(/^1 section of 70/)
    expect(await section(page, 'lpp').count()).toBe(1)
    expect(await section(page, 'determination').count()).toBe(0)
    await page.locator('.law').getByRole('link', { name: '“Item of an .a leg”' }).first().click()
    await expect.poll(() => focused(page)).toBe('definition.isLegA')
  })

  test('the law of another day is another law', async ({ page }) => {
    await open(page, `${rules}${asText}`)
    await settled(page)
    expect(await section(page, 'eccn').count()).toBe(1)
    const before = await page.locator('.law').textContent()
    await page.getByLabel('As of').fill('2022-10-10')
    await expect.poll(() => page.url()).toContain('asOf=2022-10-10')
    expect(before).toContain('Performance density of 3A090.a.2” (5.92 TPP/mm²)')
    expect(await page.locator('.law').textContent()).not.toContain(
      'Performance density of 3A090.a.2” (5.92',
    )
  })

  test('facts, numbers and tables open when a sentence links to them', async ({ page }) => {
    await open(page, `${rules}${asText}#parameter.lppAnnualLimit`)
    await settled(page)
    await expect.poll(() => focused(page)).toBe('parameter.lppAnnualLimit')
    const row = page.locator('[id="parameter.lppAnnualLimit"]')
    expect(await row.textContent()).toContain('26,900,000 TPP (taken)')
  })

  test('a determination leads from a reason to the very paragraph', async ({ page }) => {
    const facts = { subjectToEar: false }
    await open(page, `/programs/chip-exports/determination${caseFragment({ facts })}`)
    await settled(page)
    await page
      .getByRole('link', { name: /^Read it/ })
      .first()
      .click()
    await expect.poll(() => focused(page)).toBe('clause.determination.not-subject-to-the-ear')
    expect(page.url()).toContain('asOf=2026-11-23&mode=text')
  })
})

describe('the drawing', () => {
  test('can be walked with the keyboard alone: choose a node, and see what it rests on', async ({
    page,
  }) => {
    await open(page, `${rules}/graph${asText}`)
    await settled(page)
    await page.locator('.drawing svg').waitFor()
    await page.locator('.drawing').getByRole('link', { name: 'Classification' }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('definition=eccn')
    await page.getByRole('heading', { name: 'What “Classification” rests on' }).waitFor()
    await page.locator('.drawing [data-chosen]').waitFor()
    expect(await page.getByRole('row', { name: /^Kind of item/ }).textContent()).toContain('Fact')
  })

  test('shows a fact in the rules when it is chosen', async ({ page }) => {
    await open(page, `${rules}/graph${asText}&definition=eccn`)
    await settled(page)
    await page.locator('.drawing svg').waitFor()
    await page.locator('.drawing').getByRole('link', { name: 'Kind of item' }).click()
    await expect.poll(() => focused(page)).toBe('fact.itemKind')
  })
})
