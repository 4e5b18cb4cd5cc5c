import type { LoadedClause } from '../../rules/load.ts'
import type { View, ViewDefinition } from '../view.ts'
import { statusOn } from '../view.ts'
import type { LeftOut } from './law-document.ts'

/**
 * The clauses of a definition that a view does not count, each with the reason: not yet, ended,
 * another reading, or replaced by a proposed clause of the same name.
 */
export function leftOutOf({ loaded, clauses }: ViewDefinition, view: View): readonly LeftOut[] {
  const counted = new Set(clauses.map(({ clause }) => clause))
  return loaded.clauses
    .filter((clause) => !counted.has(clause))
    .map((loadedClause) => {
      const { id, title, pack } = loadedClause.clause
      const instrument = view.rules.text.packs.find((one) => one.id === pack)?.title ?? pack
      return { clause: id, title, pack: instrument, why: whyNot(loadedClause, view) }
    })
}

function whyNot({ clause }: LoadedClause, { rules, asOf, mode }: View): string {
  const proposal = rules.text.packs.find(({ id }) => id === clause.pack)?.proposal
  if (proposal && mode !== `proposal:${proposal.name}`) {
    return `proposed only: the proposal “${proposal.name}”`
  }
  if (clause.from > asOf) return `from ${clause.from}`
  if (clause.to !== undefined && clause.to <= asOf) return `until ${clause.to}`
  const change = statusOn(clause.status, asOf)
  switch (change?.status) {
    case 'notEnforced':
      return `in the text since ${change.from}, but not enforced (${change.cite})`
    case 'appliedAsPolicy':
      return `applied as policy since ${change.from}, but not in the text (${change.cite})`
    case 'suspended':
      return `suspended since ${change.from} (${change.cite})`
    case 'rescinded':
      return `rescinded from ${change.from} (${change.cite})`
    case 'proposed':
      return `proposed since ${change.from} (${change.cite})`
    default:
      return 'a proposed clause of the same name takes its place'
  }
}
