import type { View } from '../view.ts'
import {
  cameOutAs,
  distinctOf,
  examplesMax,
  factSlotOf,
  factValues,
  goalOf,
  intOf,
  isAnyOf,
  isDecided,
  resultValues,
  sheetOf,
  slotOf,
} from './declared.ts'
import type { Assignment, Sheet } from './goal.ts'
import type {
  MonotoneQuestion,
  NeverQuestion,
  RelabellingQuestion,
  ThresholdQuestion,
} from './questions.ts'
import { differ, questionCircuit, Space, statedAs } from './space.ts'
import { and, equal, not, or } from './terms.ts'

/** "Where …, X is never …": one case. */
export function neverSheet(view: View, asked: NeverQuestion): Sheet {
  const { rules } = view
  const definitions = Object.keys(asked.given).filter((name) => rules.scope.definitions.has(name))
  const circuit = questionCircuit(view, [asked.definition, ...definitions])
  const space = new Space([circuit])
  const one = space.case('the case', circuit)
  const valuesOf = (name: string) => resultValues(view, name, asked.given[name] ?? [])
  const given = Object.entries(asked.given).map(([name, values]) =>
    definitions.includes(name)
      ? isAnyOf(one.result(name), valuesOf(name))
      : statedAs(one.variable(name), factValues(view, name, values)),
  )
  const result = one.result(asked.definition)
  const barred = resultValues(view, asked.definition, asked.never)
  return sheetOf(space, asked.name, {
    ...goalOf('never', asked, [one.role], result),
    claim: and(...given, isAnyOf(result, barred)),
    reads: [asked.definition, ...definitions].map((name) => slotOf(view, name)),
    reproduces: ([found]) =>
      cameOutAs(found, result, barred) &&
      Object.entries(asked.given).every(([name, values]) =>
        definitions.includes(name)
          ? cameOutAs(found, one.result(name), valuesOf(name))
          : factValues(view, name, values).includes(found?.fact(factSlotOf(view, name)) ?? -1),
      ),
  })
}

/** More of a fact never leads to an earlier result: two cases that differ in it only. */
export function monotoneSheet(view: View, asked: MonotoneQuestion): Sheet {
  const circuit = questionCircuit(view, [asked.definition])
  const space = new Space([circuit])
  const less = space.case('less', circuit)
  const more = space.case('more', circuit, { base: less, own: [asked.fact] })
  const [one, other] = [less.result(asked.definition), more.result(asked.definition)]
  const rising = `(< ${intOf(less.variable(asked.fact))} ${intOf(more.variable(asked.fact))})`
  const isBool = one.output.type.kind === 'bool'
  const order = asked.order ?? (isBool ? [false, true] : undefined)
  const ranks = order ? resultValues(view, asked.definition, order) : undefined
  const falls = ranks
    ? or(
        ...ranks.map((value, rank) =>
          and(isAnyOf(one, [value]), isAnyOf(other, ranks.slice(0, rank))),
        ),
      )
    : and(one.decided, other.decided, `(< ${other.value()} ${one.value()})`)
  const fact = factSlotOf(view, asked.fact)
  return sheetOf(space, asked.name, {
    ...goalOf('monotone', asked, [less.role, more.role], one, [asked.fact]),
    claim: and(rising, falls),
    reproduces: ([a, b]) => {
      if (!a || !b || !isDecided(a, one) || !isDecided(b, one)) return false
      if (!(a.fact(fact) < b.fact(fact))) return false
      const [low, high] = [a, b].map((each) => each.of(one.output.slot).value)
      if (low === undefined || high === undefined) return false
      if (!ranks) return high < low
      return ranks.indexOf(high) >= 0 && ranks.indexOf(high) < ranks.indexOf(low)
    },
  })
}

/** One unit more changes the result: the cases that sit right at a limit, one per kind of change. */
export function thresholdSheet(view: View, asked: ThresholdQuestion): Sheet {
  const circuit = questionCircuit(view, [asked.definition])
  const space = new Space([circuit])
  const at = space.case('at the limit', circuit)
  const over = space.case('one unit more', circuit, { base: at, own: [asked.fact] })
  const [one, other] = [at.result(asked.definition), over.result(asked.definition)]
  const [least, next] = [at.variable(asked.fact), over.variable(asked.fact)]
  const isNext = equal(intOf(next), `(+ ${intOf(least)} 1)`)
  const fact = factSlotOf(view, asked.fact)
  return sheetOf(space, asked.name, {
    ...goalOf('threshold', asked, [at.role, over.role], one, [asked.fact]),
    claim: and(isNext, one.decided, other.decided, differ(one, other)),
    distinct: [...distinctOf(one), ...distinctOf(other)],
    casesMax: examplesMax,
    derive: (assignment: Assignment) =>
      new Map(assignment).set(next, (assignment.get(least) ?? 0) + 1),
    reproduces: ([a, b]) =>
      !!a &&
      !!b &&
      a.fact(fact) + 1 === b.fact(fact) &&
      isDecided(a, one) &&
      isDecided(b, one) &&
      a.of(one.output.slot).value !== b.of(one.output.slot).value,
  })
}

/** The same described otherwise: refused as it is, granted under other labels. */
export function relabellingSheet(view: View, asked: RelabellingQuestion): Sheet {
  const circuit = questionCircuit(view, [asked.definition])
  const space = new Space([circuit])
  const before = space.case('as it is', circuit)
  const after = space.case('described otherwise', circuit, { base: before, own: asked.labels })
  const [one, other] = [before.result(asked.definition), after.result(asked.definition)]
  const granted = resultValues(view, asked.definition, asked.granted)
  return sheetOf(space, asked.name, {
    ...goalOf('relabelling', asked, [before.role, after.role], one, asked.labels),
    claim: and(one.decided, not(isAnyOf(one, granted)), isAnyOf(other, granted)),
    distinct: [...distinctOf(one), ...distinctOf(other)],
    casesMax: examplesMax,
    reproduces: ([a, b]) =>
      isDecided(a, one) && !cameOutAs(a, one, granted) && cameOutAs(b, other, granted),
  })
}
