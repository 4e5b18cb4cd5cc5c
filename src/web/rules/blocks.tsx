import type { Block, Item, Row, Run } from '#rules'
import { Fragment } from 'react'
import { ScrollTable } from '../shell/scroll-table.tsx'

/** A printed document as elements of the page: the same blocks that Markdown and HTML are made of. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // Blocks have no names of their own, and the same law always gives the same blocks in this order.
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

function BlockView({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level}` as const
      return (
        <Heading id={block.anchor} className="law-heading">
          <Runs runs={block.lead} />
        </Heading>
      )
    }
    case 'text':
      return (
        <p className={block.isSmall === true ? 'law-source' : undefined}>
          <Runs runs={block.lead} />
        </p>
      )
    case 'list':
      return block.items.length === 0 ? null : (
        <ul className="law-list">
          {block.items.map((item, index) => (
            <ItemView key={item.anchor ?? index} item={item} />
          ))}
        </ul>
      )
    case 'table':
      return <Table caption={block.caption} head={block.head} rows={block.rows} />
    case 'picture':
      return <img src={block.file} alt={block.about} />
  }
}

function ItemView({ item: { anchor, lead, blocks = [] } }: { readonly item: Item }) {
  return (
    <li id={anchor}>
      <p className="law-sentence">
        <Runs runs={lead} />
      </p>
      <Blocks blocks={blocks} />
    </li>
  )
}

function Table({
  caption,
  head,
  rows,
}: {
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly Row[]
}) {
  return (
    <ScrollTable label={caption}>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ anchor, cells }, index) => (
          <tr key={anchor ?? index} id={anchor}>
            {cells.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  <Runs runs={cell} />
                </th>
              ) : (
                <td key={column}>
                  <Runs runs={cell} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => <RunView key={index} run={run} />)
}

function RunView({ run: { text, to, href, style } }: { readonly run: Run }) {
  const Tag = style ?? Fragment
  const styled = <Tag>{text}</Tag>
  const target = to === undefined ? href : `#${to}`
  return target === undefined ? styled : <a href={target}>{styled}</a>
}
