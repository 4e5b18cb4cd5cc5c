import type { Citation, Clause, ParameterVersion, RuleText } from './ast.ts'
import { dayFromIso } from './calendar.ts'
import type { Place, RuleDefect, Scope } from './scope.ts'

type Report = (defect: RuleDefect) => void

/** The place of a clause: its pack's file, its definition, itself. */
export function placeOf(text: RuleText, clause: Clause): Place {
  const file = text.packs.find(({ id }) => id === clause.pack)?.file ?? clause.pack
  return { file, definition: clause.definition, clause: clause.id }
}

/** Checks what needs no types: citations, dates, exceptions, overlapping versions, declarations. */
export function checkText(text: RuleText, scope: Scope, report: Report): void {
  for (const clause of text.clauses) checkClause(text, clause, scope, report)
  checkOverlaps(text, report)
  checkExceptions(text, report)
  checkParameters(text, report)
  checkDeclarations(text, scope, report)
}

function checkClause(text: RuleText, clause: Clause, scope: Scope, report: Report): void {
  const place = placeOf(text, clause)
  if (!scope.definitions.has(clause.definition)) {
    report({
      ...place,
      code: 'rules.unknown-name',
      message: `there is no definition "${clause.definition}"`,
    })
  }
  if (!text.packs.some(({ id }) => id === clause.pack)) {
    report({ ...place, code: 'rules.unknown-name', message: `there is no pack "${clause.pack}"` })
  }
  checkCitations(clause.cite, place, report)
  for (const [name, value] of Object.entries(datesOf(clause))) checkDate(name, value, place, report)
  if (clause.to !== undefined && clause.to <= clause.from) {
    report({
      ...place,
      code: 'rules.bad-interval',
      message: `"to" ${clause.to} must come after "from" ${clause.from}`,
    })
  }
  const [first] = clause.status
  if (!first || first.from > clause.from) {
    report({
      ...place,
      code: 'rules.missing-status',
      message: `say the legal status from ${clause.from} on`,
    })
  }
  clause.status.forEach((change, index) => {
    const previous = clause.status[index - 1]
    if (previous && previous.from >= change.from) {
      report({
        ...place,
        code: 'rules.bad-interval',
        message: `status dates must rise: ${previous.from}, then ${change.from}`,
      })
    }
    if (change.cite.trim() === '') {
      report({
        ...place,
        code: 'rules.missing-citation',
        message: `the status from ${change.from} cites nothing`,
      })
    }
  })
}

function datesOf(clause: Clause): Record<string, string> {
  return {
    from: clause.from,
    verifiedAt: clause.verifiedAt,
    ...(clause.to === undefined ? {} : { to: clause.to }),
    ...(clause.recheckBy === undefined ? {} : { recheckBy: clause.recheckBy }),
    ...Object.fromEntries(clause.status.map(({ from }, index) => [`status[${index}].from`, from])),
  }
}

function checkDate(name: string, value: string, place: Place, report: Report): void {
  if (dayFromIso(value) !== undefined) return
  report({
    ...place,
    code: 'rules.bad-date',
    message: `${name} "${value}" is not a date; write one like 2025-01-13`,
  })
}

function checkCitations(cite: readonly Citation[], place: Place, report: Report): void {
  if (cite.length > 0 && cite.every(({ provision }) => provision.trim() !== '')) return
  report({
    ...place,
    code: 'rules.missing-citation',
    message: 'cite the provision, like "15 CFR 740.29(a)"',
  })
}

function checkOverlaps(text: RuleText, report: Report): void {
  const versions = new Map<string, Clause[]>()
  for (const clause of text.clauses) {
    const key = `${clause.definition}/${clause.id}/${proposalOf(text, clause.pack) ?? ''}`
    versions.set(key, [...(versions.get(key) ?? []), clause])
  }
  for (const list of versions.values()) {
    const sorted = [...list].sort((a, b) => (a.from < b.from ? -1 : 1))
    sorted.forEach((clause, index) => {
      const previous = sorted[index - 1]
      if (!previous || (previous.to ?? '9999-12-31') <= clause.from) return
      report({
        ...placeOf(text, clause),
        code: 'rules.overlap',
        message:
          `two versions are in force at once from ${clause.from}: one of ${previous.pack} (from ` +
          `${previous.from} to ${previous.to ?? 'open'}) and one of ${clause.pack}; end the first`,
      })
    })
  }
}

/** The name of the proposal a pack belongs to, if it is one. */
export function proposalOf(text: RuleText, pack: string): string | undefined {
  return text.packs.find(({ id }) => id === pack)?.proposal?.name
}

function checkExceptions(text: RuleText, report: Report): void {
  for (const clause of text.clauses) {
    if (clause.exceptTo === undefined) continue
    const peers = text.clauses.filter(({ definition }) => definition === clause.definition)
    if (!peers.some(({ id }) => id === clause.exceptTo)) {
      report({
        ...placeOf(text, clause),
        code: 'rules.unknown-name',
        message: `it is an exception to "${clause.exceptTo}", which is no clause of this definition`,
      })
      continue
    }
    const seen = new Set([clause.id])
    for (let id: string | undefined = clause.exceptTo; id !== undefined;) {
      if (seen.has(id)) {
        report({
          ...placeOf(text, clause),
          code: 'rules.cycle',
          message: `exceptions run in a circle: ${[...seen, id].join(' to ')}`,
        })
        break
      }
      seen.add(id)
      const parent: string = id
      id = peers.find((peer) => peer.id === parent)?.exceptTo
    }
  }
}

function checkParameters(text: RuleText, report: Report): void {
  for (const parameter of text.parameters) {
    const place = { file: text.program, definition: `parameter ${parameter.name}` }
    if (parameter.versions.length === 0) {
      report({
        ...place,
        code: 'rules.missing-value',
        message: 'no pack gives it a value; use value null if nobody has set it',
      })
    }
    const sorted = [...parameter.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
    sorted.forEach((version, index) => {
      checkCitations(version.cite, place, report)
      checkDate('from', version.from, place, report)
      const clash = sorted.slice(0, index).find((earlier) => overlap(text, earlier, version))
      if (clash) {
        report({
          ...place,
          code: 'rules.overlap',
          message: `two values hold from ${version.from}: those of ${clash.pack} and ${version.pack}`,
        })
      }
    })
  }
}

function overlap(text: RuleText, earlier: ParameterVersion, later: ParameterVersion): boolean {
  const sameReading = proposalOf(text, earlier.pack) === proposalOf(text, later.pack)
  return sameReading && (earlier.to ?? '9999-12-31') > later.from
}

function checkDeclarations(text: RuleText, scope: Scope, report: Report): void {
  const place = { file: text.program }
  for (const name of [text.outcome, ...text.outputs]) {
    if (!scope.definitions.has(name)) {
      report({
        ...place,
        code: 'rules.unknown-name',
        message: `there is no definition "${name}" to give out`,
      })
    }
  }
  for (const fact of [...text.facts, ...text.relations]) {
    checkCitations(fact.cite, { ...place, definition: `fact ${fact.name}` }, report)
  }
  for (const fact of text.facts) {
    if (fact.type.kind === 'number' && !fact.bounds) {
      report({
        ...place,
        definition: `fact ${fact.name}`,
        code: 'rules.missing-bounds',
        message: 'a number needs min and max',
      })
    }
    const size =
      fact.type.kind === 'set' ? scope.enums.get(fact.type.enum)?.declaration.members.length : 0
    if ((size ?? 0) > 30) {
      report({
        ...place,
        definition: `fact ${fact.name}`,
        code: 'rules.set-too-large',
        message: 'a set holds at most 30 members; split the list',
      })
    }
  }
  for (const table of text.tables)
    checkCitations(table.cite, { ...place, definition: `table ${table.name}` }, report)
}
