import { parsers as htmlParsers } from 'prettier/plugins/html'
import { parsers as markdownParsers } from 'prettier/plugins/markdown'
import { describe, expect, it } from 'vitest'
import { toyText } from '../../../testing/toy-rules.ts'
import type { RuleText } from '../../rules/ast.ts'
import { load } from '../../rules/load.ts'
import { viewOf } from '../view.ts'
import type { Block } from './blocks.ts'
import { htmlOf } from './html.ts'
import { lawOf } from './law.ts'
import { lawBlocks } from './law-blocks.ts'
import { markdownOf } from './markdown.ts'
import type { Run } from './phrase.ts'

const hostile =
  '<script>alert(1)</script> *a* _b_ **c** `d` ``e`` [f](g) ![h](i) | j # k ~~l~~ $m$ & &amp; \\ "n" \'o\' <b> - 1. http://p.q'

/** The toy law with every text that a person writes made hostile. */
function hostileText(text: RuleText): RuleText {
  const change = (value: unknown, key: string): unknown =>
    /^(title|text|note|provision|quote|question|why|instrument|label)$/.test(key) ? hostile : value
  const changed = JSON.parse(JSON.stringify(text), (key, value: unknown) =>
    change(value, key),
  ) as RuleText
  const clauses = changed.clauses.map((one) => ({ ...one, note: hostile }))
  return { ...changed, clauses }
}

function blocksOf(text: RuleText): readonly Block[] {
  const loaded = load(text)
  if (!loaded.ok) throw new Error(loaded.defects.map(({ message }) => message).join('; '))
  const found = viewOf(loaded.rules, '2026-01-01', 'proposal:marsh')
  if (!found.ok) throw new Error(found.problem.message)
  return lawBlocks(lawOf(found.view))
}

interface Node {
  readonly type?: string
  readonly kind?: string
  readonly name?: string
  readonly value?: string
  readonly children?: readonly Node[]
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
}
const nodesOf = (node: Node): readonly Node[] => [node, ...(node.children ?? []).flatMap(nodesOf)]

/** All words of a document in order, as a reader sees them. */
function wordsOf(blocks: readonly Block[]): string {
  const run = (content: readonly Run[]): string => content.map(({ text }) => text).join('')
  return blocks
    .map((block): string => {
      if (block.kind === 'list') {
        return block.items
          .map(({ lead, blocks: below = [] }) => `${run(lead)} ${wordsOf(below)}`)
          .join(' ')
      }
      if (block.kind === 'table') {
        return [...block.head, ...block.rows.flatMap(({ cells }) => cells.map(run))].join(' ')
      }
      return block.kind === 'picture' ? '' : run(block.lead)
    })
    .join(' ')
}
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

describe.each([
  ['plain', toyText()],
  ['hostile', hostileText(toyText())],
] as const)('a %s law', (_, text) => {
  const blocks = blocksOf(text)

  it('has its very words in Markdown, and no markup but its own', async () => {
    const markdown = markdownOf(blocks)
    const parser = markdownParsers.markdown
    const tree = (await parser.parse(markdown, {} as Parameters<typeof parser.parse>[1])) as Node
    const nodes = nodesOf(tree)
    const html = nodes.filter(({ type }) => type === 'html').map(({ value }) => value ?? '')
    expect(html.every((tag) => /^(<a id="[\w.-]+">|<\/a>)+$/.test(tag))).toBe(true)
    expect(nodes.some(({ type }) => type === 'image' || type === 'delete')).toBe(false)
    const shown = nodes
      .filter(({ type }) => type === 'text' || type === 'inlineCode' || type === 'sentence')
      .map(({ value }) => value ?? '')
    expect(squeezed(shown.join(''))).toBe(squeezed(wordsOf(blocks)))
  })

  it('has its very words in HTML, and no element but its own', async () => {
    const html = htmlOf('Lake', blocks)
    const parser = htmlParsers.html
    const options = { filepath: 'law.html' } as Parameters<typeof parser.parse>[1]
    const tree = (await parser.parse(html, options)) as Node
    const body = nodesOf(tree).find(({ name }) => name === 'main')
    const nodes = nodesOf(body ?? {})
    const names = new Set(nodes.flatMap(({ name }) => name ?? []))
    const own = 'main h1 h2 h3 p ul li a strong cite code div table caption thead tbody tr th td'
    expect([...names].filter((name) => !own.split(' ').includes(name))).toEqual([])
  })

  it('has every link lead somewhere, once', () => {
    const html = htmlOf('Lake', blocks)
    const markdown = markdownOf(blocks)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
    expect(targets.length).toBeGreaterThan(20)
    expect([...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)).toEqual(ids)
  })
})

it('writes a picture, an empty list and a table of one cell', () => {
  const blocks: readonly Block[] = [
    { kind: 'picture', file: 'a.svg', about: 'A "b"' },
    { kind: 'list', items: [] },
    { kind: 'table', caption: 'C', head: ['D'], rows: [{ cells: [[{ text: 'a|b' }]] }] },
  ]
  expect(markdownOf(blocks)).toBe('![A "b"](a.svg)\n\n| D |\n| --- |\n| a\\|b |\n')
  expect(htmlOf('T', blocks)).toContain('<img src="a.svg" alt="A &quot;b&quot;">')
})
