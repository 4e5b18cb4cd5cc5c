import type { Block, Item, Row } from './blocks.ts'
import type { Run } from './phrase.ts'

/** A document as GitHub-flavored Markdown. Text is escaped: no name or note can become markup. */
export const markdownOf = (blocks: readonly Block[]): string =>
  `${lines(blocks)
    .filter((line, index, all) => line !== '' || all[index - 1] !== '')
    .join('\n')
    .trim()}\n`

const special = /[\\`*_{}[\]<>|~$&#]/g
/** Text in which nothing is markup; at the start of a line also what would begin a list. */
const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll(special, String.raw`\$&`)
const startSafe = (line: string): string =>
  line.replace(/^([-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))

const anchorTag = (anchor: string | undefined): string =>
  anchor === undefined ? '' : `<a id="${anchor}"></a>`

function inline(content: readonly Run[]): string {
  return content
    .filter(({ text }) => text !== '')
    .map(({ text, to, href, style }) => {
      const plain = style === 'code' ? codeSpan(text) : escaped(text)
      const styled = style === 'strong' ? `**${plain}**` : style === 'cite' ? `_${plain}_` : plain
      const target = to === undefined ? href : `#${to}`
      return target === undefined ? styled : `[${styled}](${target})`
    })
    .join('')
}

function codeSpan(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const isTight = !text.startsWith('`') && !text.endsWith('`')
  return isTight ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}

function lines(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block, index) => [...(index === 0 ? [] : ['']), ...blockLines(block)])
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${anchorTag(block.anchor)}${inline(block.lead)}`]
    case 'text':
      return [startSafe(inline(block.lead))]
    case 'list':
      return block.items.flatMap(itemLines)
    case 'table':
      return tableLines(block.head, block.rows)
    case 'picture':
      return [`![${escaped(block.about)}](${block.file})`]
  }
}

function itemLines({ anchor, lead, blocks = [] }: Item): readonly string[] {
  const below = blocks.flatMap((block) => {
    // A list follows its sentence closely; anything else stands apart.
    const own = blockLines(block).map((line) => (line === '' ? '' : `  ${line}`))
    return block.kind === 'list' ? own : ['', ...own, '']
  })
  return [`- ${anchorTag(anchor)}${startSafe(inline(lead))}`, ...below]
}

function tableLines(head: readonly string[], rows: readonly Row[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line(head.map(escaped)),
    line(head.map(() => '---')),
    ...rows.map(({ anchor, cells }) =>
      line(cells.map((content, index) => (index === 0 ? anchorTag(anchor) : '') + inline(content))),
    ),
  ]
}
