import type { Block, Item, Row } from './blocks.ts'
import type { Run } from './phrase.ts'

/** A document as one HTML page that needs nothing else. Text is escaped: none of it can be markup. */
export function htmlOf(title: string, blocks: readonly Block[]): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...blocks.map(blockHtml),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const style = [
  ':root{color-scheme:light dark}',
  'body{font:1rem/1.6 system-ui,sans-serif;margin:0}',
  'main{max-width:50rem;margin:0 auto;padding:1rem}',
  'h1,h2,h3{line-height:1.25}',
  'h2{margin-top:2.5rem}',
  'ul{list-style:none;padding-left:1.25rem}',
  'li{margin:.4rem 0}',
  '.small{font-size:.875rem}',
  '.scroll{overflow-x:auto}',
  'table{border-collapse:collapse;font-size:.875rem}',
  'th,td{border:1px solid;padding:.25rem .5rem;text-align:left;vertical-align:top}',
  'code{overflow-wrap:anywhere}',
  ':target{outline:3px solid;outline-offset:.25rem}',
].join('')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)

const identity = (anchor: string | undefined): string =>
  anchor === undefined ? '' : ` id="${escaped(anchor)}"`

const tags = { strong: 'strong', cite: 'cite', code: 'code' } as const

function inline(content: readonly Run[]): string {
  return content
    .map(({ text, to, href, style: look }) => {
      const plain = escaped(text)
      const styled = look === undefined ? plain : `<${tags[look]}>${plain}</${tags[look]}>`
      const target = to === undefined ? href : `#${to}`
      return target === undefined ? styled : `<a href="${escaped(target)}">${styled}</a>`
    })
    .join('')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const { level, anchor, lead } = block
      return `<h${level}${identity(anchor)}>${inline(lead)}</h${level}>`
    }
    case 'text':
      return `<p${block.isSmall === true ? ' class="small"' : ''}>${inline(block.lead)}</p>`
    case 'list':
      return block.items.length === 0 ? '' : `<ul>\n${block.items.map(itemHtml).join('\n')}\n</ul>`
    case 'table':
      return tableHtml(block.caption, block.head, block.rows)
    case 'picture':
      return `<p><img src="${escaped(block.file)}" alt="${escaped(block.about)}"></p>`
  }
}

function itemHtml({ anchor, lead, blocks = [] }: Item): string {
  return `<li${identity(anchor)}>${[inline(lead), ...blocks.map(blockHtml)].join('\n')}</li>`
}

function tableHtml(caption: string, head: readonly string[], rows: readonly Row[]): string {
  const heads = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join('')
  const body = rows.map(({ anchor, cells }) => {
    const [first = [], ...others] = cells
    const data = others.map((content) => `<td>${inline(content)}</td>`).join('')
    return `<tr${identity(anchor)}><th scope="row">${inline(first)}</th>${data}</tr>`
  })
  return [
    `<div class="scroll" role="region" tabindex="0" aria-label="${escaped(caption)}">`,
    `<table><caption>${escaped(caption)}</caption>`,
    `<thead><tr>${heads}</tr></thead>`,
    `<tbody>${body.join('\n')}</tbody></table></div>`,
  ].join('\n')
}
