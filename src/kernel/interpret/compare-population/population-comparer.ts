import type { RuleSet } from '../../rules/load.ts'
import { factsAt, valueAt } from '../batch/case-at.ts'
import type { CaseColumns } from '../batch/columns.ts'
import type { CaseFacts } from '../encode.ts'
import type { AnswerColumns, Answers, MakeAnswers, PopulationReading } from './answers.ts'
import { Attribution } from './attribution.ts'
import type { Category } from './categories.ts'
import { categoriesOf, categoryAt } from './categories.ts'
import { ClauseSets } from './clause-sets.ts'
import type { DifferingDefinition } from './differing.ts'
import { differingDefinitions } from './differing.ts'
import type { Cell } from './matrix.ts'
import { Matrix } from './matrix.ts'

/** What to compare, and how the population is to be cut and weighed. */
export interface ComparePlan {
  readonly baseline: PopulationReading
  readonly reform: PopulationReading
  readonly answers: MakeAnswers
  /** Numeric definitions summed per cell, as the baseline gives them. */
  readonly measures?: readonly string[]
  /** Facts of enumerations that changed rows are broken down by, as the cases state them. */
  readonly dimensions?: readonly string[]
  /** How many examples are kept per cell; 3 when absent. */
  readonly examplesMax?: number
}

/** A case of the population that lies in a cell. */
export interface CellExample {
  /** Its place in the population: from 0 where it is generated, from 1 in a file. */
  readonly row: number
  readonly facts: CaseFacts
}

/** One fact's members with the transitions of the rows that state each; -1 are rows that state none. */
export interface Breakdown {
  readonly fact: string
  readonly slot: number
  readonly members: Map<number, Matrix>
}

/**
 * Compares two readings of one rule set over a population that comes in chunks: counts, examples
 * and attribution are the same however it is cut. Memory does not grow with the population.
 */
export class PopulationComparer {
  readonly plan: ComparePlan
  readonly rules: RuleSet
  readonly categories: readonly Category[]
  readonly differing: readonly DifferingDefinition[]
  readonly matrix: Matrix
  readonly breakdowns: readonly Breakdown[]
  readonly attribution: Attribution
  readonly examples = new Map<Cell, CellExample[]>()
  rows = 0
  changedRows = 0
  /** Rows whose outcome is the same but rests on other clauses. */
  otherGroundsRows = 0
  readonly #baseline: AnswerColumns
  readonly #reform: AnswerColumns
  readonly #sets: ClauseSets

  /** Throws RangeError for a measure or dimension that the rules do not have. */
  constructor(plan: ComparePlan) {
    const { baseline, reform, answers, measures = [], dimensions = [] } = plan
    const { rules } = baseline.view
    const { outcome } = rules.text
    const slot = baseline.view.targets.outcome[0] ?? -1
    const type = rules.definitions[slot]?.declaration.type ?? { kind: 'bool' }
    this.plan = plan
    this.rules = rules
    this.categories = categoriesOf(rules, type)
    this.differing = differingDefinitions(baseline, reform)
    this.matrix = new Matrix(this.categories.length, measures.length)
    this.breakdowns = dimensions.map((fact) => {
      const found = rules.scope.facts.get(fact)
      if (found?.declaration.type.kind !== 'enum') {
        throw new RangeError(`"${fact}" is no fact of an enumeration`)
      }
      return { fact, slot: found.slot, members: new Map() }
    })
    this.attribution = new Attribution([baseline, reform], this.differing)
    const names = this.differing.length === 0 ? [outcome] : this.attribution.names
    this.#baseline = answers(baseline, [...names, ...measures])
    this.#reform = answers(reform, names)
    this.#sets = new ClauseSets(slot, [baseline, reform])
  }

  /** Counts the next rows of the population; `numbers` where their places are not consecutive. */
  add(columns: CaseColumns, numbers?: ArrayLike<number>): void {
    const olds = this.#baseline(columns)
    const nows = this.#reform(columns)
    const measures = olds.slice(nows.length)
    const [before, after] = [olds[0], nows[0]]
    if (!before || !after) throw new RangeError('a reading gave no answers for the outcome')
    const { length } = this.categories
    for (let row = 0; row < columns.count; row++) {
      const from = categoryAt(before, row, length)
      const to = categoryAt(after, row, length)
      const differs = from !== to || before.value[row] !== after.value[row]
      if (differs) {
        this.changedRows += 1
        this.attribution.add(olds, nows, row)
      } else if (!this.#sets.same(before.reason[row] ?? 0, after.reason[row] ?? 0)) {
        this.otherGroundsRows += 1
      }
      const cell = this.matrix.cell(from, to)
      count(cell, row, differs && from === to, measures)
      this.#breakDown(columns, row, { from, to, differs, measures })
      this.#keepExample(columns, row, cell, numbers?.[row] ?? this.rows + row)
    }
    this.rows += columns.count
  }

  #breakDown(columns: CaseColumns, row: number, at: Transition): void {
    for (const { slot, members } of this.breakdowns) {
      const type = this.rules.text.facts[slot]?.type ?? { kind: 'bool' }
      const member = valueAt(columns.facts[slot], type, row)
      const known = members.get(member)
      const matrix = known ?? new Matrix(this.categories.length, at.measures.length)
      if (!known) members.set(member, matrix)
      count(matrix.cell(at.from, at.to), row, at.differs && at.from === at.to, at.measures)
    }
  }

  #keepExample(columns: CaseColumns, row: number, cell: Cell, number: number): void {
    const kept = this.examples.get(cell) ?? []
    if (kept.length >= (this.plan.examplesMax ?? 3)) return
    kept.push({ row: number, facts: factsAt(columns, this.rules, row) })
    this.examples.set(cell, kept)
  }
}

interface Transition {
  readonly from: number
  readonly to: number
  readonly differs: boolean
  readonly measures: readonly Answers[]
}

function count(cell: Cell, row: number, within: boolean, measures: readonly Answers[]): void {
  cell.rows += 1
  if (within) cell.changedWithin += 1
  measures.forEach((measure, index) => {
    const quantity = cell.quantities[index]
    if (!quantity) return
    if (measure.status[row] === 0) quantity.total.add(measure.value[row] ?? 0)
    else quantity.unknownRows += 1
  })
}
