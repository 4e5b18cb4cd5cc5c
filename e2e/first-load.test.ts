import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { settled } from './drafts.ts'
import { open, test } from './harness.ts'

const scriptBytesMax = 200_000

// What a browser really fetches on a first visit, chunks that are loaded on demand included.
for (const path of ['/', '/programs/chip-exports/apply', '/programs/chip-exports/cases/lpp-1700']) {
  test(`${path} works with less than 200 kB of compressed script`, async ({ page }) => {
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      if (!response.url().endsWith('.js')) return
      sizes.push(response.body().then((body) => gzipSync(body).length))
    })
    await open(page, path)
    await settled(page)
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(scriptBytesMax)
  })
}
