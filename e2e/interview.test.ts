import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { settled } from './drafts.ts'
import { open, test } from './harness.ts'

const start = '/programs/chip-exports/apply'

/** Presses Tab until the focus is on something with this text, or fails. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (text.test(focused.trim())) return
  }
  throw new Error(`no element with the text ${text} can be reached with Tab`)
}

const heading = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('h1')?.textContent ?? '')

type Answer =
  | { readonly choose: number }
  | { readonly search: string }
  | { readonly type: string }
  | { readonly none: true }

/** Answers the question on the page with the keyboard alone, and waits for the next one. */
async function answer(page: Page, given: Answer): Promise<void> {
  const before = page.url()
  await page.keyboard.press('Tab')
  if ('choose' in given) {
    await page.keyboard.press('Space')
    for (let step = 0; step < given.choose; step += 1) await page.keyboard.press('ArrowDown')
  } else if ('search' in given) {
    await page.keyboard.type(given.search)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  } else if ('type' in given) {
    await page.keyboard.type(given.type)
    await page.keyboard.press('Enter')
  }
  if (!('type' in given)) {
    await tabTo(page, /^Continue/)
    await page.keyboard.press('Enter')
  }
  await page.waitForURL((url) => url.href !== before)
  await settled(page)
}

const yes: Answer = { choose: 0 }
const no: Answer = { choose: 1 }
const answers: Readonly<Record<string, Answer>> = {
  subjectToEar: yes,
  transaction: { choose: 0 },
  itemKind: { choose: 0 },
  chip: { search: 'H100 SXM' },
  quantity: { type: '1699' },
  destination: { search: 'Malaysia' },
  headquarters: { search: 'Malaysia' },
  ultimateParent: { search: 'Malaysia' },
  partyListing: { choose: 0 },
  ownershipDetermined: yes,
  owners: { none: true },
  restrictedUses: { none: true },
  redFlags: { none: true },
  diversionFlags: { none: true },
  redFlagsResolved: yes,
  otherFunction: { choose: 0 },
  directToUltimateConsignee: yes,
  consigneeCertificate: yes,
  lppUsedThisYear: { type: '0' },
}

describe('the interview', () => {
  test('goes from start to determination with the keyboard alone', async ({ page }) => {
    await open(page, start)
    await settled(page)
    await tabTo(page, /^Start$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/apply\/\w+$/)
    const asked: string[] = []
    while (!page.url().endsWith('/determination')) {
      await settled(page)
      const name = page.url().split('/').at(-1) ?? ''
      expect(asked).not.toContain(name)
      asked.push(name)
      await expect.poll(() => heading(page)).not.toBe('')
      await answer(page, answers[name] ?? no)
    }
    expect(asked.slice(0, 4)).toEqual(['subjectToEar', 'transaction', 'itemKind', 'chip'])
    await expect.poll(() => heading(page)).toBe('Determination')
    const outcome = page.locator('.outcome')
    expect(await outcome.textContent()).toMatch(/On these facts, under the rules as enforced/)
    expect(await outcome.getAttribute('data-decided')).toBe('true')
  })

  test('stops early when nothing can change the answer', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('No', { exact: true }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/determination$/)
    expect(await page.locator('.outcome').textContent()).toMatch(/not to be subject to the EAR/)
  })

  test('keeps the answers when the page is loaded again', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByText('Yes', { exact: true }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/apply\/transaction$/)
    await page.reload()
    await settled(page)
    expect(await page.locator('.so-far').textContent()).toMatch(/Subject to the EARYes/)
    await page.goBack()
    await settled(page)
    expect(await page.getByLabel('Yes').isChecked()).toBe(true)
  })

  test('says what is wrong with an answer, and leads to the field', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.waitForURL(/\/apply\/\w+$/)
    await open(page, `${start}/quantity`)
    await page.getByRole('textbox').fill('-5')
    await page.getByRole('button', { name: 'Continue' }).click()
    const summary = page.getByRole('alert')
    expect(await summary.textContent()).toMatch(/Quantity is "-5", but must lie between 1 and/)
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true)
    await summary.getByRole('link').click()
    const field = page.getByRole('textbox')
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    await field.fill('')
    await page.keyboard.press('Enter')
    expect(await summary.textContent()).toMatch(/nothing was entered/)
  })

  test('keeps “I don’t know” as unknown, and does not ask again', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.getByRole('button', { name: 'I don’t know' }).click()
    await page.waitForURL(/\/apply\/(?!subjectToEar)\w+$/)
    expect(await page.locator('.so-far').textContent()).toMatch(/Unknown \(you do not know\)/)
    await page.getByRole('button', { name: 'Skip for now' }).click()
    await page.waitForURL(/\/apply\/itemKind$/)
    expect(await page.locator('.progress').textContent()).toMatch(/1 skipped/)
  })

  test('starts from an example whose answers can be changed', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Use this example' }).click()
    await page.waitForURL(/\/determination$/)
    await page.getByText(/facts stated/).click()
    await page.getByRole('link', { name: 'Change Quantity' }).click()
    await page.waitForURL(/\/apply\/quantity$/)
    expect(await page.getByRole('textbox').inputValue()).toBe('1700')
  })

  test('takes rows, and says which row is wrong', async ({ page }) => {
    await open(page, start)
    await page.getByRole('button', { name: 'Start' }).click()
    await page.waitForURL(/\/apply\/\w+$/)
    await open(page, `${start}/owners`)
    await page.getByRole('button', { name: 'Add a row' }).click()
    await page.getByLabel('Share owned, percent').fill('130')
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await page.getByRole('alert').textContent()).toMatch(/row 1, Share owned, percent is/)
    await page.getByLabel('Share owned, percent').fill('30')
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.waitForURL(/\/apply\/(?!owners)\w+$/)
    expect(await page.locator('.so-far').textContent()).toMatch(/1 row/)
  })
})
