import { beforeAll, describe, expect, it } from 'vitest'
import type { Clause, Decision, Expr, Mode } from '#rules'
import { decide } from '#rules'
import { interpret, settled } from '../../kernel/interpret/evaluate.ts'
import { FALSE, TRUE } from '../../kernel/rules/ir.ts'
import { chipExports } from './index.ts'

const { rules, cases } = chipExports
const { text } = rules

const applied = new Set<Clause>()
const passedOver = new Set<Clause>()

const everything = rules.definitions.map(({ slot }) => slot)

function note({ evaluation: { encoded, parameters }, view }: Decision): void {
  const evaluation = interpret(view, encoded, parameters, everything)
  for (const { clauses } of view.definitions) {
    for (const { clause } of clauses) {
      const condition = settled(clause.when, evaluation)
      if (condition === TRUE) applied.add(clause.clause)
      if (condition === FALSE) passedOver.add(clause.clause)
    }
  }
}

function replay(index: number, asOf: string, mode: Mode): void {
  const { facts, parameters } = cases[index] ?? { facts: {} }
  const result = decide(rules, facts, { asOf, mode, ...(parameters ? { parameters } : {}) })
  if (result.ok) note(result.decision)
}

const isAlways = ({ op, ...rest }: Expr): boolean =>
  op === 'bool' && 'value' in rest && rest.value === true
const isSeen = (clause: Clause): boolean =>
  applied.has(clause) && (isAlways(clause.when) || passedOver.has(clause))

/** The readings in which a clause can count on its first day. */
function modesOf({ pack }: Clause): readonly Mode[] {
  const name = text.packs.find(({ id }) => id === pack)?.proposal?.name
  return name === undefined ? ['text', 'enforced'] : [`proposal:${name}`]
}

const nameOf = ({ definition, id, pack, from }: Clause): string =>
  `${definition}/${id} (${pack}, from ${from})`

describe('every clause', () => {
  // Each case as it is; then, for clauses of other periods, the same facts on the clause's first
  // day. What is decided there is not stated anywhere, but the clause meets facts a person wrote.
  beforeAll(() => {
    cases.forEach(({ asOf, mode }, index) => replay(index, asOf, mode))
    for (const clause of text.clauses) {
      for (let index = 0; index < cases.length && !isSeen(clause); index++) {
        for (const mode of modesOf(clause)) replay(index, clause.from, mode)
      }
    }
  })

  it('applies to some worked case', () => {
    expect(text.clauses.filter((clause) => !applied.has(clause)).map(nameOf)).toEqual([])
  })

  it('with a condition is passed over in some worked case', () => {
    const never = text.clauses.filter(({ when }) => !isAlways(when))
    expect(never.filter((clause) => !passedOver.has(clause)).map(nameOf)).toEqual([])
  })
})
