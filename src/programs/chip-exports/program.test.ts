import { describe, expect, it } from 'vitest'
import { decide } from '#rules'
import { chipExports } from './index.ts'

describe.each(chipExports.cases)('$group: $title', (worked) => {
  it('gives the known answer', () => {
    const { asOf, mode, facts, parameters } = worked
    const result = decide(chipExports.rules, facts, {
      asOf,
      mode,
      ...(parameters ? { parameters } : {}),
    })
    if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
    const { outcome, outputs, needs } = result.decision
    const found = {
      outcome: outcome.kind === 'value' ? outcome.value : outcome.kind,
      needs: needs.map(({ name }) => name),
      outputs: Object.fromEntries(
        Object.keys(worked.expect.outputs ?? {}).map((name) => {
          const verdict = outputs[name]
          return [name, verdict?.kind === 'value' ? verdict.value : verdict?.kind]
        }),
      ),
    }
    expect(found).toMatchObject(worked.expect)
  })
})
