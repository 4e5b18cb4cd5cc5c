import type { View } from '../view.ts'
import {
  cameOutAs,
  factSlotOf,
  goalOf,
  intOf,
  isAnyOf,
  isDecided,
  resultValues,
  sheetOf,
  slotOf,
} from './declared.ts'
import type { Assignment, Replayed, Sheet } from './goal.ts'
import type { SplittingQuestion } from './questions.ts'
import { tried } from './replay.ts'
import type { CaseInScript } from './space.ts'
import { questionCircuit, Space } from './space.ts'
import { and, equal, not } from './terms.ts'
import { caseOf } from './witness.ts'

/** Two orders that are granted, and one order of their sum that is not. */
export function splittingSheet(view: View, asked: SplittingQuestion): Sheet {
  const { fact, running, definition } = asked
  const outputs = running ? [definition, running.adds] : [definition]
  const circuit = questionCircuit(view, outputs)
  const space = new Space([circuit])
  const first = space.case('first order', circuit)
  const own = running ? [fact, running.fact] : [fact]
  const second = space.case('second order', circuit, { base: first, own })
  const sum = space.case('both as one order', circuit, { base: first, own: [fact] })
  const granted = resultValues(view, definition, asked.granted)
  const isGranted = (one: CaseInScript) => isAnyOf(one.result(definition), granted)
  const whole = sum.result(definition)
  const quantity = (one: CaseInScript) => intOf(one.variable(fact))
  const reads = outputs.map((name) => slotOf(view, name))
  return sheetOf(space, asked.name, {
    ...goalOf('splitting', asked, [first.role, second.role, sum.role], whole, own),
    claim: and(
      equal(quantity(sum), `(+ ${quantity(first)} ${quantity(second)})`),
      running ? isCounted(first, second, running) : 'true',
      isGranted(first),
      isGranted(second),
      whole.decided,
      not(isGranted(sum)),
    ),
    reads,
    derive: (assignment) => {
      const amount = (one: CaseInScript): number => assignment.get(one.variable(fact)) ?? 0
      const summed = new Map(assignment).set(sum.variable(fact), amount(first) + amount(second))
      return running ? counted(view, summed, first, second, running, reads) : summed
    },
    reproduces: ([one, other, all]) => {
      const slot = factSlotOf(view, fact)
      const adds = one && other && all && one.fact(slot) + other.fact(slot) === all.fact(slot)
      return (
        adds === true &&
        (!running || wasCounted(view, one, other, running)) &&
        cameOutAs(one, whole, granted) &&
        cameOutAs(other, whole, granted) &&
        isDecided(all, whole) &&
        !cameOutAs(all, whole, granted)
      )
    },
  })
}

type Running = NonNullable<SplittingQuestion['running']>

function isCounted(first: CaseInScript, second: CaseInScript, { fact, adds }: Running) {
  const { decided, value } = first.result(adds)
  const total = `(+ ${intOf(first.variable(fact))} ${value()})`
  return and(decided, equal(intOf(second.variable(fact)), total))
}

function wasCounted(view: View, one: Replayed, other: Replayed, { fact, adds }: Running): boolean {
  const slot = factSlotOf(view, fact)
  const { mark, value } = one.of(slotOf(view, adds))
  return mark > 0 && one.fact(slot) + value === other.fact(slot)
}

/** The second case's running total after the first: what the first adds is decided anew. */
function counted(
  view: View,
  assignment: Assignment,
  first: CaseInScript,
  second: CaseInScript,
  { fact, adds }: Running,
  reads: readonly number[],
): Assignment {
  const added = tried(first.role, caseOf(first.role, assignment), reads)?.of(slotOf(view, adds))
  if (!added || added.mark <= 0) return assignment
  const before = assignment.get(first.variable(fact)) ?? 0
  return new Map(assignment).set(second.variable(fact), before + added.value)
}
