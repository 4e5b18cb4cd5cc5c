import type { ClauseText } from '#rules'
import {
  all,
  amount,
  atLeast,
  before,
  divide,
  equal,
  isOneOf,
  lessThan,
  member,
  moreThan,
  multiply,
  not,
  pack,
  yes,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { fastLink, licenseCheck, locationFinding, matchBasis, nameMatch } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { count, kilometers } from '../units.ts'
import { cite, statementsVerifiedAt } from './shared.ts'

const meter = [
  cite('SI definition of the meter: light travels 299,792.458 km in a second', 'speed-of-light'),
]
const fiber = [
  cite('Light in glass fiber: about two thirds of its speed in vacuum', 'speed-of-light'),
]
const screening = [cite('15 CFR 732 supplement 3, red flag 1', 'name-screening')]
const offline = [cite('arXiv 2404.18308 (offline licensing of chips)', 'offline-licensing')]
const sets = [cite('Published designs of fixed sets', 'fixed-sets')]
const reach = (speed: typeof p.signalSpeedVacuum) => multiply(fact.roundTripTime, speed, kilometers)

const grounds: Readonly<Record<(typeof matchBasis.members)[number]['value'], 'hit' | 'noHit'>> = {
  exact: 'hit',
  legalFormVariant: 'hit',
  alias: 'hit',
  distinctiveWords: 'hit',
  commonWordsOnly: 'noHit',
  nothing: 'noHit',
}

/** What measured and screened findings mean. No determination reads these conclusions. */
export const verification = pack(
  {
    id: 'verification',
    file: 'rules/verification.ts',
    title: 'What findings of location, names, licenses on the chip and fixed sets mean',
    instrument: 'Physics and published methods; no rule of law requires them yet',
    from: '2022-10-07',
    verifiedAt: statementsVerifiedAt,
    note: 'Measuring and screening are the work of engines that are not part of this program yet: a person or a device states what was found, and the rules say what follows. No determination depends on it.',
  },
  ({ clause, set }) => {
    set(p.signalSpeedVacuum, { value: 149_896_229, cite: meter })
    set(p.signalSpeedFiber, { value: 100_000_000, cite: fiber })

    clause(d.landmarkAccepted, 'possible', {
      title: 'The time between the landmarks is one that light can achieve',
      when: yes,
      then: atLeast(
        multiply(fact.landmarkPairRoundTripTime, p.signalSpeedVacuum, kilometers),
        fact.landmarkPairDistance,
      ),
      cite: meter,
      note: 'It finds landmarks that cannot be where they say; it does not prove that the others are.',
    })
    for (const [target, excluded, speed, source] of [
      [d.reachAtLightSpeed, d.excludedAtLightSpeed, p.signalSpeedVacuum, meter],
      [d.reachInFiber, d.excludedInFiber, p.signalSpeedFiber, fiber],
    ] as const) {
      clause(target, 'product', {
        title: 'Half the round trip at this speed, rounded up',
        when: yes,
        then: divide(reach(speed), amount(1, count), kilometers, 'up'),
        cite: source,
      })
      clause(excluded, 'distance', {
        title: 'Nearest point of the territory is farther than the signal can have gone',
        when: yes,
        then: all(d.landmarkAccepted, moreThan(fact.landmarkDistanceToForbidden, reach(speed))),
        cite: source,
        note: 'Only the speed of light in vacuum proves; the fiber speed is an estimate, since radio and hollow fiber are faster.',
      })
    }
    const found = (id: string, body: ClauseText<'enum:locationFinding'>): void =>
      clause(d.locationFinding, id, body)
    found('not verified', {
      title: 'A longer time proves nothing: a chip can always answer late',
      when: yes,
      then: member(locationFinding, 'notVerified'),
      cite: meter,
    })
    found('excluded', {
      title: 'Outside the territory, whatever the path',
      exceptTo: 'not verified',
      when: d.excludedAtLightSpeed,
      then: member(locationFinding, 'excluded'),
      cite: meter,
    })
    found('landmark rejected', {
      title: 'The landmark reports an impossible time',
      exceptTo: 'excluded',
      when: not(d.landmarkAccepted),
      then: member(locationFinding, 'landmarkRejected'),
      cite: meter,
    })

    for (const { value, label } of matchBasis.members) {
      clause(d.nameMatch, value, {
        title: label,
        when: isOneOf(fact.matchBasis, value),
        then: member(nameMatch, grounds[value]),
        cite: screening,
        note: 'A hit is a reason for a person to look, never a finding about the party.',
      })
    }

    clause(d.offlineLicense, 'accepted', {
      title: 'Accepted unless a reason against it is found',
      when: yes,
      then: member(licenseCheck, 'accepted'),
      cite: offline,
    })
    const refusal = (id: string, title: string, when: ClauseText<'bool'>['when']): void =>
      clause(d.offlineLicense, id, {
        title,
        exceptTo: 'accepted',
        when,
        then: member(licenseCheck, 'refused'),
        cite: offline,
      })
    refusal('wrong device', 'Issued for another device', not(fact.licenseDeviceMatches))
    refusal(
      'replay',
      'The sequence number was used before',
      equal(fact.licenseSequence, fact.lastUsedSequence),
    )
    refusal(
      'lower sequence',
      'The sequence number is lower than one already used',
      lessThan(fact.licenseSequence, fact.lastUsedSequence),
    )
    refusal(
      'expired',
      'No longer valid on the day of the check',
      before(fact.licenseValidUntil, fact.licenseCheckedOn),
    )
    refusal('bad signature', 'A signature does not verify', not(fact.signaturesVerify))
    refusal(
      'too few signers',
      'Fewer issuers signed than must sign',
      lessThan(fact.validSigners, fact.requiredSigners),
    )
    refusal(
      'meter rollback',
      'The meter reads less than before',
      lessThan(fact.meterReading, fact.lastMeterReading),
    )

    clause(d.fastLinks, 'enabled', {
      title: 'Enabled within a proved set',
      when: yes,
      then: member(fastLink, 'enabled'),
      cite: sets,
    })
    clause(d.fastLinks, 'set too large', {
      title: 'More chips than the set may hold',
      exceptTo: 'enabled',
      when: moreThan(fact.setMembers, fact.setSizeLimit),
      then: member(fastLink, 'refused'),
      cite: sets,
    })
    clause(d.fastLinks, 'membership not proved', {
      title: 'A chip has not proved that it belongs to the set',
      exceptTo: 'enabled',
      when: not(fact.setMembershipProved),
      then: member(fastLink, 'refused'),
      cite: sets,
    })
  },
)
