import { programById } from '#programs'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { screens } from '../src/web/gallery/screens.tsx'
import { caseFragment, settled } from './drafts.ts'
import { axeViolations, open, test } from './harness.ts'

const program = programById('chip-exports')
const example = program?.example ?? {}
const determination = `/programs/chip-exports/determination${caseFragment({ facts: example })}`

const pages = [
  ['home', '/'],
  ['about', '/programs/chip-exports'],
  ['start', '/programs/chip-exports/apply'],
  ['worked case', '/programs/chip-exports/cases/lpp-1700'],
  ['determination', determination],
  ['chips', '/chips'],
  ['caps', '/ledger'],
  ['record', '/record'],
  ['officers', '/officer'],
  ['all screens', '/gallery'],
  ['no such page', '/nowhere'],
  ['no such program', '/programs/nowhere'],
] as const

const views = [
  ['desk, light', { width: 1280, dark: false }],
  ['desk, dark', { width: 1280, dark: true }],
  ['phone, light', { width: 360, dark: false }],
  ['phone, dark', { width: 360, dark: true }],
] as const

/** How many pixels of the page do not fit the window sideways. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe.each(views)('%s', (_, view) => {
  for (const [name, path] of pages) {
    test(`${name} fits, and axe finds nothing`, async ({ page }) => {
      await open(page, path, view)
      await settled(page)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await axeViolations(page)).toEqual([])
    })
  }

  test('a question beside a full case fits, and axe finds nothing', async ({ page }) => {
    await open(page, determination, view)
    await settled(page)
    await open(page, '/programs/chip-exports/apply/destination', view)
    await page.getByRole('combobox').waitFor()
    await page.getByRole('combobox').fill('ma')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })

  test('a determination with everything opened fits, and axe finds nothing', async ({ page }) => {
    await open(page, determination, view)
    await settled(page)
    await page.getByLabel('Compare with').selectOption('enforced')
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await axeViolations(page)).toEqual([])
  })

  test('every screen of the gallery fits, and axe finds nothing', async ({ page }) => {
    const found: string[] = []
    for (const { name } of screens) {
      await open(page, `/gallery/${name}`, view)
      await page.locator('main h1').first().waitFor()
      if ((await overflow(page)) > 0) found.push(`${name}: does not fit`)
      found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`))
    }
    expect(found).toEqual([])
  })
})
