import type { Clause, RuleText } from './ast.ts'
import { isInForce } from './calendar.ts'
import { checkDeclarations } from './check-declarations.ts'
import { checkParameters, proposalOf } from './check-parameters.ts'
import type { Report } from './check-value.ts'
import { checkCitations, checkDate, checkPeriod } from './check-value.ts'
import type { Place, Scope } from './scope.ts'
import { hintFor } from './scope.ts'

/** The place of a clause: its pack's file, its definition, itself. */
export function placeOf(text: RuleText, clause: Clause): Place {
  const file = text.packs.find(({ id }) => id === clause.pack)?.file ?? clause.pack
  return { file, definition: clause.definition, clause: clause.id }
}

/** Checks what needs no types: citations, dates, exceptions, overlapping versions, declarations. */
export function checkText(text: RuleText, scope: Scope, report: Report): void {
  checkPacks(text, report)
  for (const clause of text.clauses) checkClause(text, clause, scope, report)
  checkOverlaps(text, report)
  checkExceptions(text, report)
  checkCounts(text, report)
  checkParameters(text, scope, report)
  checkDeclarations(text, scope, report)
}

function checkPacks(text: RuleText, report: Report): void {
  text.packs.forEach((pack, index) => {
    const place = { file: pack.file }
    const earlier = text.packs.slice(0, index)
    if (earlier.some(({ id }) => id === pack.id)) {
      const message = `pack "${pack.id}" is declared twice; give each its own name`
      report({ ...place, code: 'rules.duplicate-name', message })
    }
    const { from, verifiedAt, recheckBy = verifiedAt, proposal } = pack
    for (const [name, value] of Object.entries({ from, verifiedAt, recheckBy })) {
      checkDate(`pack ${pack.id}: ${name}`, value, place, report)
    }
    const same = earlier.find((other) => proposal && other.proposal?.name === proposal.name)
    if (same && same.proposal?.base !== proposal?.base) {
      const message = `proposal "${proposal?.name}" starts from the ${proposal?.base} reading here and from the ${same.proposal?.base} reading in ${same.file}`
      report({ ...place, code: 'rules.proposal-base', message })
    }
  })
}

function checkClause(text: RuleText, clause: Clause, scope: Scope, report: Report): void {
  const place = placeOf(text, clause)
  if (!scope.definitions.has(clause.definition)) {
    const hint = hintFor(clause.definition, scope.definitions.keys())
    const message = `there is no definition "${clause.definition}"${hint}`
    report({ ...place, code: 'rules.unknown-name', message })
  }
  if (!text.packs.some(({ id }) => id === clause.pack)) {
    const ids = text.packs.map(({ id }) => id)
    const message = `there is no pack "${clause.pack}"${hintFor(clause.pack, ids)}`
    report({ ...place, code: 'rules.unknown-name', message })
  }
  checkCitations(clause.cite, place, report)
  for (const [name, value] of Object.entries(datesOf(clause))) checkDate(name, value, place, report)
  checkPeriod(clause, place, report)
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
    verifiedAt: clause.verifiedAt,
    ...(clause.recheckBy === undefined ? {} : { recheckBy: clause.recheckBy }),
    ...Object.fromEntries(clause.status.map(({ from }, index) => [`status[${index}].from`, from])),
  }
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

/** Exceptions form trees: each names a clause of its definition, and none leads back to itself. */
function checkExceptions(text: RuleText, report: Report): void {
  for (const clause of text.clauses) {
    if (clause.exceptTo === undefined) continue
    const peers = text.clauses.filter(({ definition }) => definition === clause.definition)
    const ids = peers.map(({ id }) => id)
    if (!ids.includes(clause.exceptTo)) {
      const hint = hintFor(clause.exceptTo, ids)
      report({
        ...placeOf(text, clause),
        code: 'rules.unknown-name',
        message: `it is an exception to "${clause.exceptTo}", which is no clause of this definition${hint}`,
      })
    }
    const circle = circleFrom(clause.id, peers, [clause.id])
    if (circle) {
      report({
        ...placeOf(text, clause),
        code: 'rules.cycle',
        message: `exceptions run in a circle: ${circle.join(' to ')}`,
      })
    }
  }
}

/** The way back to a clause over the exceptions of all its versions, whenever they are in force. */
function circleFrom(
  start: string,
  peers: readonly Clause[],
  path: readonly string[],
): readonly string[] | undefined {
  const here = path.at(-1)
  for (const { id, exceptTo } of peers) {
    if (id !== here || exceptTo === undefined) continue
    if (exceptTo === start) return [...path, exceptTo]
    if (path.includes(exceptTo)) continue
    const circle = circleFrom(start, peers, [...path, exceptTo])
    if (circle) return circle
  }
  return undefined
}

const activeMax = 30

/** At most 30 clauses of a definition hold at once: what decided is kept as a bit mask. */
function checkCounts(text: RuleText, report: Report): void {
  const proposals = [...new Set(text.packs.map(({ proposal }) => proposal?.name))]
  for (const { name } of text.definitions) {
    const own = text.clauses.filter(({ definition }) => definition === name)
    const readings = own.flatMap(({ from }) => proposals.map((proposal) => ({ from, proposal })))
    const crowded = readings
      .map(({ from, proposal }) => ({ from, active: holding(text, own, from, proposal) }))
      .find(({ active }) => active.length > activeMax)
    const excess = crowded?.active[activeMax]
    if (!crowded || !excess) continue
    report({
      ...placeOf(text, excess),
      code: 'rules.too-many-clauses',
      message: `${crowded.active.length} clauses hold at once on ${crowded.from}; at most ${activeMax} may: split the definition`,
    })
  }
}

function holding(
  text: RuleText,
  clauses: readonly Clause[],
  day: string,
  proposal: string | undefined,
): readonly Clause[] {
  return clauses.filter((clause) => {
    const reading = proposalOf(text, clause.pack)
    return isInForce(clause, day) && (reading === undefined || reading === proposal)
  })
}
