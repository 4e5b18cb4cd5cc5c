/**
 * What the types of the rule language refuse. The compiler is the test: an `@ts-expect-error` that
 * is not needed any more fails `npm run check -- types`. Nothing here runs.
 */
import {
  definitions as definition,
  facts,
  marshReform,
  owners,
  parameters,
  zone,
  answer,
  boats as boatsUnit,
  meters as metersUnit,
  percent,
} from '../../testing/toy-rules.ts'
import * as rules from '../pure.ts'
import type { FactText } from './declare.ts'
import type { PackWriter } from './write.ts'

const { add, amount, atLeast, atMost, divide, equal, lessThan, maximum, member, moreThan } = rules
const { length, fleet, motor, zone: where } = facts.use
const { totalLength, permitted, outcome } = definition.use
const { lengthLimit } = parameters.use
declare const write: PackWriter
declare const about: FactText

// Quantities of one unit go together.
export const fine = [
  add(length, amount(1, metersUnit), totalLength, lengthLimit),
  atLeast(length, lengthLimit),
  equal(where, member(zone, 'marsh')),
  divide(length, fleet, metersUnit, 'up'),
  owners.sum(owners.row.banned, owners.row.share),
  rules.enumFact(answer, { ...about, example: 'allowed' }),
]

// Units never unify.
// @ts-expect-error -- meters and boats
add(length, fleet)
// @ts-expect-error -- the third operand too
add(length, length, fleet)
// @ts-expect-error -- meters and boats
atLeast(length, fleet)
// @ts-expect-error -- a definition has a unit too
atMost(totalLength, fleet)
// @ts-expect-error -- and a parameter
moreThan(lengthLimit, fleet)
// @ts-expect-error -- and a constant
lessThan(length, amount(3, boatsUnit))
// @ts-expect-error -- meters and boats
maximum(length, fleet)
// @ts-expect-error -- meters and boats
equal(length, fleet)
// @ts-expect-error -- the threshold is in the unit of the sum
owners.totalAtLeast(owners.row.banned, owners.row.share, amount(1, metersUnit))

// Kinds never unify.
// @ts-expect-error -- a quantity is no condition
rules.all(length)
// @ts-expect-error -- a condition is no quantity
atLeast(motor, motor)
// @ts-expect-error -- a member is no condition
rules.not(where)
// @ts-expect-error -- members of two lists
equal(where, outcome)
// @ts-expect-error -- a day is no quantity
atLeast(rules.day('2025-01-01'), length)
// @ts-expect-error -- a quantity is no day
rules.onOrAfter(rules.day('2025-01-01'), length)

// Members are those of the list.
// @ts-expect-error -- no such zone
member(zone, 'west')
// @ts-expect-error -- an example is a member
rules.enumFact(answer, { ...about, example: 'perhaps' })
// @ts-expect-error -- a synonym stands for a member
rules.enumeration('side', 'Side', { left: 'Left' }, { port: 'starboard' })

// A clause gives a value of its definition's type.
const text = { title: 'T', when: motor, cite: 'Lake Act 1' }
write.clause(permitted, 'fine', { ...text, then: motor })
// @ts-expect-error -- a member for a condition
write.clause(permitted, 'wrong', { ...text, then: member(zone, 'marsh') })
// @ts-expect-error -- a member of another list
write.clause(outcome, 'wrong', { ...text, then: member(zone, 'marsh') })
// @ts-expect-error -- boats for meters
write.clause(totalLength, 'wrong', { ...text, then: fleet })
// @ts-expect-error -- a percentage for meters
write.clause(totalLength, 'wrong', { ...text, then: amount(5, percent) })
// @ts-expect-error -- a quantity as a condition
write.clause(permitted, 'wrong', { ...text, when: length, then: motor })
// @ts-expect-error -- every clause cites
write.clause(permitted, 'wrong', { title: 'T', when: motor, then: motor })
// @ts-expect-error -- a rounding is one of three
divide(length, fleet, metersUnit, 'even')

// Names are those that were declared.
// @ts-expect-error -- no such fact
void facts.use.lenght
// @ts-expect-error -- no such field
void owners.row.name
// @ts-expect-error -- declarations are read-only
marshReform.declaration.title = 'Other'
