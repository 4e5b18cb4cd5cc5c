import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { referenceFiles, storedReference } from './generate-reference.ts'
import { root } from './run.ts'

const files = await referenceFiles()

describe('docs/reference', () => {
  it.each([...files])('%s is what npm run reference makes of the rules now', (file, text) => {
    // Compared as a whole: a difference of thousands of lines helps nobody.
    expect(storedReference(file) === text, 'stale: npm run reference').toBe(true)
  })

  it('has no other files', () => {
    expect(readdirSync(join(root, 'docs/reference')).sort()).toEqual([...files.keys()].sort())
  })

  it('has no link that leads nowhere', () => {
    for (const [file, text] of files) {
      if (!file.endsWith('.md')) continue
      const ids = new Set([...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id))
      const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, id]) => id)
      expect(links.length).toBeGreaterThan(100)
      expect([...new Set(links)].filter((link) => !ids.has(link))).toEqual([])
    }
  })

  it('links sources to headings that the sources have', () => {
    for (const [file, text] of files) {
      if (!file.endsWith('.md')) continue
      const sources = storedReference(`../../src/programs/${file.replace('.md', '')}/sources.md`)
      const headings = new Set(
        [...sources.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replaceAll(/[^\w\s-]/g, '')
            .replaceAll(/\s/g, '-'),
        ),
      )
      const links = [...text.matchAll(/sources\.md#([^)]+)\)/g)].map(([, id = '']) => id)
      expect([...new Set(links)].filter((link) => !headings.has(link))).toEqual([])
    }
  })
})
