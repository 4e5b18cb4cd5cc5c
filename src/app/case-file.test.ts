import { describe, expect, it } from 'vitest'
import { readCaseFile } from './case-file.ts'

describe('readCaseFile', () => {
  it('takes facts at the top level, or beside day, mode, parameters and references', () => {
    expect(readCaseFile('a.yaml', 'chip: H20\nquantity: 5')).toEqual({
      ok: true,
      value: { facts: { chip: 'H20', quantity: 5 } },
    })
    const wrapped = { facts: { chip: 'H20' }, asOf: '2026-01-15', references: { name: 'X' } }
    expect(readCaseFile('a.json', JSON.stringify(wrapped))).toEqual({ ok: true, value: wrapped })
  })

  it.each([
    ['a.json', '{"facts": {', /^a\.json:1:12: /],
    ['a.JSON', 'chip: H20', /^a\.JSON:1:1: /],
    ['a.yaml', 'chip: [', /^a\.yaml:1:8: /],
    ['a.yaml', '', /^a\.yaml must hold an object of facts by name, not nothing/],
    ['a.yaml', '[1]', /not a list/],
    ['a.yaml', '"text"', /not a string/],
    ['a.yaml', 'facts: {}\nasof: 2026-01-15', /^there is no "asof" here; did you mean asOf/],
    ['a.yaml', 'facts: {}\nmode: 3', /^mode must be text/],
    ['a.yaml', 'facts: []', /^facts must be an object/],
  ])('%s with %j is refused', (name, text, message) => {
    const read = readCaseFile(name, text)
    expect(read.ok ? '' : read.message).toMatch(message)
    expect(read.ok ? undefined : read.example).toBeDefined()
  })
})
