import type { Citation } from '../../rules/ast.ts'
import { decimalText } from '../../rules/decimal.ts'
import type { LoadedClause, RuleSet } from '../../rules/load.ts'
import type { Plain } from '../decode.ts'
import { decodeValue } from '../decode.ts'
import type { PopulationReading } from './answers.ts'
import type { DefinitionPart } from './attribution.ts'
import type { Category } from './categories.ts'
import type { Cell, Matrix } from './matrix.ts'
import type { CellExample, PopulationComparer } from './population-comparer.ts'

/** A reading of the law as a comparison names it. */
export interface ComparedReading {
  readonly asOf: string
  readonly mode: string
  readonly assumedParameters: Readonly<Record<string, Plain>>
}

/** A quantity of many rows: exact decimal text in its unit, and the rows in which it is not known. */
export interface QuantityTotal {
  readonly total: string
  readonly unknownRows: number
}

/** Rows that come out as `from` under the baseline and as `to` under the reform. */
export interface ComparedCell {
  readonly from: string
  readonly to: string
  readonly rows: number
  readonly changedRows: number
  /** Per measure, in order. */
  readonly quantities: readonly QuantityTotal[]
}

/** A clause that decides in changed rows under one reading only, or with another value. */
export interface ClauseDifference {
  readonly clause: string
  readonly title: string
  readonly pack: string
  readonly cite: readonly Citation[]
  readonly addedRows: number
  readonly droppedRows: number
  readonly alteredRows: number
}

/** A definition that comes out otherwise in changed rows. */
export interface DefinitionDifference {
  readonly definition: string
  readonly title: string
  /** Whether its own clauses or parameters differ, or only what it reads. */
  readonly origin: 'itself' | 'carried'
  readonly rows: number
  readonly clauses: readonly ClauseDifference[]
  /** Clauses and parameters of it that differ between the readings, whether or not any row shows it. */
  readonly text: {
    readonly added: readonly string[]
    readonly dropped: readonly string[]
    readonly parameters: readonly ParameterDifference[]
  }
}

/** A parameter's value under both readings; absent where nobody has set it. */
export interface ParameterDifference {
  readonly parameter: string
  readonly title: string
  readonly unit?: string
  readonly baseline?: Plain
  readonly reform?: Plain
}

/** The rows that state one member of a fact; no member: rows that do not state it. */
export interface ComparedMember {
  readonly value: string | null
  readonly label: string
  readonly rows: number
  readonly changedRows: number
  /** Only the cells in which rows changed. */
  readonly cells: readonly ComparedCell[]
}

/** A comparison of two readings over a population, as one JSON document. */
export interface PopulationComparison {
  readonly format: 'proviso-comparison/v1'
  readonly program: string
  readonly rulesHash: string
  readonly baseline: ComparedReading
  readonly reform: ComparedReading
  readonly outcome: { readonly name: string; readonly title: string }
  readonly categories: readonly Category[]
  readonly rows: number
  readonly changedRows: number
  readonly otherGroundsRows: number
  readonly measures: readonly {
    readonly name: string
    readonly title: string
    readonly unit: string
  }[]
  readonly cells: readonly (ComparedCell & { readonly examples: readonly CellExample[] })[]
  readonly dimensions: readonly {
    readonly fact: string
    readonly title: string
    readonly members: readonly ComparedMember[]
  }[]
  readonly attribution: readonly DefinitionDifference[]
}

/** What a comparer has counted so far, as a document. */
export function comparisonDocument(comparer: PopulationComparer): PopulationComparison {
  const { plan, rules, matrix, categories } = comparer
  const { text, hash } = rules
  const { baseline, reform, measures = [] } = plan
  const units = measures.map((name) => unitOf(rules, name))
  const scales = units.map((unit) => rules.scope.units.get(unit)?.declaration.scale ?? 0)
  const cellOf = cellsWith(categories, scales)
  const title = rules.scope.definitions.get(text.outcome)?.declaration.title ?? text.outcome
  return {
    format: 'proviso-comparison/v1',
    program: text.program,
    rulesHash: hash,
    baseline: readingOf(baseline),
    reform: readingOf(reform),
    outcome: { name: text.outcome, title },
    categories,
    rows: comparer.rows,
    changedRows: comparer.changedRows,
    otherGroundsRows: comparer.otherGroundsRows,
    measures: measures.map((name, index) => ({
      name,
      title: rules.scope.definitions.get(name)?.declaration.title ?? name,
      unit: units[index] ?? '',
    })),
    cells: matrix.cells.map((cell) => ({
      ...cellOf(cell),
      examples: comparer.examples.get(cell) ?? [],
    })),
    dimensions: comparer.breakdowns.map(({ fact, members }) => ({
      fact,
      title: rules.scope.facts.get(fact)?.declaration.title ?? fact,
      members: [...members]
        .map(([member, of]) => memberOf(rules, fact, member, of, cellOf))
        .sort((a, b) => b.changedRows - a.changedRows || b.rows - a.rows),
    })),
    attribution: comparer.attribution.parts.map((part) => partOf(comparer, part)),
  }
}

type CellOf = (cell: Cell) => ComparedCell

const cellsWith =
  (categories: readonly Category[], scales: readonly number[]): CellOf =>
  ({ from, to, rows, changedWithin, quantities }) => ({
    from: categories[from]?.key ?? '',
    to: categories[to]?.key ?? '',
    rows,
    changedRows: from === to ? changedWithin : rows,
    quantities: quantities.map(({ total, unknownRows }, index) => ({
      total: decimalText(total.value, scales[index] ?? 0),
      unknownRows,
    })),
  })

function memberOf(
  rules: RuleSet,
  fact: string,
  member: number,
  matrix: Matrix,
  cellOf: CellOf,
): ComparedMember {
  const type = rules.scope.facts.get(fact)?.declaration.type
  const members =
    type?.kind === 'enum' ? (rules.scope.enums.get(type.enum)?.declaration.members ?? []) : []
  const found = members[member]
  const cells = matrix.cells.map(cellOf)
  return {
    value: found?.value ?? null,
    label: found?.label ?? 'not stated',
    rows: cells.reduce((sum, { rows }) => sum + rows, 0),
    changedRows: cells.reduce((sum, { changedRows }) => sum + changedRows, 0),
    cells: cells.filter(({ changedRows }) => changedRows > 0),
  }
}

function partOf({ plan, rules }: PopulationComparer, part: DefinitionPart): DefinitionDifference {
  const { slot, added, dropped, parameters } = part.definition
  const declaration = rules.definitions[slot]?.declaration
  const isOwn = added.length + dropped.length + parameters.length > 0
  const ids = (clauses: readonly LoadedClause[]) => clauses.map(({ clause }) => clause.id)
  return {
    definition: declaration?.name ?? '',
    title: declaration?.title ?? '',
    origin: isOwn ? 'itself' : 'carried',
    rows: part.rows,
    clauses: [...part.clauses]
      .map(([{ clause }, counts]) => ({
        clause: clause.id,
        title: clause.title,
        pack: clause.pack,
        cite: clause.cite,
        addedRows: counts.added,
        droppedRows: counts.dropped,
        alteredRows: counts.altered,
      }))
      .sort((a, b) => weight(b) - weight(a) || (a.clause < b.clause ? -1 : 1)),
    text: {
      added: ids(added),
      dropped: ids(dropped),
      parameters: parameters.map((parameter) => ({
        ...parameterOf(rules, parameter),
        ...valueOf('baseline', plan.baseline, parameter),
        ...valueOf('reform', plan.reform, parameter),
      })),
    },
  }
}

const weight = ({ addedRows, droppedRows, alteredRows }: ClauseDifference): number =>
  addedRows + droppedRows + alteredRows

function parameterOf(rules: RuleSet, slot: number) {
  const declaration = rules.text.parameters[slot]
  const { name = '', title = '' } = declaration ?? {}
  const unit = declaration?.type.kind === 'number' ? { unit: declaration.type.unit } : {}
  return { parameter: name, title, ...unit }
}

function valueOf<Side extends string>(
  side: Side,
  { view, parameters }: PopulationReading,
  slot: number,
) {
  const declaration = view.rules.text.parameters[slot]
  const value =
    declaration && decodeValue(view.rules, declaration.type, parameters[slot] ?? Number.NaN)
  return (value === undefined ? {} : { [side]: value }) as Partial<Record<Side, Plain>>
}

function readingOf(reading: PopulationReading): ComparedReading {
  const { view, assumed } = reading
  const assumedParameters: Record<string, Plain> = {}
  for (const name of assumed) {
    const slot = view.rules.scope.parameters.get(name)?.slot ?? -1
    const { value } = valueOf('value', reading, slot)
    if (value !== undefined) assumedParameters[name] = value
  }
  return { asOf: view.asOf, mode: view.mode, assumedParameters }
}

function unitOf(rules: RuleSet, definition: string): string {
  const type = rules.scope.definitions.get(definition)?.declaration.type
  if (type?.kind !== 'number') throw new RangeError(`"${definition}" is no numeric definition`)
  return type.unit
}
