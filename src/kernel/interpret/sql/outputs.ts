import type { Clause } from '../../rules/ast.ts'
import { MissingFunction } from './dialect.ts'
import type { Graph } from './graph.ts'
import type { Layout } from './layout.ts'
import { membersOf } from './layout.ts'
import { remark } from './names.ts'
import type { GraphOutput, NodeId } from './nodes.ts'
import type { SqlOutput } from './options.ts'
import type { Speller } from './spell.ts'

/** The columns of the last SELECT for each output, each with the law it stands on. */
export function outputColumns(
  graph: Graph,
  names: readonly SqlOutput[],
  layout: Layout,
  speller: Speller,
): readonly string[] {
  return graph.outputs.flatMap((output, index) => {
    const name = names[index]
    if (!name) throw new RangeError(`output ${output.name} has no columns`)
    const writer = new OutputWriter(graph, output, layout, speller)
    const { quotedName } = layout.dialect
    const { view } = graph.circuit
    const declaration = view.rules.definitions[output.slot]?.declaration
    const columns = [
      ...(name.value === undefined ? [] : [`${writer.value()} AS ${quotedName(name.value)}`]),
      ...(name.status === undefined ? [] : [`${writer.status()} AS ${quotedName(name.status)}`]),
      ...(name.reason === undefined ? [] : [`${writer.reason()} AS ${quotedName(name.reason)}`]),
    ]
    const [first = '', ...others] = columns
    const title = remark(`${output.name}: ${declaration?.title ?? output.name}`)
    return [`  ${title}\n  ${first}`, ...others.map((column) => `  ${column}`)]
  })
}

class OutputWriter {
  readonly #graph: Graph
  readonly #output: GraphOutput
  readonly #layout: Layout
  readonly #speller: Speller

  constructor(graph: Graph, output: GraphOutput, layout: Layout, speller: Speller) {
    this.#graph = graph
    this.#output = output
    this.#layout = layout
    this.#speller = speller
  }

  /** The value as readers know it: a member's text, a condition, an integer, a date; else NULL. */
  value(): string {
    const { options, type, value, decided } = this.#output
    const texts = this.#members()
    if (options && type.kind !== 'bool') {
      const arms = options.map(
        (option) => [option.when, this.#constant(option.value, texts)] as const,
      )
      return this.#cases([[this.#graph.refused, 'NULL'], ...arms], undefined)
    }
    const of = this.#speller.sql(value).text
    const shown =
      type.kind === 'enum' && this.#layout.members === 'text'
        ? `CASE ${of} ${texts.map((text, place) => `WHEN ${place} THEN ${text}`).join(' ')} END`
        : type.kind === 'date'
          ? this.#date(of)
          : of
    return this.#cases(
      [
        [this.#graph.refused, 'NULL'],
        [decided, shown],
      ],
      undefined,
    )
  }

  #members(): readonly string[] {
    const { rules, members, dialect } = this.#layout
    const { type } = this.#output
    if (type.kind !== 'enum' || members === 'code') return []
    return membersOf(rules, type).map(dialect.quotedText)
  }

  #constant(value: number, texts: readonly string[]): string {
    const { dialect } = this.#layout
    if (this.#output.type.kind === 'date') return this.#date(String(value))
    return texts[value] ?? dialect.signed(value)
  }

  #date(day: string): string {
    const { dateOfDay } = this.#layout.dialect
    if (!dateOfDay) throw new MissingFunction('the date so many days after another')
    return dateOfDay(day)
  }

  status(): string {
    const { decided, gap, conflict } = this.#output
    const arms = [
      [this.#graph.refused, '4'],
      [decided, '0'],
      [gap, '2'],
      [conflict, '3'],
    ] as const
    return this.#cases(arms, '1')
  }

  /** The sum of the bits of the clauses that decided, each with its law. */
  reason(): string {
    const { list, refused, circuit } = this.#graph
    const { dialect } = this.#layout
    const clauses = circuit.view.definitions[this.#output.slot]?.clauses ?? []
    const terms = this.#output.by.flatMap((id, position) => {
      const node = list.at(id)
      if (node.t === 'bit' && !node.value) return []
      const clause = clauses[position]?.clause.clause
      const counted = dialect.counted(this.#speller.sql(id))
      const weight = 2 ** position
      return [`${weight} * ${counted} ${remark(lawOf(position, clause))}`]
    })
    const [first, ...others] = terms
    if (first === undefined) return '0'
    const sum = [`      ${first}`, ...others.map((term) => `    + ${term}`)].join('\n')
    return this.#cases([[refused, '0']], `(\n${sum}\n    )`)
  }

  /** A CASE over conditions, without those that cannot hold, to the first that always does. */
  #cases(
    arms: readonly (readonly [condition: NodeId, result: string])[],
    otherwise: string | undefined,
  ): string {
    const { list } = this.#graph
    const written: string[] = []
    let last = otherwise
    for (const [condition, result] of arms) {
      const node = list.at(condition)
      if (node.t === 'bit' && !node.value) continue
      if (node.t === 'bit') {
        last = result
        break
      }
      written.push(`WHEN ${this.#speller.sql(condition).text} THEN ${result}`)
    }
    if (written.length === 0) return last ?? 'NULL'
    const end = last === undefined || last === 'NULL' ? [] : [`ELSE ${last}`]
    const parts = [...written, ...end]
    return parts.length < 3 && parts.join('').length < 90
      ? `CASE ${parts.join(' ')} END`
      : `CASE\n    ${parts.join('\n    ')}\n  END`
  }
}

function lawOf(position: number, clause: Clause | undefined): string {
  if (!clause) return `clause ${position}`
  const cites = clause.cite.map(({ provision }) => provision).join('; ')
  return `bit ${position}: "${clause.id}", ${clause.title} (${cites})`
}
