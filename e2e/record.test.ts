import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { programById } from '#programs'
import { describe, expect } from 'vitest'
import { caseFragment, settled } from './drafts.ts'
import { open, test } from './harness.ts'

const facts = { ...programById('chip-exports')?.example, quantity: 100 }
const consignee = 'What is the full legal name of the ultimate consignee?'

/** Records a small shipment as text through the pages, and gives the text of its receipt. */
async function recordShipment(page: Page, name: string): Promise<string> {
  await open(page, `/programs/chip-exports/determination${caseFragment({ facts })}`)
  await page.getByLabel(consignee).fill(name)
  await page.getByRole('button', { name: 'Record this determination' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the receipt' }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

const check = async (page: Page, receipt: string): Promise<string> => {
  await page.getByLabel('Text of the receipt').fill(receipt)
  await page.getByRole('button', { name: 'Check the receipt' }).click()
  return (await page.locator('.receipt-result').textContent()) ?? ''
}

describe('a recorded determination', () => {
  test('has a receipt that holds, and one changed word that does not', async ({ page }) => {
    const receipt = await recordShipment(page, 'First Example Sdn. Bhd.')
    expect(await page.locator('.usa-alert--success').textContent()).toMatch(
      /License required; a license exception authorizes it.*1,583,200 TPP reserved/,
    )
    await open(page, '/record')
    await settled(page)
    const good = await check(page, receipt)
    expect(good).toMatch(/The receipt holds/)
    expect(good.match(/passed/g)).toHaveLength(5)
    const tampered = await check(page, receipt.replace('licenseException', 'noLicenseRequired'))
    expect(tampered).toMatch(/The receipt does not hold/)
    expect(tampered).toMatch(/The entry is the one that was recorded failed/)
    expect(tampered).toMatch(/not reached/)
    expect(await check(page, 'not a receipt')).toMatch(/The text is not JSON/)
    const other = `record.example+00000000+${'A'.repeat(44)}`
    await page.getByLabel('Key you trust (optional)').fill(other)
    expect(await check(page, receipt)).toMatch(/The receipt does not hold/)
  })

  test('takes a receipt as a file', async ({ page }) => {
    const receipt = await recordShipment(page, 'Second Example Sdn. Bhd.')
    await open(page, '/record')
    await page.getByLabel('Receipt file').setInputFiles({
      name: 'receipt.json',
      mimeType: 'application/json',
      buffer: Buffer.from(receipt),
    })
    await page.getByText('The receipt holds').waitFor()
  })

  test('stands among the entries, and the record is shown to have only grown', async ({ page }) => {
    await recordShipment(page, 'Third Example Sdn. Bhd.')
    await open(page, '/record')
    await settled(page)
    const first = page.locator('.entries > li').first()
    expect(await first.textContent()).toMatch(/Determination, Chip exports/)
    expect(await first.textContent()).toMatch(/On these facts, under the text as it stands/)
    expect(await page.locator('main').textContent()).not.toMatch(/Third Example/)
    const download = page.waitForEvent('download')
    await first.getByRole('button', { name: /^Receipt of entry/ }).click()
    const receipt = readFileSync(await (await download).path(), 'utf8')
    expect(await check(page, receipt)).toMatch(/The receipt holds/)
    await page.getByLabel('From size').fill('1')
    await page.getByRole('button', { name: 'Check the growth' }).click()
    await page.getByText('It only grew').waitFor()
  })

  test('is drawn from its account, whose holder is only a digest', async ({ page }) => {
    await recordShipment(page, 'Fourth Example Sdn. Bhd.')
    await open(page, '/ledger')
    await settled(page)
    const account = page.locator('.account').filter({ hasText: 'License Exception LPP' }).first()
    expect(await account.textContent()).toMatch(/Cap26,900,000 TPP/)
    expect(await page.locator('main').textContent()).not.toMatch(/Example Sdn/)
    await account.getByRole('link').click()
    await settled(page)
    expect(await page.locator('main').textContent()).toMatch(/Reserved1,583,200/)
  })

  test('is final: other facts are a new case', async ({ page }) => {
    await recordShipment(page, 'Fifth Example Sdn. Bhd.')
    await page.reload()
    await settled(page)
    const keep = page.locator('section[aria-labelledby="keep"]')
    expect(await keep.textContent()).toMatch(/was decided and recorded/)
    await page.getByRole('button', { name: 'Go on as a new case' }).click()
    await page.getByRole('button', { name: 'Record this determination' }).waitFor()
  })
})

describe('a saved case', () => {
  test('opens again in another browser with its link', async ({ page, browser, server }) => {
    await open(page, `/programs/chip-exports/determination${caseFragment({ facts })}`)
    await page.getByLabel(consignee).fill('Sixth Example Sdn. Bhd.')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const link = await page.getByRole('link', { name: /\/cases\// }).getAttribute('href')
    const context = await browser.newContext({ baseURL: server.url })
    const other = await context.newPage()
    await other.goto(link ?? '')
    await other.waitForURL(/\/determination$/)
    await settled(other)
    expect(await other.locator('.outcome').textContent()).toMatch(/as of \d{4}-\d{2}-\d{2}/)
    expect(await other.getByLabel(consignee).inputValue()).toBe('Sixth Example Sdn. Bhd.')
    await context.close()
  })

  test('does not open without its key', async ({ page }) => {
    await open(page, '/cases/case-0000000000000000')
    await page.getByLabel('Case key').waitFor()
  })

  test('under a proposal can be saved but not recorded', async ({ page }) => {
    const mode = 'proposal:conditional-lpp'
    await open(page, `/programs/chip-exports/determination${caseFragment({ facts, mode })}`)
    await settled(page)
    expect(await page.getByRole('button', { name: 'Record this determination' }).count()).toBe(0)
    await page.getByText(/Only the text as it stands and the rules as enforced/).waitFor()
  })
})
