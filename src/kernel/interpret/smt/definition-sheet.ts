import { CONFLICT, GAP, OPEN } from '../resolve.ts'
import { decodeValue } from '../decode.ts'
import { plainInWords } from '../words.ts'
import type { View, ViewDefinition } from '../view.ts'
import type { Goal, Sheet } from './goal.ts'
import type { QuestionName } from './questions.ts'
import type { CaseInScript } from './space.ts'
import { questionCircuit, Space } from './space.ts'
import { and, not } from './terms.ts'

/** Questions that can be asked of any definition. */
export const definitionQuestions = [
  'gap',
  'conflict',
  'undetermined',
  'dead-clause',
  'unreachable',
] as const satisfies readonly QuestionName[]

/** The questions about one definition: only what it reads is in the text. */
export function definitionSheet(
  view: View,
  definition: string,
  questions: readonly QuestionName[],
): Sheet {
  const circuit = questionCircuit(view, [definition])
  const space = new Space([circuit])
  const one = space.case('the case', circuit)
  const asked = new Set(questions)
  const goals = [
    ...statusGoals(one, definition),
    ...clauseGoals(one, definition),
    ...valueGoals(one, definition),
  ].filter(({ question }) => asked.has(question))
  space.close()
  return { name: definition, script: space.script, goals }
}

function titleOf({ role }: CaseInScript, definition: string): string {
  const { scope } = role.view.rules
  return scope.definitions.get(definition)?.declaration.title ?? definition
}

function statusGoals(one: CaseInScript, definition: string): readonly Goal[] {
  const { output, decided, gap, conflict } = one.result(definition)
  const title = titleOf(one, definition)
  const { slot } = output
  const common = {
    subject: { definition },
    caseMeans: 'fails',
    roles: [one.role],
    reads: [slot],
  } as const
  const isMarked = (mark: number) => (cases: Parameters<Goal['reproduces']>[0]) =>
    cases[0]?.of(slot).mark === mark
  return [
    {
      ...common,
      question: 'gap',
      statement: `A clause of “${title}” applies to every case`,
      claim: gap,
      reproduces: isMarked(GAP),
    },
    {
      ...common,
      question: 'conflict',
      statement: `No two clauses of “${title}” contradict each other`,
      claim: conflict,
      reproduces: isMarked(CONFLICT),
    },
    {
      ...common,
      question: 'undetermined',
      statement: `“${title}” is decided once every question is answered`,
      claim: and(not(decided), not(gap), not(conflict)),
      reproduces: isMarked(OPEN),
    },
  ]
}

function clauseGoals(one: CaseInScript, definition: string): readonly Goal[] {
  const { output, by } = one.result(definition)
  const title = titleOf(one, definition)
  const { slot } = output
  return viewDefinition(one.role.view, slot).clauses.map(({ clause: { clause }, position }) => ({
    question: 'dead-clause',
    subject: { definition, clause: clause.id },
    statement: `The clause “${clause.id}” of “${title}” decides some case`,
    caseMeans: 'holds',
    claim: by(position),
    roles: [one.role],
    reads: [slot],
    reproduces: ([found]) => {
      const mark = found?.of(slot).mark ?? OPEN
      return mark > 0 && (mark & (1 << position)) !== 0
    },
  }))
}

function valueGoals(one: CaseInScript, definition: string): readonly Goal[] {
  const result = one.result(definition)
  const { output } = result
  const { rules } = one.role.view
  const { slot, type } = output
  const title = titleOf(one, definition)
  return encodedValues(one.role.view, slot).map((value) => {
    const plain = decodeValue(rules, type, value) ?? ''
    const words = plainInWords(rules, type, plain)
    return {
      question: 'unreachable',
      subject: { definition, value: String(plain) },
      statement: `“${title}” can come out as “${words}”`,
      caseMeans: 'holds',
      claim: result.isOneOf([type.kind === 'bool' ? value / 2 : value]),
      roles: [one.role],
      reads: [slot],
      reproduces: ([found]) => {
        const read = found?.of(slot)
        return read !== undefined && read.mark > 0 && read.value === value
      },
    }
  })
}

/** Every value of a condition or choice, as the interpreter encodes it. */
function encodedValues({ rules }: View, slot: number): readonly number[] {
  const type = rules.definitions[slot]?.declaration.type
  if (type?.kind === 'bool') return [0, 2]
  if (type?.kind !== 'enum') return []
  const members = rules.scope.enums.get(type.enum)?.declaration.members ?? []
  return members.map((_, index) => index)
}

function viewDefinition({ definitions }: View, slot: number): ViewDefinition {
  const found = definitions[slot]
  if (!found) throw new RangeError(`there is no definition slot ${slot}`)
  return found
}
