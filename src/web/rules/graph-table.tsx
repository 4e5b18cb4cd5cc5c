import type { Graph, GraphNode, Program, View } from '#rules'
import { factsBelow, linksOf } from '#rules'
import { useMemo } from 'react'
import { Link } from 'wouter'
import { ScrollTable } from '../shell/scroll-table.tsx'
import type { Reading } from './addressed-reading.ts'
import { graphHref, rulesHref } from './addressed-reading.ts'

interface Props {
  readonly program: Program
  readonly reading: Reading
  readonly graph: Graph
  readonly view: View
  readonly definition: string | undefined
}

const kinds: Readonly<Record<GraphNode['kind'], string>> = {
  outcome: 'Outcome',
  output: 'Output',
  step: 'Step',
  fact: 'Fact',
  relation: 'List',
  parameter: 'Number',
  table: 'Table',
}
const conclusions = new Set<GraphNode['kind']>(['outcome', 'output', 'step'])

/** The drawing as a table: each node with what it reads and what reads it. */
export function GraphTable({ program, reading, graph, view, definition }: Props) {
  const { reads, readBy } = useMemo(() => linksOf(view), [view])
  return (
    <section aria-labelledby="graph-table">
      <h2 id="graph-table">The same as a table</h2>
      <ScrollTable label="What each reads, and what reads it">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">What it is</th>
            <th scope="col">Reads</th>
            <th scope="col">Read by</th>
          </tr>
        </thead>
        <tbody>
          {graph.nodes.map((node) => (
            <tr key={node.id}>
              <th scope="row">
                <NodeLink program={program} reading={reading} node={node} />
              </th>
              <td>{kinds[node.kind]}</td>
              <td>
                <Titles nodes={reads.get(node.id)} />
              </td>
              <td>
                <Titles nodes={readBy.get(node.id)} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {definition === undefined ? null : (
        <Facts program={program} reading={reading} facts={factsBelow(view, definition)} />
      )}
    </section>
  )
}

function NodeLink({
  program,
  reading,
  node,
}: Pick<Props, 'program' | 'reading'> & { readonly node: GraphNode }) {
  const { kind, name, title, anchor } = node
  const href = conclusions.has(kind)
    ? graphHref(program, reading, name)
    : rulesHref(program, reading, anchor)
  return <Link href={href}>{title}</Link>
}

const Titles = ({ nodes = [] }: { readonly nodes: readonly GraphNode[] | undefined }) =>
  nodes.length === 0 ? (
    <span className="quiet">nothing</span>
  ) : (
    nodes.map(({ title }) => title).join('; ')
  )

function Facts({
  program,
  reading,
  facts,
}: Pick<Props, 'program' | 'reading'> & { readonly facts: readonly GraphNode[] }) {
  return (
    <>
      <h3>Facts it may depend on, directly or through others ({facts.length})</h3>
      <ul className="law-contents">
        {facts.map((node) => (
          <li key={node.id}>
            <NodeLink program={program} reading={reading} node={node} />
          </li>
        ))}
      </ul>
    </>
  )
}
