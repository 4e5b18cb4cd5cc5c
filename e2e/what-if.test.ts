import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { axeViolations, open, screenshot, test } from './harness.ts'

const path = '/programs/chip-exports/what-if'
const h100Tpp = 15_832
const scenario = (chips: number, more = ''): string =>
  `${path}?mode=proposal:conditional-lpp&as-of=2026-11-24&set=restrictedLppLimit:${chips * h100Tpp}&rows=2000${more}`

/** The sentence of the newest comparison, once it is finished. */
const statement = async (page: Page): Promise<string> => {
  const text = (await page.locator('.run-status').textContent()) ?? ''
  return /Compared in this browser/.test(text) ? text : ''
}
const compared = (page: Page, wanted: RegExp) =>
  expect.poll(() => statement(page), { timeout: 30_000 }).toMatch(wanted)
const figure = async (page: Page, name: string): Promise<string> =>
  (await page.locator(`[data-figure="${name}"]`).textContent()) ?? ''

describe('what if', () => {
  test('a cap that moves from 1,700 to 50 shows who is affected and what evasion becomes', async ({
    page,
  }) => {
    await open(page, scenario(1700))
    await compared(page, /2,000 cases \(seed 1\): 0 come out otherwise .* = 26,914,400, as of/)
    expect(await figure(page, 'evasion')).toMatch(/59at most 1,700 each/)
    await page.getByLabel('in H100 SXM').fill('50')
    await compared(page, /: [1-9]\d* \(\d\.\d%\) come out otherwise .* = 791,600, as of/)
    expect(await figure(page, 'evasion')).toMatch(/2,000at most 50 each; 59 if all five/)
    expect(await figure(page, 'most-affected')).toMatch(/\d+ cases; then /)
    const evasion = page.locator('.evasion-now')
    expect(await evasion.textContent()).toMatch(
      /^Before: 59 ultimate consignees with at most 1,699 each\. After: 2,000 ultimate consignees/,
    )
    await expect.poll(() => page.locator('.drawing svg').count()).toBe(3)
    const reasons = await page.locator('.changes').textContent()
    expect(reasons).toMatch(/set by nobody before, 791,600 TPP after/)
    expect(reasons).toMatch(
      /A lower unconditional limit \[IFP response .*\]: decides \d+ cases only/,
    )
  })

  test('the address is the scenario, and going back goes back to the one before', async ({
    page,
  }) => {
    await open(page, scenario(60))
    await compared(page, /= 949,920, as of/)
    const first = await statement(page)
    await page.getByLabel('in H100 SXM').fill('30')
    await compared(page, /= 474,960, as of/)
    await expect.poll(() => page.url()).toMatch(/set=restrictedLppLimit%3A474960/)
    await page.reload()
    await compared(page, /= 474,960, as of/)
    expect(await page.locator('pre.command').textContent()).toMatch(
      /^npx proviso whatif chip-exports --mode proposal:conditional-lpp .*--set restrictedLppLimit=474960 .*--population 2000 --seed 1$/,
    )
    await page.goBack()
    await compared(page, /= 949,920, as of/)
    expect((await statement(page)).split('Compared')[0]).toBe(first.split('Compared')[0])
    expect(await page.getByLabel('in H100 SXM').inputValue()).toBe('60')
  })

  test('works with the keyboard alone: the slider, its inputs, and the examples', async ({
    page,
  }) => {
    await open(page, scenario(40))
    await compared(page, /= 633,280, as of/)
    const slider = page.getByRole('slider')
    for (let presses = 0; presses < 40; presses += 1) {
      if (await slider.evaluate((element) => element === document.activeElement)) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('ArrowLeft')
    await compared(page, /= 617,448, as of/)
    expect(await slider.getAttribute('aria-valuetext')).toBe('39 H100 SXM, 617,448 TPP')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('a few')
    expect(await page.getByRole('alert').textContent()).toMatch(/“a few” is no amount in H100 SXM/)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('20')
    await compared(page, /= 316,640, as of/)
    await page
      .getByRole('button', { name: /^Examples/ })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.examples li').count()).toBeGreaterThan(0)
  })

  test('an example is decided before and after as its row says', async ({ page }) => {
    await open(page, scenario(50))
    await compared(page, /= 791,600, as of/)
    const row = page.locator('.moves tbody tr').first()
    const [before, after] = await row.locator('td').allTextContents()
    await row.getByRole('button', { name: /^Examples/ }).click()
    const links = page.locator('.examples li').first().getByRole('link')
    const [first, second] = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    )
    await open(page, first ?? '')
    await expect.poll(() => page.locator('.outcome').textContent()).toContain(before ?? '?')
    // The same page with another fragment is not loaded anew by itself.
    await page.goto('about:blank')
    await open(page, second ?? '')
    await expect.poll(() => page.locator('.outcome').textContent()).toContain(after ?? '?')
  })

  test('downloads who is affected and how evasion varies', async ({ page }) => {
    await open(page, scenario(50))
    await compared(page, /= 791,600, as of/)
    const text = async (name: RegExp): Promise<string> => {
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name }).click()
      return readFileSync(await (await download).path(), 'utf8')
    }
    expect(await text(/CSV ?, by destination/)).toMatch(
      /^destination,rows,changed_rows,before,after,rows_of_transition,chipCount,chipCount_unknown_rows,shipmentTpp,shipmentTpp_unknown_rows\r\n[A-Z]{2},/,
    )
    expect(await text(/CSV ?, evasion by limit/)).toMatch(/\r\n50,791600,unconditional,50,2000\r\n/)
    const json = JSON.parse(await text(/JSON/)) as { statement: string }
    expect(await statement(page)).toContain(json.statement)
  })

  test('a scenario that cannot be says why', async ({ page }) => {
    await open(page, `${path}?mode=proposal:conditional-lpp&set=restrictedLppLimit:-1&rows=2000`)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(
      /Unconditional LPP limit at a restricted destination is "-1", but must lie between 0/,
    )
  })

  test('a large population is a job of the server that can be watched and cancelled', async ({
    page,
  }) => {
    await open(page, scenario(50).replace('rows=2000', 'rows=10000000'))
    await page.getByRole('button', { name: /Compare 10,000,000 cases on the server/ }).click()
    const progress = page.getByRole('progressbar')
    await progress.waitFor()
    await expect
      .poll(async () => Number(await progress.getAttribute('value')), { timeout: 30_000 })
      .toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Cancelled. Nothing was kept.').waitFor()
    await page.getByLabel('Generated cases').selectOption('1000000')
    await page.getByRole('button', { name: /Compare 1,000,000 cases on the server/ }).click()
    await page
      .getByText(/On this generated population of 1,000,000 cases/)
      .waitFor({ timeout: 55_000 })
    expect(await figure(page, 'changed')).toMatch(/of 1,000,000 generated cases \(\d\.\d%\)/)
  }, 120_000)
})

describe.each([
  ['desk, light', { width: 1280, dark: false }],
  ['desk, dark', { width: 1280, dark: true }],
  ['phone, light', { width: 360, dark: false }],
  ['phone, dark', { width: 360, dark: true }],
])('%s', (name, view) => {
  test('what if fits with everything opened, and axe finds nothing', async ({ page }) => {
    await open(page, scenario(50), view)
    await compared(page, /= 791,600, as of/)
    await expect.poll(() => page.locator('.drawing svg').count()).toBe(3)
    await page
      .getByRole('button', { name: /^Examples/ })
      .first()
      .click()
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await screenshot(page, `what if ${name}`)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })
})
