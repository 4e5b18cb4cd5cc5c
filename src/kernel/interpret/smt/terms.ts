/** A piece of SMT-LIB 2.6 text that stands for a condition (Bool) or a whole number (Int). */
export type Term = string
export type Sort = 'Bool' | 'Int'

const simpleSymbol = /^[A-Za-z~!@$%^&*_+=<>.?/-][\w~!@$%^&*+=<>.?/-]*$/

/** A name as SMT-LIB writes it; what no symbol may hold (bars, backslashes) is left out. */
export function symbolOf(name: string): Term {
  return simpleSymbol.test(name) ? name : `|${name.replaceAll(/[|\\]/g, '')}|`
}

export const truth = (value: boolean): Term => (value ? 'true' : 'false')

/** An exact integer; negative numbers are written as SMT-LIB has them: (- 5). */
export const whole = (value: number): Term => (value < 0 ? `(- ${-value})` : String(value))

export function not(of: Term): Term {
  if (of === 'true') return 'false'
  if (of === 'false') return 'true'
  return of.startsWith('(not ') ? of.slice(5, -1) : `(not ${of})`
}

export const and = (...of: readonly Term[]): Term => joined('and', of, 'true', 'false')
export const or = (...of: readonly Term[]): Term => joined('or', of, 'false', 'true')

/** `neutral` changes nothing and is left out; `final` decides alone. */
function joined(word: string, of: readonly Term[], neutral: Term, final: Term): Term {
  const parts = [...new Set(of)].filter((part) => part !== neutral)
  if (parts.includes(final)) return final
  const [only] = parts
  if (only === undefined) return neutral
  return parts.length === 1 ? only : `(${word} ${parts.join(' ')})`
}

export function implies(condition: Term, then: Term): Term {
  if (condition === 'true') return then
  return condition === 'false' ? 'true' : `(=> ${condition} ${then})`
}

export function ite(condition: Term, then: Term, otherwise: Term): Term {
  if (condition === 'true' || then === otherwise) return then
  if (condition === 'false') return otherwise
  if (then === 'true' && otherwise === 'false') return condition
  if (then === 'false' && otherwise === 'true') return not(condition)
  return `(ite ${condition} ${then} ${otherwise})`
}

export const equal = (left: Term, right: Term): Term =>
  left === right ? 'true' : `(= ${left} ${right})`

/** Whether an int is one of some numbers; runs of them become ranges. */
export function isOneOf(value: Term, numbers: readonly number[]): Term {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of sorted) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return or(
    ...runs.map(([from, to]) =>
      from === to ? equal(value, whole(from)) : `(<= ${whole(from)} ${value} ${whole(to)})`,
    ),
  )
}
