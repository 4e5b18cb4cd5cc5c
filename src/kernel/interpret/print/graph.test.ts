import { describe, expect, it } from 'vitest'
import { tinyRules, definition, fact } from '../../../testing/tiny-rules.ts'
import { toyText } from '../../../testing/toy-rules.ts'
import { loadOrThrow } from '../../rules/load.ts'
import { viewOf } from '../view.ts'
import { dotOf } from './dot.ts'
import { coneOf, factsBelow, graphOf, linksOf } from './graph.ts'
import type { Graph } from './graph.ts'

const rules = loadOrThrow(toyText())
const arrows = ({ edges }: Graph): readonly string[] => edges.map(({ from, to }) => `${from}>${to}`)
const viewIn = (mode: 'text' | 'proposal:marsh') => {
  const found = viewOf(rules, '2026-01-01', mode)
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

describe('the dependency graph', () => {
  it('has every definition, and an arrow from what is read to what reads it', () => {
    const graph = graphOf(rules)
    expect(graph.nodes.map(({ id, kind, group }) => [id, kind, group])).toEqual([
      ['totalLength', 'output', 'Lake Act'],
      ['ownedByBanned', 'step', 'Lake Act'],
      ['permitted', 'output', 'Lake Act'],
      ['outcome', 'outcome', 'Lake Act'],
    ])
    expect(arrows(graph)).toEqual([
      'totalLength>permitted',
      'ownedByBanned>permitted',
      'permitted>outcome',
    ])
  })

  it('has only what a reading reads', () => {
    const tiny = tinyRules([
      { id: 'a', when: definition('other') },
      { id: 'b', definition: 'other', when: fact('p') },
      { id: 'c', definition: 'late', when: fact('q') },
      { id: 'd', when: definition('late'), from: '2025-01-01' },
    ])
    const found = viewOf(tiny, '2024-01-01', 'text')
    expect(found.ok && arrows(graphOf(found.view))).toEqual(['other>outcome'])
    expect(arrows(graphOf(tiny))).toEqual(['other>outcome', 'late>outcome'])
  })
})

describe('the cone of a definition', () => {
  it('has what it rests on, what it reads directly, and what reads it', () => {
    const cone = coneOf(viewIn('text'), 'permitted')
    expect(cone?.nodes.map(({ id, kind }) => [id, kind])).toEqual([
      ['fact zone', 'fact'],
      ['fact motor', 'fact'],
      ['fact rescue', 'fact'],
      ['parameter lengthLimit', 'parameter'],
      ['permitted', 'output'],
      ['totalLength', 'output'],
      ['ownedByBanned', 'step'],
      ['outcome', 'outcome'],
    ])
    expect(cone && arrows(cone)).toContain('permitted>outcome')
    expect(coneOf(viewIn('proposal:marsh'), 'permitted')?.nodes.map(({ id }) => id)).toContain(
      'parameter marshLimit',
    )
  })

  it('names a list that is read', () => {
    expect(coneOf(rules, 'ownedByBanned')?.nodes[0]).toMatchObject({
      id: 'relation owners',
      kind: 'relation',
      anchor: 'relation.owners',
    })
  })

  it('knows everything that is read, and everything that reads it', () => {
    const { reads, readBy } = linksOf(viewIn('text'))
    expect(reads.get('totalLength')?.map(({ id }) => id)).toEqual(['fact length', 'fact fleet'])
    expect(reads.get('outcome')?.map(({ id }) => id)).toEqual(['permitted'])
    expect(readBy.get('fact fleet')?.map(({ id }) => id)).toEqual(['totalLength'])
    expect(readBy.get('outcome')).toBeUndefined()
  })

  it('is nothing for a definition that does not exist', () => {
    expect(coneOf(rules, 'allowed')).toBeUndefined()
  })

  it('lists every fact that may matter, however far below', () => {
    expect(factsBelow(rules, 'outcome').map(({ name }) => name)).toEqual([
      ...['zone', 'length', 'fleet', 'motor', 'rescue', 'owners'],
    ])
    expect(factsBelow(rules, 'totalLength').map(({ name }) => name)).toEqual(['length', 'fleet'])
  })
})

describe('the drawing', () => {
  it('puts instruments in clusters, escapes names, and links', () => {
    const node = {
      kind: 'step' as const,
      name: 'a',
      title: 'A "quoted" \\ title',
      anchor: 'definition.a',
    }
    const graph: Graph = {
      nodes: [
        { ...node, id: 'a', group: 'The "Act"' },
        { ...node, id: 'b "c"' },
      ],
      edges: [{ from: 'a', to: 'b "c"' }],
    }
    const dot = dotOf(graph, (anchor) => `#${anchor}`)
    expect(dot).toContain('subgraph "cluster_0" {\n    label="The \\"Act\\""')
    expect(dot).toContain('"b \\"c\\"" [label="A \\"quoted\\" \\\\ title"')
    expect(dot).toContain('href="#definition.a"')
    expect(dot).toContain('  "a" -> "b \\"c\\""\n')
    expect(dotOf(graph)).not.toContain('href')
  })

  it('breaks long titles into lines', () => {
    const title = 'Destination in Country Group D:1 or D:4'
    const nodes = [{ id: 'a', kind: 'fact', name: 'a', title, anchor: 'fact.a' }] as const
    expect(dotOf({ nodes, edges: [] })).toContain(
      String.raw`label="Destination in Country Group\nD:1 or D:4"`,
    )
  })
})
