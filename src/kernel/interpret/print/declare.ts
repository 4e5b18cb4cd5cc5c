import type {
  Cell,
  PackDeclaration,
  ParameterVersion,
  TableDeclaration,
  ValueType,
} from '../../rules/ast.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { View } from '../view.ts'
import { anchorOf } from './anchors.ts'
import type {
  LawDeclarations,
  LawInstrument,
  LawList,
  LawParameter,
  LawTable,
} from './declarations.ts'
import { groupsOf, kindWords } from './facts.ts'
import { constantWords } from './terms.ts'
import { shownTables } from './shown-tables.ts'

type Groups = readonly { readonly id: string; readonly title: string }[]

/** Parameters, facts, tables, lists and instruments of a reading; tables only where it reads them. */
export function declarationsOf(view: View, groups: Groups): LawDeclarations {
  const { rules } = view
  return {
    parameters: parametersOf(rules, view),
    groups: groupsOf(rules, groups),
    tables: shownTables(view).map((table) => tableOf(rules, table)),
    lists: listsOf(rules),
    instruments: rules.text.packs.map(instrumentOf),
  }
}

/** All parameters; `view` marks the version it takes. */
export function parametersOf(rules: RuleSet, view?: View): readonly LawParameter[] {
  const proposed = new Set(rules.text.packs.flatMap(({ id, proposal }) => (proposal ? id : [])))
  const titleOf = (pack: string): string =>
    rules.text.packs.find(({ id }) => id === pack)?.title ?? pack
  return rules.text.parameters.map(({ name, title, why, type, bounds, versions }, slot) => ({
    anchor: anchorOf.parameter(name),
    name,
    title,
    why,
    kind: kindWords(rules, type, bounds),
    versions: versions.map((version) => ({
      from: version.from,
      ...(version.to === undefined ? {} : { to: version.to }),
      value: versionWords(rules, type, version),
      isSet: version.value !== null,
      isCurrent: view?.parameterVersions[slot] === version,
      isProposed: proposed.has(version.pack),
      cite: version.cite,
      pack: titleOf(version.pack),
    })),
  }))
}

const versionWords = (rules: RuleSet, type: ValueType, { value }: ParameterVersion): string =>
  value === null ? 'nobody has set it' : constantWords(rules, type, value)

function tableOf(rules: RuleSet, table: TableDeclaration): LawTable {
  const { name, title, verifiedAt, cite, keyEnum, columns, rows } = table
  const list = rules.scope.enums.get(keyEnum)?.declaration
  const entries = Object.entries(columns)
  return {
    anchor: anchorOf.table(name),
    ...{ title, verifiedAt, cite },
    key: list?.title ?? keyEnum,
    columns: entries.map(([column, type]) => ({ name: column, kind: kindWords(rules, type) })),
    rows: (list?.members ?? []).flatMap(({ value, label }) => {
      const row = rows[value]
      if (!row) return []
      return {
        key: label,
        cells: entries.map(([column, type]) => cellWords(rules, type, row[column])),
      }
    }),
  }
}

const cellWords = (rules: RuleSet, type: ValueType, cell: Cell | undefined): string =>
  cell === null || cell === undefined ? 'not public' : constantWords(rules, type, cell)

/** Every closed list of values. */
export const listsOf = (rules: RuleSet): readonly LawList[] =>
  rules.text.enums.map(({ name, title, members }) => ({
    anchor: anchorOf.list(name),
    title,
    members,
  }))

/** A pack in words. */
export function instrumentOf(pack: PackDeclaration): LawInstrument {
  const { id, title, instrument, file, from, verifiedAt, recheckBy, note, proposal } = pack
  return {
    anchor: anchorOf.pack(id),
    ...{ title, instrument, file, from, verifiedAt },
    ...(recheckBy === undefined ? {} : { recheckBy }),
    ...(note === undefined ? {} : { note }),
    ...(proposal ? { proposal: proposal.name } : {}),
  }
}
