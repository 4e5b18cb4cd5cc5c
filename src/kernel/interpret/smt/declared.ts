import { encodeValue } from '../encode-value.ts'
import type { View } from '../view.ts'
import type { Goal, Replayed, Role, Sheet } from './goal.ts'
import type { Stated } from './questions.ts'
import type { Result, Space } from './space.ts'
import type { Term } from './terms.ts'
import type { Variable } from './variables.ts'

/** As many different examples as a question with many answers gives. */
export const examplesMax = 8

/** What the goals of declared questions have in common: a case found means that they fail. */
export function goalOf(
  question: Goal['question'],
  asked: { readonly name: string; readonly statement: string; readonly definition: string },
  roles: readonly Role[],
  { output }: Result,
  facts: readonly string[] = [],
): Pick<Goal, 'question' | 'subject' | 'statement' | 'caseMeans' | 'roles' | 'reads'> {
  const { name: declared, statement, definition } = asked
  const subject = { definition, declared, ...(facts.length > 0 ? { facts } : {}) }
  return { question, subject, statement, caseMeans: 'fails', roles, reads: [output.slot] }
}

/** The sheet of one declared question. */
export function sheetOf(space: Space, name: string, goal: Goal): Sheet {
  space.close()
  return { name, script: space.script, goals: [goal] }
}

/** The term of a quantity; RangeError for a fact that is none. */
export function intOf(variable: Variable): Term {
  if (variable.kind !== 'int' || variable.classes) {
    throw new RangeError(`"${variable.input.name}" is no quantity`)
  }
  return variable.value
}

/** Results as the interpreter encodes them; RangeError for one that the definition cannot give. */
export function resultValues(
  { rules }: View,
  definition: string,
  values: readonly Stated[],
): readonly number[] {
  const declared = rules.scope.definitions.get(definition)?.declaration
  if (!declared) throw new RangeError(`there is no definition "${definition}"`)
  return values.map((value) => {
    const wanted = { field: definition, type: declared.type, example: value }
    const encoded = encodeValue(rules, value, wanted)
    if (typeof encoded !== 'number') throw new RangeError(encoded.message)
    return encoded
  })
}

/** Facts as cases encode them; RangeError for one that cannot be stated. */
export function factValues(
  { rules }: View,
  fact: string,
  values: readonly Stated[],
): readonly number[] {
  const declared = rules.scope.facts.get(fact)?.declaration
  if (!declared) throw new RangeError(`there is no fact or definition "${fact}"`)
  return values.map((value) => {
    const { type, bounds } = declared
    const encoded = encodeValue(rules, value, { field: fact, type, bounds, example: value })
    if (typeof encoded !== 'number') throw new RangeError(encoded.message)
    return encoded
  })
}

/** Whether a result is decided with one of the values (as the interpreter encodes them), as a term. */
export function isAnyOf(result: Result, values: readonly number[]): Term {
  const isBool = result.output.type.kind === 'bool'
  return result.isOneOf(isBool ? values.map((value) => value / 2) : values)
}

/** The same in a replayed case. */
export function cameOutAs(
  found: Replayed | undefined,
  { output }: Result,
  values: readonly number[],
): boolean {
  const read = found?.of(output.slot)
  return read !== undefined && read.mark > 0 && values.includes(read.value)
}

/** Whether a result is decided in a replayed case. */
export const isDecided = (found: Replayed | undefined, { output }: Result): boolean =>
  (found?.of(output.slot).mark ?? 0) > 0

/** Terms that tell one result of a definition from another. */
export const distinctOf = ({ output, isOneOf, gap, conflict, decided }: Result): readonly Term[] =>
  output.type.kind === 'bool'
    ? [decided, gap, conflict, isOneOf([1])]
    : [decided, gap, conflict, ...(output.options ?? []).map(({ value }) => isOneOf([value]))]

export function slotOf({ rules }: View, definition: string): number {
  const slot = rules.scope.definitions.get(definition)?.slot
  if (slot === undefined) throw new RangeError(`there is no definition "${definition}"`)
  return slot
}

export function factSlotOf({ rules }: View, fact: string): number {
  const slot = rules.scope.facts.get(fact)?.slot
  if (slot === undefined) throw new RangeError(`there is no fact "${fact}"`)
  return slot
}
