import { encodedAt } from '../../kernel/interpret/batch/case-at.ts'
import { circuitOf } from '../../kernel/interpret/circuit/build.ts'
import { simulate } from '../../kernel/interpret/circuit/simulate.ts'
import type { MakeReading } from './reading.ts'
import { emptyAnswers } from './reading.ts'

/** Reads a rule set as its circuit, gate by gate: slow, and what every printing of it must equal. */
export const byCircuit: MakeReading = (view, outputs) => {
  const circuit = circuitOf(view, { outputs })
  return Promise.resolve({
    name: 'circuit, gate by gate',
    answer: (columns) => {
      const answers = outputs.map(() => emptyAnswers(columns.count))
      for (let row = 0; row < columns.count; row++) {
        const values = simulate(circuit, encodedAt(columns, view.rules, row))
        const holds = (gate: number): boolean => values[gate] === 1
        circuit.outputs.forEach((output, index) => {
          const answer = answers[index]
          if (!answer) return
          if (holds(circuit.refused)) answer.status[row] = 4
          else if (holds(output.gap)) answer.status[row] = 2
          else if (holds(output.conflict)) answer.status[row] = 3
          else if (!holds(output.decided)) answer.status[row] = 1
          if (answer.status[row] !== 0) return
          answer.value[row] = values[output.value] ?? 0
          answer.reason[row] = output.by.reduce(
            (mask, id, position) => (holds(id) ? mask | (1 << position) : mask),
            0,
          )
        })
      }
      return Promise.resolve(answers)
    },
  })
}
