import { TRUE } from '../kernel/rules/ir.ts'
import { encodedAt } from '../kernel/interpret/batch/case-at.ts'
import type { Evaluator } from '../kernel/interpret/evaluate.ts'
import { prefill, prefillsOf } from '../kernel/interpret/prefill.ts'
import type { FactProblem } from '../kernel/interpret/problem.ts'
import { CONFLICT, GAP, OPEN } from '../kernel/interpret/resolve.ts'
import type { MakeAnswers } from '../kernel/interpret/compare-population/answers.ts'

const statuses = new Map([
  [OPEN, 1],
  [GAP, 2],
  [CONFLICT, 3],
])
const refused = 4

/** Answers a population one case at a time: slow, and what every faster way must equal. */
export const answersByCase =
  (evaluate: Evaluator): MakeAnswers =>
  ({ view, parameters }, outputs) => {
    const { rules } = view
    const slots = outputs.map((output) => rules.scope.definitions.get(output)?.slot ?? -1)
    const isBool = slots.map((slot) => rules.definitions[slot]?.declaration.type.kind === 'bool')
    const prefills = prefillsOf(rules)
    return (columns) => {
      const answers = outputs.map(() => ({
        status: new Uint8Array(columns.count),
        value: new Float64Array(columns.count),
        reason: new Uint32Array(columns.count),
      }))
      for (let row = 0; row < columns.count; row++) {
        const encoded = encodedAt(columns, rules, row)
        const facts = [...encoded.facts]
        const problems: FactProblem[] = []
        prefill(rules, prefills, facts, problems)
        if (problems.length > 0) {
          for (const { status } of answers) status[row] = refused
          continue
        }
        const { marks, values } = evaluate(view, { ...encoded, facts }, parameters, slots)
        answers.forEach(({ status, value, reason }, index) => {
          const slot = slots[index] ?? -1
          const mark = marks[slot] ?? OPEN
          if (mark <= 0) {
            status[row] = statuses.get(mark) ?? 1
            return
          }
          const found = values[slot] ?? 0
          value[row] = isBool[index] ? found / TRUE : found
          reason[row] = mark
        })
      }
      return answers
    }
  }
