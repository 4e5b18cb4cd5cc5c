import { expect, it } from 'vitest'
import { chipExports, decide, documentOf, programById } from './library.ts'

it('decides a case from the library door alone', () => {
  const result = decide(chipExports.rules, chipExports.example, {
    asOf: '2026-11-24',
    mode: 'text',
  })
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'))
  const document = documentOf(result.decision)
  expect(document.outcome.verdict).toMatchObject({ kind: 'value', value: 'licenseApproval' })
  expect(document.statement).toMatch(
    /^On these facts, under .*, as of 2026-11-24: License required/,
  )
  expect(programById('chip-exports')).toBe(chipExports)
})
