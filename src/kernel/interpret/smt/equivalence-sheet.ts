import type { View } from '../view.ts'
import { distinctOf, examplesMax } from './declared.ts'
import type { Goal, Sheet } from './goal.ts'
import { differ, questionCircuit, Space } from './space.ts'

/** The same case under two readings of the law: whether any can come out differently. */
export function equivalenceSheet(base: View, against: View, definition: string): Sheet {
  const circuit = questionCircuit(base, [definition])
  const other = questionCircuit(against, [definition])
  const space = new Space([circuit, other])
  const words = ({ mode, asOf }: View): string => `${mode} as of ${asOf}`
  const before = space.case(words(base), circuit)
  const after = space.case(words(against), other, { base: before, own: [] })
  const [was, is] = [before.result(definition), after.result(definition)]
  const title = base.rules.scope.definitions.get(definition)?.declaration.title ?? definition
  const { slot } = was.output
  const goal: Goal = {
    question: 'equivalence',
    subject: { definition },
    statement: `“${title}” comes out the same under ${words(base)} and under ${words(against)}`,
    caseMeans: 'fails',
    roles: [before.role, after.role],
    reads: [slot],
    claim: differ(was, is),
    distinct: [...distinctOf(was), ...distinctOf(is)],
    casesMax: examplesMax,
    reproduces: ([a, b]) => {
      const [one, two] = [a?.of(slot), b?.of(slot)]
      if (!one || !two) return false
      // Which clauses decided is no difference of the result.
      if (Math.min(one.mark, 1) !== Math.min(two.mark, 1)) return true
      return one.mark > 0 && one.value !== two.value
    },
  }
  space.close()
  return { name: `equivalence-${definition}`, script: space.script, goals: [goal] }
}
