import { describe, expect, it } from 'vitest'
import type { Draft } from '../../testing/broken-rules.ts'
import { brokenText, clauseOf } from '../../testing/broken-rules.ts'
import { toyText } from '../../testing/toy-rules.ts'
import type { Clause, RuleText } from './ast.ts'
import { load, loadOrThrow, sentence } from './load.ts'

type Edit = (text: Draft<RuleText>) => void
type Defect = [what: string, code: string, message: RegExp, edit: Edit]

const permitted = { file: 'lake-act.ts', definition: 'permitted', clause: 'marsh' }
/** Edits the clause "marsh" of the definition "permitted". */
const marsh =
  (edit: (clause: Draft<Clause>) => void): Edit =>
  (text) =>
    edit(clauseOf(text, 'permitted', 'marsh'))

const dating: Defect[] = [
  [
    'no citation',
    'rules.missing-citation',
    /cite the provision/,
    marsh((clause) => (clause.cite = [])),
  ],
  [
    'a blank citation',
    'rules.missing-citation',
    /cite the provision/,
    marsh((clause) => (clause.cite = [{ provision: ' ' }])),
  ],
  [
    'a status that cites nothing',
    'rules.missing-citation',
    /status from 2020-01-01 cites nothing/,
    marsh((clause) => (clause.status[0]!.cite = '')),
  ],
  [
    'a start that is no date',
    'rules.bad-date',
    /from "2020-1-1" is not a date/,
    marsh((clause) => (clause.from = '2020-1-1')),
  ],
  [
    'a recheck that is no date',
    'rules.bad-date',
    /recheckBy "soon"/,
    marsh((clause) => (clause.recheckBy = 'soon')),
  ],
  [
    'an end before the start',
    'rules.bad-interval',
    /"to" 2019-01-01 must come after "from" 2020-01-01/,
    marsh((clause) => (clause.to = '2019-01-01')),
  ],
  [
    'no status on the first day',
    'rules.missing-status',
    /legal status from 2020-01-01 on/,
    marsh((clause) => (clause.status[0]!.from = '2021-01-01')),
  ],
  [
    'a status out of order',
    'rules.bad-interval',
    /status dates must rise: 2020-01-01, then 2020-01-01/,
    marsh((clause) => (clause.status = [clause.status[0]!, clause.status[0]!])),
  ],
  [
    'an exception to nothing',
    'rules.unknown-name',
    /exception to "generl", which is no clause of this definition; did you mean general/,
    marsh((clause) => (clause.exceptTo = 'generl')),
  ],
  [
    'an exception to itself',
    'rules.cycle',
    /marsh to marsh/,
    marsh((clause) => (clause.exceptTo = 'marsh')),
  ],
  [
    'a circle of exceptions',
    'rules.cycle',
    /marsh to rescue to marsh/,
    marsh((clause) => (clause.exceptTo = 'rescue')),
  ],
  [
    'a circle through a later version',
    'rules.cycle',
    /marsh to rescue to marsh/,
    (text) => {
      const later = {
        ...clauseOf(text, 'permitted', 'marsh'),
        from: '2025-01-01',
        exceptTo: 'rescue',
      }
      clauseOf(text, 'permitted', 'marsh').to = '2025-01-01'
      text.clauses.push(later)
    },
  ],
]

describe('a clause that is wrong', () => {
  it.each(dating)(
    'is refused for %s, with file, definition and clause',
    (_, code, message, edit) => {
      const result = load(brokenText(edit))
      const defects = result.ok ? [] : result.defects
      expect(defects).toContainEqual(expect.objectContaining({ ...permitted, code }))
      expect(defects.map((defect) => defect.message).join('\n')).toMatch(message)
    },
  )
})

describe('loading', () => {
  it('freezes and hashes exactly this text', () => {
    const rules = loadOrThrow(toyText())
    expect(rules.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(loadOrThrow(toyText()).hash).toBe(rules.hash)
    expect(Object.isFrozen(rules.text.clauses[0]?.when)).toBe(true)
    const other = brokenText((text) => (text.clauses[0]!.title += '!'))
    expect(loadOrThrow(other).hash).not.toBe(rules.hash)
  })

  it('finds every defect at once and says where, in one line each', () => {
    const text = brokenText((draft) => {
      clauseOf(draft, 'permitted', 'marsh').when = { op: 'fact', name: 'motr' }
      clauseOf(draft, 'outcome', 'allowed').then = { op: 'bool', value: true }
    })
    const result = load(text)
    expect(result.ok ? [] : result.defects.map(sentence)).toEqual([
      'lake-act.ts: permitted / marsh: there is no fact "motr"; did you mean motor (rules.unknown-name)',
      'lake-act.ts: outcome / allowed: "then" is a condition, but "outcome" is a member of answer (rules.type-mismatch)',
    ])
    expect(() => loadOrThrow(text)).toThrow(
      /"lake" cannot be loaded\nlake-act\.ts: permitted \/ marsh/,
    )
  })
})
