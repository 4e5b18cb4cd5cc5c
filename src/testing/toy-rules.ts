import type { Pack, RuleText } from '../kernel/pure.ts'
import {
  all,
  amount,
  assemble,
  atLeast,
  atMost,
  boolDefinition,
  boolFact,
  boolField,
  declareDefinitions,
  declareFacts,
  declareParameters,
  declareRelation,
  enumDeclaration,
  enumDefinition,
  enumeration,
  enumFact,
  isOneOf,
  member,
  multiply,
  no,
  numberDefinition,
  numberFact,
  numberField,
  numberParameter,
  pack,
  unit,
  yes,
} from '../kernel/pure.ts'

/** A small invented permit program for kernel tests: boats on a lake, by length, engine and zone. */
export const meters = unit('m', 1, { length: 1 })
export const boats = unit('boats', 0)
export const percent = unit('percent', 2)
const count = unit('count', 0)
export const zone = enumeration(
  'zone',
  'Zone',
  { north: 'North shore', south: 'South shore', marsh: 'Marsh' },
  { 'the marsh': 'marsh' },
)
export const answer = enumeration('answer', 'Answer', { allowed: 'Allowed', refused: 'Refused' })
const cite = [{ provision: 'Lake Act 1' }]
const about = { why: 'The Lake Act asks it', group: 'boat', cite }

export const facts = declareFacts({
  zone: enumFact(zone, { ...about, title: 'Zone', question: 'Which shore?', example: 'north' }),
  length: numberFact(meters, {
    ...about,
    title: 'Length',
    question: 'How long?',
    min: 0,
    max: 100,
    example: 6.5,
  }),
  fleet: numberFact(boats, {
    ...about,
    title: 'Boats',
    question: 'How many boats?',
    min: 1,
    max: 1000,
    example: 2,
  }),
  motor: boolFact({ ...about, title: 'Motor', question: 'Has it a motor?', example: false }),
  rescue: boolFact({
    ...about,
    title: 'Rescue boat',
    question: 'Is it a rescue boat?',
    example: false,
  }),
})
export const owners = declareRelation(
  'owners',
  {
    ...about,
    title: 'Owners',
    question: 'Who owns it?',
    assertedBy: ['applicant'],
    evidence: [],
    maxRows: 20,
  },
  {
    share: numberField(percent, { title: 'Share', min: 0, max: 100, example: 50 }),
    banned: boolField('Banned from the lake', false),
  },
)
export const parameters = declareParameters({
  lengthLimit: numberParameter(meters, {
    title: 'Length limit',
    why: 'It keeps the lake quiet',
    min: 0,
    max: 1000,
  }),
  marshLimit: numberParameter(meters, {
    title: 'Marsh limit',
    why: 'Nobody has set it',
    min: 0,
    max: 1000,
  }),
})
export const definitions = declareDefinitions({
  totalLength: numberDefinition(meters, 'Total length', 'Length of the whole fleet'),
  ownedByBanned: boolDefinition(
    'Owned by banned persons',
    'Half or more is owned by banned persons',
  ),
  permitted: boolDefinition('May sail', 'Whether the fleet may sail'),
  outcome: enumDefinition(answer, 'Answer', 'What the lake office says'),
})
const f = facts.use
const d = definitions.use
const p = parameters.use

export const lakeAct: Pack = pack(
  {
    id: 'lake-act',
    file: 'lake-act.ts',
    title: 'Lake Act',
    instrument: 'Lake Act 2020',
    from: '2020-01-01',
    verifiedAt: '2026-01-01',
    recheckBy: '2027-01-01',
  },
  ({ clause, set }) => {
    set(p.lengthLimit, { value: 200, to: '2024-01-01', cite: 'Lake Act 2' })
    set(p.lengthLimit, { value: 300, from: '2024-01-01', cite: 'Lake Act 2 as amended' })
    set(p.marshLimit, { value: null, cite: 'Lake Act 9' })
    clause(d.totalLength, 'sum', {
      title: 'Sum',
      when: yes,
      then: multiply(f.length, f.fleet, meters),
      cite: 'Lake Act 2(b)',
    })
    clause(d.ownedByBanned, 'half', {
      title: 'Half or more',
      when: yes,
      then: owners.totalAtLeast(owners.row.banned, owners.row.share, amount(50, percent)),
      cite: 'Lake Act 7',
    })
    clause(d.permitted, 'general', {
      title: 'Up to the limit',
      when: atMost(d.totalLength, p.lengthLimit),
      then: yes,
      cite: 'Lake Act 2(a)',
    })
    clause(d.permitted, 'too long', {
      title: 'Over the limit',
      when: atLeast(d.totalLength, amount(30.1, meters)),
      then: no,
      cite: 'Lake Act 2(c)',
      from: '2024-01-01',
    })
    clause(d.permitted, 'marsh', {
      title: 'No motors in the marsh',
      exceptTo: 'general',
      when: all(isOneOf(f.zone, 'marsh'), f.motor),
      then: no,
      cite: 'Lake Act 3',
    })
    clause(d.permitted, 'rescue', {
      title: 'Rescue boats',
      exceptTo: 'marsh',
      when: f.rescue,
      then: yes,
      cite: 'Lake Act 4',
    })
    clause(d.permitted, 'banned', {
      title: 'Banned owners',
      exceptTo: 'general',
      when: d.ownedByBanned,
      then: no,
      cite: 'Lake Act 7',
    })
    clause(d.outcome, 'refused', {
      title: 'Refused',
      when: yes,
      then: member(answer, 'refused'),
      cite: 'Lake Act 8',
    })
    clause(d.outcome, 'allowed', {
      title: 'Allowed',
      exceptTo: 'refused',
      when: d.permitted,
      then: member(answer, 'allowed'),
      cite: 'Lake Act 8',
    })
  },
)
export const marshReform: Pack = pack(
  {
    id: 'marsh-reform',
    file: 'marsh-reform.ts',
    title: 'Marsh reform',
    instrument: 'Bill 12',
    from: '2025-01-01',
    verifiedAt: '2026-01-01',
    proposal: { name: 'marsh', base: 'text' },
  },
  ({ clause }) => {
    clause(d.permitted, 'marsh limit', {
      title: 'A limit of its own for the marsh',
      exceptTo: 'general',
      when: all(isOneOf(f.zone, 'marsh'), atLeast(d.totalLength, p.marshLimit)),
      then: no,
      cite: 'Bill 12 s. 1',
    })
  },
)

/** The toy rule text; `change` edits a copy so that tests can break it. */
export function toyText(change: (text: RuleText) => RuleText = (text) => text): RuleText {
  const text = assemble(
    {
      program: 'lake',
      units: [meters, boats, percent, count],
      enums: [enumDeclaration(zone), enumDeclaration(answer)],
      tables: [],
      facts: facts.declarations,
      relations: [owners.declaration],
      parameters: parameters.declarations,
      definitions: definitions.declarations,
      outcome: 'outcome',
      outputs: ['permitted', 'totalLength'],
    },
    [lakeAct, marshReform],
  )
  return change(JSON.parse(JSON.stringify(text)) as RuleText)
}
