import type { Clause } from '../../rules/ast.ts'
import { MissingFunction } from './dialect.ts'
import type { ArmedOutput, Graph } from './graph.ts'
import type { Layout } from './layout.ts'
import { membersOf } from './layout.ts'
import { remark } from './names.ts'
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
  readonly #output: ArmedOutput
  readonly #layout: Layout
  readonly #speller: Speller

  constructor(graph: Graph, output: ArmedOutput, layout: Layout, speller: Speller) {
    this.#graph = graph
    this.#output = output
    this.#layout = layout
    this.#speller = speller
  }

  /** The value as readers know it: a member's text, a condition, an integer, a date; else NULL. */
  value(): string {
    const { options, type, value } = this.#output
    if (options) {
      return this.#byCode((code) => (code < 0 ? 'NULL' : this.#constant(options[code]?.value ?? 0)))
    }
    const of = this.#speller.sql(value).text
    const texts = this.#members()
    const shown =
      texts.length > 0
        ? `CASE ${of} ${texts.map((text, place) => `WHEN ${place} THEN ${text}`).join(' ')} END`
        : type.kind === 'date'
          ? this.#date(of)
          : of
    return this.#byCode((code) => (code < 0 ? 'NULL' : shown))
  }

  #members(): readonly string[] {
    const { rules, members, dialect } = this.#layout
    const { type } = this.#output
    if (type.kind !== 'enum' || members === 'code') return []
    return membersOf(rules, type).map(dialect.quotedText)
  }

  #constant(value: number): string {
    const { kind } = this.#output.type
    if (kind === 'bool') return value === 1 ? 'TRUE' : 'FALSE'
    if (kind === 'date') return this.#date(String(value))
    return this.#members()[value] ?? this.#layout.dialect.signed(value)
  }

  #date(day: string): string {
    const { dateOfDay } = this.#layout.dialect
    if (!dateOfDay) throw new MissingFunction('the date so many days after another')
    return dateOfDay(day)
  }

  status(): string {
    return this.#byCode((code) => String(code < 0 ? -code : 0))
  }

  /** The bits of the clauses that decided, each with its law. */
  reason(): string {
    const { circuit, list } = this.#graph
    const { arms, by } = this.#output
    const clauses = circuit.view.definitions[this.#output.slot]?.clauses ?? []
    const law = (position: number): string =>
      remark(lawOf(position, clauses[position]?.clause.clause))
    if (arms.masks) {
      const { masks } = arms
      const notes = by.flatMap((_, position) =>
        masks.some((mask) => isIn(position, mask)) ? [law(position)] : [],
      )
      const text = this.#byCode((code) => (code < 0 ? '0' : String(masks[code] ?? 0)))
      return `${notes.join('\n  ')}\n  ${text}`
    }
    const terms = by.flatMap((id, position) => {
      const node = list.at(id)
      if (node.t === 'bit' && !node.value) return []
      const counted = this.#layout.dialect.counted(this.#speller.sql(id))
      return [`${2 ** position} * ${counted} ${law(position)}`]
    })
    const [first, ...others] = terms
    if (first === undefined) return '0'
    const sum = [`      ${first}`, ...others.map((term) => `    + ${term}`)].join('\n')
    return this.#byCode((code) => (code < 0 ? '0' : `(\n${sum}\n    )`))
  }

  /** A choice by the code of the output: from its column, or from its arms where it has none. */
  #byCode(resultOf: (code: number) => string): string {
    const { arms, code } = this.#output
    const column = this.#speller.column(code)?.text
    const last = resultOf(arms.otherwise)
    const results = arms.list.map((arm) => ({ ...arm, result: resultOf(arm.code) }))
    if (results.every(({ result }) => result === last)) return last
    const end = last === 'NULL' ? 'END' : `ELSE ${last} END`
    if (column === undefined) {
      // Arms are tried in turn, so only those at the end may be left to ELSE.
      const kept = results.slice(0, results.findLastIndex(({ result }) => result !== last) + 1)
      return written(
        kept.map(({ when, result }) => `WHEN ${this.#speller.sql(when).text} THEN ${result}`),
        end,
      )
    }
    const byResult = new Map<string, number[]>()
    for (const { code: each, result } of results) {
      if (result !== last) byResult.set(result, [...(byResult.get(result) ?? []), each])
    }
    return written(
      [...byResult].map(([result, codes]) => {
        const test = codes.length === 1 ? `= ${codes.join('')}` : `IN (${codes.join(', ')})`
        return `WHEN ${column} ${test} THEN ${result}`
      }),
      end,
    )
  }
}

const isIn = (position: number, mask: number): boolean => Math.floor(mask / 2 ** position) % 2 === 1

const written = (arms: readonly string[], end: string): string =>
  arms.join('').length < 80
    ? `CASE ${arms.join(' ')} ${end}`
    : `CASE\n    ${arms.join('\n    ')}\n    ${end}`

function lawOf(position: number, clause: Clause | undefined): string {
  if (!clause) return `clause ${position}`
  const cites = clause.cite.map(({ provision }) => provision).join('; ')
  return `bit ${position}: "${clause.id}", ${clause.title} (${cites})`
}
