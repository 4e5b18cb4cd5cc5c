import type { Layers } from './columns.ts'
import { caseLayers, rowLayers } from './columns.ts'
import { whole } from './dialect.ts'
import type { Graph } from './graph.ts'
import type { Layout } from './layout.ts'
import { Leaves } from './leaves.ts'
import type { MemberLists } from './member-lists.ts'
import { memberLists } from './member-lists.ts'
import { Names } from './names.ts'
import type { NodeId } from './nodes.ts'
import { isAggregate, isLeaf } from './nodes.ts'
import type { RowsPlan, Schedule } from './schedule.ts'
import type { Lookup } from './spell.ts'
import { Speller } from './spell.ts'

/** Something that can stand after FROM, and what it gives. */
interface Source {
  readonly from: readonly string[]
  readonly id: string
  readonly lookup: Lookup
}

/** The subqueries of a query and the source of its last SELECT. */
export interface Printed {
  readonly subqueries: readonly string[]
  readonly last: {
    readonly from: readonly string[]
    readonly id: string
    readonly speller: Speller
  }
}

/** Prints the layers of a query as a chain of subqueries. */
export function printed(
  graph: Graph,
  schedule: Schedule,
  layout: Layout,
  isChecked: boolean,
): Printed {
  return new Printer(graph, schedule, layout, isChecked).print()
}

class Printer {
  readonly #graph: Graph
  readonly #schedule: Schedule
  readonly #layout: Layout
  readonly #leaves: Leaves
  readonly #lists: MemberLists
  readonly #tables = new Names()
  readonly #columnNames = new Map<NodeId, string>()
  readonly #subqueries: string[] = []

  constructor(graph: Graph, schedule: Schedule, layout: Layout, isChecked: boolean) {
    this.#graph = graph
    this.#schedule = schedule
    this.#layout = layout
    // A subquery must not hide one of the tables.
    for (const name of ['c', 'r', 'p']) this.#tables.give(name)
    for (const table of [layout.table, ...layout.relations.map((each) => each.table)]) {
      this.#tables.give(table.slice(1, -1))
    }
    this.#lists = memberLists(graph, layout, this.#tables)
    this.#leaves = new Leaves(graph, layout, isChecked, this.#lists.byInput)
  }

  print(): Printed {
    this.#subqueries.push(...this.#lists.texts)
    const layers = caseLayers(this.#graph, this.#schedule)
    let source = this.#withRows(this.#cases(), 0)
    for (const [index, columns] of layers.entries()) {
      const isShared = this.#schedule.rows.some(
        ({ after, reads }) => after === index + 1 && reads.length > 0,
      )
      source = this.#withRows(
        this.#layer(`layer_${index + 1}`, source, columns, isShared),
        index + 1,
      )
    }
    const { from, id, lookup } = source
    return { subqueries: this.#subqueries, last: { from, id, speller: this.#speller(lookup) } }
  }

  #speller(lookup: Lookup): Speller {
    return new Speller(this.#graph.list, this.#layout.dialect, lookup)
  }

  #cases(): Source {
    const { table, id, dialect } = this.#layout
    const { list } = this.#graph
    const joins = this.#memberJoins(-1, 'c.')
    return {
      from: [`FROM ${table} AS c`, ...joins],
      id: `c.${dialect.quotedName(id)}`,
      lookup: (node) => {
        const leaf = list.at(node)
        const isHere = isLeaf(leaf) && (list.rows[node] ?? -1) < 0
        return isHere ? this.#leaves.sql(leaf, 'c.') : undefined
      },
    }
  }

  #memberJoins(relation: number, prefix: string): readonly string[] {
    const { quotedName } = this.#layout.dialect
    return [...this.#lists.byInput.keys()].flatMap((index) => {
      const input = this.#graph.circuit.inputs[index]
      const scope = input?.of === 'field' ? (input.relation ?? -1) : -1
      if (scope !== relation) return []
      return [this.#lists.join(index, prefix + quotedName(this.#leaves.columnOf(index)))]
    })
  }

  /** A source with the aggregates that wait for a layer joined to it. */
  #withRows(source: Source, after: number): Source {
    const plans = this.#schedule.rows.filter((plan) => plan.after === after)
    return plans.reduce((joined, plan) => this.#joined(joined, source, plan), source)
  }

  #joined(joined: Source, source: Source, plan: RowsPlan): Source {
    const { dialect } = this.#layout
    const name = dialect.quotedName(this.#tables.give(`rows_${plan.relation + 1}_${plan.after}`))
    const caseId = this.#rows(name, source, plan)
    const ids = new Set(plan.aggregates)
    return {
      from: [...joined.from, `LEFT JOIN ${name} ON ${name}.${caseId} = ${joined.id}`],
      id: joined.id,
      lookup: (node) => {
        if (!ids.has(node)) return joined.lookup(node)
        const otherwise = this.#graph.list.at(node).t === 'someRow' ? 'FALSE' : '0'
        return whole(`COALESCE(${name}.${this.#column(node)}, ${otherwise})`)
      },
    }
  }

  /** Prints the rows of a relation, one row per case with its aggregates; gives the case's column. */
  #rows(name: string, cases: Source, plan: RowsPlan): string {
    const { dialect, relations } = this.#layout
    const { list } = this.#graph
    const relation = relations[plan.relation]
    if (!relation) throw new RangeError(`there is no relation ${plan.relation}`)
    const caseId = dialect.quotedName(relation.caseId)
    const readsCase = plan.reads.length > 0
    // The case's own columns are found by the same lookup, under the names of its source.
    const joins = readsCase
      ? [
          `JOIN ${cases.from[0]?.slice('FROM '.length) ?? ''} ON ${cases.id} = r.${caseId}`,
          ...cases.from.slice(1),
        ]
      : []
    let source: Source = {
      from: [`FROM ${relation.table} AS r`, ...joins, ...this.#memberJoins(plan.relation, 'r.')],
      id: `r.${caseId}`,
      lookup: (node) => {
        const leaf = list.at(node)
        if (list.rows[node] !== plan.relation) return readsCase ? cases.lookup(node) : undefined
        return isLeaf(leaf) ? this.#leaves.sql(leaf, 'r.') : undefined
      },
    }
    const layers: Layers = rowLayers(this.#graph, this.#schedule, plan)
    for (const [index, columns] of layers.entries()) {
      source = this.#layer(
        `${name.slice(1, -1)}_layer_${index + 1}`,
        source,
        columns,
        false,
        caseId,
      )
    }
    const speller = this.#speller(source.lookup)
    const aggregates = plan.aggregates.map((id) => {
      const node = list.at(id)
      if (!isAggregate(node)) throw new RangeError(`node ${id} is no aggregate`)
      const of = speller.sql(node.of).text
      const text = {
        someRow: () => dialect.someRow(of),
        sumRows: () => dialect.sumRows(of),
        greatestRow: () => `MAX(${of})`,
      }[node.t]()
      return `${text} AS ${this.#column(id)}`
    })
    const select = [`${source.id} AS ${caseId}`, ...aggregates].join(',\n    ')
    this.#subquery(name, dialect.as, [
      `SELECT\n    ${select}`,
      ...source.from,
      `GROUP BY ${source.id}`,
    ])
    return caseId
  }

  #layer(
    wanted: string,
    source: Source,
    columns: readonly NodeId[],
    isShared: boolean,
    id = this.#layout.dialect.quotedName(this.#layout.id),
  ): Source {
    const { dialect } = this.#layout
    const name = dialect.quotedName(this.#tables.give(wanted))
    const speller = this.#speller(source.lookup)
    const written = columns.map((column) => {
      const taken = source.lookup(column)
      const text = (taken ?? speller.written(column)).text
      const own = this.#column(column)
      return text === own || text.endsWith(`.${own}`) ? text : `${text} AS ${own}`
    })
    this.#subquery(name, isShared ? 'AS' : dialect.as, [
      `SELECT\n    ${[aliased(source.id, id), ...written].join(',\n    ')}`,
      ...source.from,
      ...(dialect.barrier === '' ? [] : [dialect.barrier]),
    ])
    const held = new Set(columns)
    return {
      from: [`FROM ${name} AS p`],
      id: `p.${id}`,
      lookup: (node) => (held.has(node) ? whole(`p.${this.#column(node)}`) : undefined),
    }
  }

  #subquery(name: string, as: string, lines: readonly string[]): void {
    this.#subqueries.push(`${name} ${as} (\n  ${lines.join('\n  ')}\n)`)
  }

  /** The quoted name of a node's column. */
  #column(id: NodeId): string {
    const known = this.#columnNames.get(id)
    if (known !== undefined) return known
    const node = this.#graph.list.at(id)
    const wanted = isLeaf(node) ? this.#leaves.nameOf(node) : `n${id}`
    const made = this.#layout.dialect.quotedName(this.#layout.names.give(wanted))
    this.#columnNames.set(id, made)
    return made
  }
}

const aliased = (text: string, name: string): string =>
  text.endsWith(`.${name}`) ? text : `${text} AS ${name}`
