import type { FactDeclaration, RelationDeclaration, RuleText, TableDeclaration } from './ast.ts'
import type { Report } from './check-value.ts'
import { checkBounds, checkCitations, checkConstant, checkDate, checkType } from './check-value.ts'
import type { Place, Scope } from './scope.ts'
import { hintFor } from './scope.ts'

/** What a check works on. */
interface Check {
  readonly text: RuleText
  readonly scope: Scope
  readonly report: Report
}

/** Checks what lists, tables, facts, relations and definitions say of themselves. */
export function checkDeclarations(text: RuleText, scope: Scope, report: Report): void {
  const check = { text, scope, report }
  checkOutputs(check)
  checkLists(check)
  for (const table of text.tables) checkTable(table, check)
  for (const fact of text.facts) checkFact(fact, check)
  for (const relation of text.relations) checkRelation(relation, check)
  for (const { name, type } of text.definitions) {
    checkType(type, placeIn(text, name), scope, report)
  }
}

const placeIn = (text: RuleText, definition: string): Place => ({ file: text.program, definition })

function checkOutputs({ text, scope, report }: Check): void {
  for (const name of [text.outcome, ...text.outputs]) {
    if (scope.definitions.has(name)) continue
    const hint = hintFor(name, scope.definitions.keys())
    const message = `there is no definition "${name}" to give out${hint}`
    report({ file: text.program, code: 'rules.unknown-name', message })
  }
}

function checkLists({ text, report }: Check): void {
  for (const { name, members, synonyms = {} } of text.enums) {
    const place = placeIn(text, `enumeration ${name}`)
    const values = members.map(({ value }) => value)
    checkOnce('member', values, place, report)
    for (const [synonym, value] of Object.entries(synonyms)) {
      if (values.includes(value)) continue
      const message = `synonym "${synonym}" stands for "${value}", which is no member${hintFor(value, values)}`
      report({ ...place, code: 'rules.unknown-member', message })
    }
  }
}

function checkOnce(what: string, names: readonly string[], place: Place, report: Report): void {
  for (const twice of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    const message = `${what} "${twice}" is declared twice; give each its own name`
    report({ ...place, code: 'rules.duplicate-name', message })
  }
}

function checkTable(table: TableDeclaration, { text, scope, report }: Check): void {
  const place = placeIn(text, `table ${table.name}`)
  checkCitations(table.cite, place, report)
  checkDate('verifiedAt', table.verifiedAt, place, report)
  const keyType = { kind: 'enum', enum: table.keyEnum } as const
  checkType(keyType, place, scope, report)
  for (const type of Object.values(table.columns)) checkType(type, place, scope, report)
  for (const [key, row] of Object.entries(table.rows)) {
    checkConstant('row', key, { type: keyType }, place, scope, report)
    for (const [column, cell] of Object.entries(row)) {
      const type = table.columns[column]
      if (type) checkConstant(`${key}.${column}`, cell, { type }, place, scope, report)
      else {
        const hint = hintFor(column, Object.keys(table.columns))
        const message = `row "${key}" has a column "${column}" that is not declared${hint}`
        report({ ...place, code: 'rules.unknown-name', message })
      }
    }
  }
}

function checkFact(fact: FactDeclaration, check: Check): void {
  const { text, scope, report } = check
  const place = placeIn(text, `fact ${fact.name}`)
  checkCitations(fact.cite, place, report)
  checkType(fact.type, place, scope, report)
  checkBounds(fact.type, fact.bounds, place, report)
  if (fact.prefill) checkPrefill(fact, fact.prefill, place, check)
}

/** A prefilled fact reads a column of its own type, within its own bounds, by a fact a case states. */
function checkPrefill(
  { type, bounds }: FactDeclaration,
  source: NonNullable<FactDeclaration['prefill']>,
  place: Place,
  { scope, report }: Check,
): void {
  const table = scope.tables.get(source.table)?.declaration
  const key = scope.facts.get(source.key)?.declaration
  const column = table?.columns[source.column]
  const unknown = (what: string, name: string, names: Iterable<string>): void =>
    report({
      ...place,
      code: 'rules.unknown-name',
      message: `it is filled in from ${what} "${name}", which does not exist${hintFor(name, names)}`,
    })
  if (!table) return unknown('table', source.table, scope.tables.keys())
  if (!key) return unknown('fact', source.key, scope.facts.keys())
  if (!column) return unknown('column', source.column, Object.keys(table.columns))
  const isKey = key.type.kind === 'enum' && key.type.enum === table.keyEnum && !key.prefill
  if (!isKey || JSON.stringify(column) !== JSON.stringify(type)) {
    const message = `it is filled in from ${source.table}.${source.column} by ${source.key}; that column must have its type, and that fact must be a stated member of ${table.keyEnum}`
    report({ ...place, code: 'rules.type-mismatch', message })
    return
  }
  for (const [name, row] of Object.entries(table.rows)) {
    const cell = row[source.column] ?? null
    checkConstant(`${name}.${source.column}`, cell, { type, bounds }, place, scope, report)
  }
}

function checkRelation(relation: RelationDeclaration, { text, scope, report }: Check): void {
  const place = placeIn(text, `relation ${relation.name}`)
  checkCitations(relation.cite, place, report)
  if (scope.facts.has(relation.name)) {
    const message = `"${relation.name}" is a fact too; a case could not tell them apart`
    report({ ...place, code: 'rules.duplicate-name', message })
  }
  const names = relation.fields.map(({ name }) => name)
  checkOnce('field', names, place, report)
  for (const field of relation.fields) {
    const inField = placeIn(text, `relation ${relation.name}.${field.name}`)
    checkType(field.type, inField, scope, report)
    checkBounds(field.type, field.bounds, inField, report)
  }
}
