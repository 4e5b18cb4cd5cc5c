import type { CaseFacts } from '../encode.ts'
import type { View } from '../view.ts'
import { modeInWords } from '../words.ts'
import { monotoneSheet, neverSheet, relabellingSheet, thresholdSheet } from './declared-sheets.ts'
import { definitionQuestions, definitionSheet } from './definition-sheet.ts'
import { equivalenceSheet } from './equivalence-sheet.ts'
import type { Sheet } from './goal.ts'
import type { AnalystQuestions, QuestionName } from './questions.ts'
import { questionNames } from './questions.ts'
import { rowsMax, unsetParameters } from './space.ts'
import { splittingSheet } from './splitting-sheet.ts'
import type { Baseline } from './witness.ts'
import { baselineOf } from './witness.ts'

/** What is to be asked: each sheet is written when its turn comes. */
export interface ProofPlan {
  readonly view: View
  readonly sheets: readonly (() => Sheet)[]
  /** What a case says of an input where nothing else is called for. */
  readonly baseline: Baseline
  /** Within what the answers hold, in sentences. */
  readonly limits: readonly string[]
}

export interface PlanOptions {
  /** Questions to ask; all of them when left out. */
  readonly questions?: readonly QuestionName[] | undefined
  /** Definitions to ask about, by name; all that have clauses in force when left out. */
  readonly definitions?: readonly string[] | undefined
  /** The reading that `equivalence` compares with; it is not asked without one. */
  readonly against?: View | undefined
  readonly declared?: AnalystQuestions | undefined
  /** A complete case: examples differ from it in as little as they can. */
  readonly example: CaseFacts
}

/** The questions of a program under one reading, definition by definition, then what it declares. */
export function proofPlan(view: View, options: PlanOptions): ProofPlan {
  const asked = new Set(options.questions ?? questionNames)
  const inForce = view.definitions
    .filter(({ clauses }) => clauses.length > 0)
    .map(({ loaded }) => loaded.declaration.name)
  const definitions = inForce.filter((name) => options.definitions?.includes(name) ?? true)
  const own = definitionQuestions.filter((question) => asked.has(question))
  const { against } = options
  const sheets = [
    ...(own.length > 0 ? definitions.map((name) => () => definitionSheet(view, name, own)) : []),
    ...declaredSheets(view, asked, options),
    ...(against && asked.has('equivalence')
      ? comparedDefinitions(view, options.definitions).map(
          (name) => () => equivalenceSheet(view, against, name),
        )
      : []),
  ]
  const baseline = baselineOf(view.rules, options.example)
  return { view, sheets, baseline, limits: limitsOf(view, against) }
}

function declaredSheets(
  view: View,
  asked: ReadonlySet<QuestionName>,
  { declared = {}, definitions }: PlanOptions,
): readonly (() => Sheet)[] {
  const isWanted = ({ definition }: { readonly definition: string }): boolean =>
    definitions?.includes(definition) ?? true
  const sheets = <Q extends { readonly definition: string }>(
    question: QuestionName,
    list: readonly Q[] | undefined,
    sheet: (view: View, one: Q) => Sheet,
  ): readonly (() => Sheet)[] =>
    asked.has(question) ? (list ?? []).filter(isWanted).map((one) => () => sheet(view, one)) : []
  return [
    ...sheets('never', declared.never, neverSheet),
    ...sheets('monotone', declared.monotone, monotoneSheet),
    ...sheets('threshold', declared.threshold, thresholdSheet),
    ...sheets('splitting', declared.splitting, splittingSheet),
    ...sheets('relabelling', declared.relabelling, relabellingSheet),
  ]
}

/** What two readings are compared in: the definitions named, else the outcome. */
function comparedDefinitions(
  { rules }: View,
  named: readonly string[] | undefined,
): readonly string[] {
  return named ?? [rules.text.outcome]
}

function limitsOf(view: View, against: View | undefined): readonly string[] {
  const { rules, mode, asOf } = view
  const words = (one: View): string => `${modeInWords(one.mode)} as of ${one.asOf}`
  const readings = against
    ? `${words(view)}, and ${words(against)}`
    : `${modeInWords(mode)} as of ${asOf}`
  const relations = rules.text.relations.map(({ title }) => `“${title}”`)
  const unset = [...new Set([view, ...(against ? [against] : [])].flatMap(openNumbers))]
  const titles = unset.map(
    (name) => `“${rules.scope.parameters.get(name)?.declaration.title ?? name}”`,
  )
  const idle = view.definitions
    .filter(({ clauses }) => clauses.length === 0)
    .map(({ loaded }) => `“${loaded.declaration.title}”`)
  return [
    `The rules of ${rules.text.program}, ${readings}.`,
    'Cases in which every question is answered, with every value that the rules allow.',
    ...(relations.length > 0 ? [`Lists with up to ${rowsMax} rows: ${relations.join(', ')}.`] : []),
    ...(titles.length > 0
      ? [`Numbers that nobody has set may be anything: ${titles.join(', ')}.`]
      : []),
    ...(idle.length > 0
      ? [`Not asked about, since no clause is in force: ${idle.join(', ')}.`]
      : []),
  ]
}

/** Parameters in force whose number nobody has set; those out of force concern no case. */
const openNumbers = (view: View): readonly string[] =>
  unsetParameters(view).filter((name) => {
    const slot = view.rules.scope.parameters.get(name)?.slot ?? -1
    return view.parameterVersions[slot] !== undefined
  })
