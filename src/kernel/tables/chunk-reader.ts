import type { CaseColumns, Column, RelationColumns } from '../interpret/batch/columns.ts'
import type { OpenColumn } from '../interpret/batch/fill-column.ts'
import { bitsFor, openColumn, setBit, stateRow, widthFor } from '../interpret/batch/fill-column.ts'
import type { FactProblem } from '../interpret/problem.ts'
import { isUnknown, TRUE } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { hintFor } from '../rules/scope.ts'
import type { CaseChunk, RowProblem } from './cases.ts'
import type { Report } from './cell-reader.ts'
import { cellReader } from './cell-reader.ts'
import { writtenCell } from './plain-cell.ts'
import type { Row } from './rows-reader.ts'
import { rowsReader } from './rows-reader.ts'
import type { RawChunk } from './source.ts'
import { chunkRowsMax } from './source.ts'

/** Which column of a file is what. */
export interface Layout {
  readonly rules: RuleSet
  readonly id: string | undefined
  readonly kept: readonly string[]
  /** Whether a name that is no fact is right all the same. */
  readonly isOther: (name: string) => boolean
  /** Names of the columns; undefined where each row names its own. */
  readonly columns: readonly string[] | undefined
}

/** Turns rows of a file into cases. */
export interface ChunkReader {
  /** The columns to read, in the order in which `read` expects them. */
  readonly names: readonly string[]
  readonly read: (chunk: RawChunk) => CaseChunk
  readonly missing: () => readonly string[]
}

/** A reader of chunks; it remembers which facts were stated at all. */
export function chunkReader(layout: Layout): ChunkReader {
  const { rules, columns } = layout
  const has = (name: string): boolean => columns === undefined || columns.includes(name)
  const facts = rules.text.facts.flatMap((fact, slot) =>
    has(fact.name) ? [{ slot, fact, read: cellReader(rules, fact) }] : [],
  )
  const relations = rules.text.relations.flatMap((relation, slot) =>
    has(relation.name) ? [{ slot, relation, read: rowsReader(rules, relation) }] : [],
  )
  const known = [...rules.scope.facts.keys(), ...rules.scope.relations.keys()]
  const isKnown = new Set(known)
  const stated = new Set(columns)
  const own = [
    ...facts.map(({ fact }) => fact.name),
    ...relations.map(({ relation }) => relation.name),
  ]
  const names = [...own, ...(layout.id === undefined ? [] : [layout.id]), ...layout.kept]
  const values = facts.map(() => new Float64Array(chunkRowsMax))

  const read = (chunk: RawChunk): CaseChunk => {
    const problems = new Problems(chunk)
    const rows = relations.map(({ read: readRows }, at) => {
      const column = chunk.columns[facts.length + at]
      return column ? readRows(column, chunk.count, problems.report) : []
    })
    facts.forEach(({ read: readCells }, at) => {
      const [column, into] = [chunk.columns[at], values[at]]
      if (column && into) readCells(column, chunk.count, into, problems.report)
    })
    for (let index = 0; chunk.namesOf && index < chunk.count; index++) {
      for (const name of chunk.namesOf(index)) {
        if (isKnown.has(name)) stated.add(name)
        else if (!layout.isOther(name)) problems.report(index, [stranger(rules, name, known)])
      }
    }
    const others = chunk.columns.slice(own.length).map((column) => column?.cells ?? [])
    names.slice(own.length).forEach((name, at) => checkEncoding(name, others[at], problems))
    const good = problems.good()
    const cases: CaseColumns = {
      count: good.length,
      facts: spread(rules.text.facts.length, facts, ({ fact }, at) =>
        packedFact(widthFor(rules, fact), values[at], good),
      ),
      relations: spread(rules.text.relations.length, relations, ({ slot }, at) =>
        packedRows(rules, slot, rows[at] ?? [], good),
      ),
    }
    const ids = layout.id === undefined ? undefined : others[0]
    const kept = layout.id === undefined ? others : others.slice(1)
    return {
      columns: cases,
      rows: good.map((index) => chunk.firstRow + index),
      ids: Array.from(good, (index) => (ids ? ids[index] : chunk.firstRow + index)),
      kept: kept.map((cells) => Array.from(good, (index) => cells[index])),
      rejected: problems.rejected(),
      progress: chunk.progress,
    }
  }
  return { names, read, missing: () => known.filter((name) => !stated.has(name)) }
}

/** What is wrong with the rows of a chunk. */
class Problems {
  readonly #chunk: RawChunk
  readonly #byRow = new Map<number, RowProblem[]>()

  constructor(chunk: RawChunk) {
    this.#chunk = chunk
    for (const { index, message } of chunk.broken) {
      this.#byRow.set(index, [{ code: 'input.malformed', column: '', message }])
    }
  }

  readonly report: Report = (index, problems) => {
    const found = problems.map(({ code, field, message, example }) => {
      return { code, column: field, message, example }
    })
    const known = this.#byRow.get(index)
    if (known) known.push(...found)
    else this.#byRow.set(index, found)
  }

  /** Indexes of the rows that nothing is wrong with. */
  good(): Uint32Array {
    const { count } = this.#chunk
    const good = new Uint32Array(count - this.#byRow.size)
    let at = 0
    for (let index = 0; index < count; index++) if (!this.#byRow.has(index)) good[at++] = index
    return good
  }

  rejected(): CaseChunk['rejected'] {
    const { broken, contentOf, firstRow } = this.#chunk
    const contents = new Map(broken.map(({ index, content }) => [index, content]))
    return [...this.#byRow]
      .sort(([a], [b]) => a - b)
      .map(([index, problems]) => ({
        row: firstRow + index,
        problems,
        content: written(contents.has(index) ? contents.get(index) : contentOf(index)),
      }))
  }
}

function written(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return writtenCell(content)
  }
  const cells = Object.entries(content).map(([name, cell]) => [name, writtenCell(cell)] as const)
  return Object.fromEntries(cells.filter(([, cell]) => cell !== null && cell !== ''))
}

/** Names and columns passed through are read as text: what is no text in them is told, not kept. */
function checkEncoding(
  name: string,
  cells: ArrayLike<unknown> | undefined,
  problems: Problems,
): void {
  for (let index = 0; cells && index < cells.length; index++) {
    const cell = cells[index]
    if (typeof cell !== 'string' || !cell.includes('\uFFFD')) continue
    const message = `${name} holds bytes that are not UTF-8; save the file as UTF-8`
    problems.report(index, [{ code: 'input.wrong-type', field: name, message, example: null }])
  }
}

function stranger(rules: RuleSet, name: string, known: readonly string[]): FactProblem {
  const short = name.length > 60 ? `${name.slice(0, 57)}...` : name
  const hint = name.length > 60 ? '' : hintFor(name, known)
  return {
    code: 'input.unknown-fact',
    field: short,
    message: `there is no fact "${short}" in ${rules.text.program}${hint}`,
    example: known[0],
  }
}

/** A list by slot of what was made of those that have one. */
function spread<T extends { readonly slot: number }, R>(
  length: number,
  list: readonly T[],
  make: (one: T, at: number) => R,
): (R | undefined)[] {
  const found: (R | undefined)[] = Array.from({ length }, () => undefined)
  list.forEach((one, at) => (found[one.slot] = make(one, at)))
  return found
}

function packedFact(
  width: Column['width'],
  values: Float64Array | undefined,
  good: Uint32Array,
): Column {
  const column = openColumn(width, good.length)
  let open = 0
  for (let row = 0; row < good.length; row++) {
    const value = values?.[good[row] ?? 0] ?? Number.NaN
    if (Number.isNaN(value)) open++
    else stateRow(column, row, value)
  }
  return open === 0 ? { width, values: column.values } : column
}

function packedRows(
  rules: RuleSet,
  slot: number,
  lists: readonly (readonly Row[] | undefined)[],
  good: Uint32Array,
): RelationColumns {
  const { fields = [] } = rules.text.relations[slot] ?? {}
  const known = bitsFor(good.length)
  const offsets = new Uint32Array(good.length + 1)
  const rows: Row[] = []
  for (let at = 0; at < good.length; at++) {
    const list = lists[good[at] ?? 0]
    if (list) {
      setBit(known, at)
      for (const row of list) rows.push(row)
    }
    offsets[at + 1] = rows.length
  }
  const columns = fields.map((field, place): OpenColumn => {
    const column = openColumn(widthFor(rules, field), rows.length)
    rows.forEach((row, at) => {
      const value = row[place] ?? Number.NaN
      if (Number.isNaN(value) || isUnknown(field.type.kind, value)) return
      stateRow(column, at, field.type.kind === 'bool' ? value / TRUE : value)
    })
    return column
  })
  return { known, offsets, fields: columns }
}
