import { encodedAt } from '../../kernel/interpret/batch/case-at.ts'
import type { Evaluator } from '../../kernel/interpret/evaluate.ts'
import type { FactProblem } from '../../kernel/interpret/problem.ts'
import { prefill, prefillsOf } from '../../kernel/interpret/prefill.ts'
import { CONFLICT, GAP, OPEN } from '../../kernel/interpret/resolve.ts'
import { TRUE } from '../../kernel/rules/ir.ts'
import type { Answers, MakeReading } from './reading.ts'
import { emptyAnswers } from './reading.ts'

const statusOf = new Map([
  [OPEN, 1],
  [GAP, 2],
  [CONFLICT, 3],
])

/** Reads a rule set one case at a time: with the interpreter, the meaning that all others must equal. */
export function byCase(name: string, evaluate: Evaluator): MakeReading {
  return (view, outputs) => {
    const { rules } = view
    const slots = outputs.map((output) => rules.scope.definitions.get(output)?.slot ?? -1)
    const prefills = prefillsOf(rules)
    return Promise.resolve({
      name,
      answer: (columns) => {
        const answers = outputs.map(() => emptyAnswers(columns.count))
        for (let row = 0; row < columns.count; row++) {
          const encoded = encodedAt(columns, rules, row)
          const facts = [...encoded.facts]
          const problems: FactProblem[] = []
          prefill(rules, prefills, facts, problems)
          if (problems.length > 0) {
            for (const { status } of answers) status[row] = 4
            continue
          }
          const done = evaluate(view, { ...encoded, facts }, view.parameters, slots)
          slots.forEach((slot, index) => {
            const isBool = rules.definitions[slot]?.declaration.type.kind === 'bool'
            const mark = done.marks[slot] ?? OPEN
            const value = done.values[slot] ?? Number.NaN
            write(answers[index], row, mark, isBool ? value / TRUE : value)
          })
        }
        return Promise.resolve(answers)
      },
    })
  }
}

function write(answers: Answers | undefined, row: number, mark: number, value: number): void {
  if (!answers) return
  if (mark > 0) {
    answers.reason[row] = mark
    answers.value[row] = value
  } else answers.status[row] = statusOf.get(mark) ?? 1
}
