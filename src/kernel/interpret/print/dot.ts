import type { Graph, GraphKind, GraphNode } from './graph.ts'

/** Graphviz attributes of each kind: told apart by shape and border, never by color alone. */
const looks: Readonly<Record<GraphKind, string>> = {
  outcome: 'shape=box, style="rounded,bold", penwidth=3',
  output: 'shape=box, style="rounded,bold"',
  step: 'shape=box, style=rounded',
  fact: 'shape=note',
  relation: 'shape=folder',
  parameter: 'shape=box, style=dashed',
  table: 'shape=cylinder',
}

const quotedText = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`

/** A title in lines of at most so many characters, as Graphviz writes a line break. */
function wrapped(title: string, width = 28): string {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines.map((line) => quotedText(line).slice(1, -1)).join(String.raw`\n`)
}

/**
 * A graph in the DOT language, drawn from left to right in clusters. Nodes link to `href(anchor)`
 * where one is given. The same graph always gives the same text.
 */
export function dotOf(graph: Graph, href?: (anchor: string) => string): string {
  const clusters = new Map<string | undefined, GraphNode[]>()
  for (const node of graph.nodes) {
    clusters.set(node.group, [...(clusters.get(node.group) ?? []), node])
  }
  const nodeLine = ({ id, kind, title, anchor }: GraphNode): string => {
    const link = href ? `, href=${quotedText(href(anchor))}` : ''
    const tooltip = `, tooltip=${quotedText(title)}`
    return `${quotedText(id)} [label="${wrapped(title)}", id=${quotedText(`node-${id}`)}, ${looks[kind]}${link}${tooltip}]`
  }
  const groups = [...clusters].flatMap(([group, nodes], index) =>
    group === undefined
      ? nodes.map((node) => `  ${nodeLine(node)}`)
      : [
          `  subgraph "cluster_${index}" {`,
          `    label="${wrapped(group, 60)}"`,
          ...nodes.map((node) => `    ${nodeLine(node)}`),
          '  }',
        ],
  )
  return [
    'digraph rules {',
    '  graph [rankdir=LR, fontname="Arial", fontsize=12, ranksep=0.9, nodesep=0.15, style=rounded]',
    '  node [fontname="Arial", fontsize=11, margin="0.12,0.05"]',
    '  edge [arrowsize=0.6]',
    ...groups,
    ...graph.edges.map(({ from, to }) => `  ${quotedText(from)} -> ${quotedText(to)}`),
    '}',
    '',
  ].join('\n')
}
