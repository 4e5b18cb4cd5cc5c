import { isUnknown } from '../rules/ir.ts'
import { decodeValue } from './decode.ts'
import type { Evaluation } from './evaluate.ts'
import { NOT_EVALUATED } from './resolve.ts'
import type { DefinitionTrace } from './trace.ts'
import type { ClauseNode, View } from './view.ts'
import { statusOn } from './view.ts'
import { plainInWords } from './words.ts'

/** Something a reader must know before relying on an answer. */
export interface Warning {
  readonly code: 'rules.recheck-overdue' | 'rules.contested' | 'rules.unset-parameter-assumed'
  readonly message: string
  readonly clauses: readonly string[]
}

/**
 * Warnings for the law a decision looked at, whether or not it applied: clauses verified before a
 * date by which they had to be looked at again, and clauses that are contested (one warning per
 * pack). A clause that did not apply matters as well, since it is the stale text that said so.
 * And one for each number that nobody has set and the reader assumed.
 */
export function warningsOf(
  evaluation: Evaluation,
  trace: readonly DefinitionTrace[],
): readonly Warning[] {
  return [...ofClauses(evaluation), ...ofAssumptions(evaluation, trace)]
}

function ofClauses({ view, marks }: Evaluation): readonly Warning[] {
  const found = new Map<string, Warning & { clauses: string[] }>()
  for (const { slot, clause, ...warning } of agingOf(view)) {
    if (marks[slot] === NOT_EVALUATED) continue
    const known = found.get(warning.message) ?? { ...warning, clauses: [] }
    known.clauses.push(clause)
    found.set(warning.message, known)
  }
  return [...found.values()]
}

/** A warning about one clause of a view, with the slot of its definition. */
type Aging = Omit<Warning, 'clauses'> & { readonly slot: number; readonly clause: string }
const aging = new WeakMap<View, readonly Aging[]>()

/** Every clause of a view that is stale or contested on the day of the view; found once. */
function agingOf(view: View): readonly Aging[] {
  const known = aging.get(view)
  if (known) return known
  const made = view.definitions.flatMap(({ loaded, clauses }) =>
    clauses.flatMap((node): Aging[] => {
      const warning = warningFor(node, view)
      const clause = `${loaded.declaration.name}/${node.clause.clause.id}`
      return warning ? [{ ...warning, slot: loaded.slot, clause }] : []
    }),
  )
  aging.set(view, made)
  return made
}

function warningFor(node: ClauseNode, { rules, asOf }: View): Omit<Warning, 'clauses'> | undefined {
  const { clause } = node.clause
  const { recheckBy, verifiedAt } = clause
  const title = rules.text.packs.find(({ id }) => id === clause.pack)?.title ?? clause.pack
  if (recheckBy !== undefined && asOf >= recheckBy && verifiedAt < recheckBy) {
    return {
      code: 'rules.recheck-overdue',
      message:
        `${title}: last verified ${verifiedAt}, and had to be looked at again by ` +
        `${recheckBy}; check the current text before relying on it`,
    }
  }
  if (statusOn(clause.status, asOf)?.status !== 'contested') return undefined
  return { code: 'rules.contested', message: `${title}: a clause is contested; see its citations` }
}

function ofAssumptions(
  { view, parameters }: Evaluation,
  trace: readonly DefinitionTrace[],
): readonly Warning[] {
  return view.rules.text.parameters.flatMap(({ name, title, type }, slot): Warning[] => {
    if (!isUnknown(type.kind, view.parameters[slot] ?? Number.NaN)) return []
    const plain = decodeValue(view.rules, type, parameters[slot] ?? Number.NaN)
    const clauses = plain === undefined ? [] : readersOf(name, trace)
    if (plain === undefined || clauses.length === 0) return []
    const value = plainInWords(view.rules, type, plain)
    const message = `${title}: nobody has set it; ${value} is assumed`
    return [{ code: 'rules.unset-parameter-assumed', message, clauses }]
  })
}

const readersOf = (parameter: string, trace: readonly DefinitionTrace[]): readonly string[] =>
  trace.flatMap(({ definition, clauses }) =>
    clauses
      .filter(({ reads }) =>
        reads.some(({ kind, name }) => kind === 'parameter' && name === parameter),
      )
      .map(({ clause }) => `${definition}/${clause}`),
  )
