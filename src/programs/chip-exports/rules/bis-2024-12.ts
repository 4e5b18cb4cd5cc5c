import {
  all,
  divide,
  isOneOf,
  lessThan,
  member,
  moreThan,
  multiply,
  no,
  not,
  pack,
  yes,
  amount,
} from '#rules'
import { definition as d } from '../definitions.ts'
import { eccn } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { bandwidthDensity, gigabytesPerSecond } from '../units.ts'
import { cite, isAbroad, textVerifiedAt } from './shared.ts'

const entry = [
  cite(
    '15 CFR 774 supplement 1, ECCN 3A090.c',
    '3A090.c',
    'regardless of whether they conform to the JEDEC standards',
  ),
]
const exception = [cite('15 CFR 740.25', '740.25')]
const isHbmItem = isOneOf(fact.itemKind, 'highBandwidthMemory')
const reaches = (density: typeof p.hbmExceptionDensityLimit) =>
  multiply(density, fact.hbmArea, gigabytesPerSecond)

/** High bandwidth memory: the rule of 2 December 2024. */
export const bis202412 = pack(
  {
    id: 'bis-2024-12',
    file: 'rules/bis-2024-12.ts',
    title: 'High bandwidth memory controls of December 2024',
    instrument: '89 FR 96790',
    from: '2024-12-02',
    verifiedAt: textVerifiedAt,
    note: 'Compliance with most parts was due on 2024-12-31.',
  },
  ({ clause, set }) => {
    set(p.hbmExceptionDensityLimit, { value: 330, cite: exception })
    clause(d.memoryBandwidthDensity, 'quotient', {
      title: 'Bandwidth divided by area',
      when: isHbmItem,
      then: divide(fact.hbmBandwidth, fact.hbmArea, bandwidthDensity, 'halfUp'),
      cite: entry,
      note: 'Rounded for reading only; the limit of 2 is compared exactly.',
    })
    clause(d.eccn, '3A090.c', {
      title: 'Memory bandwidth density above 2 GB/s per mm²',
      exceptTo: 'not advanced computing',
      when: all(
        isHbmItem,
        moreThan(
          fact.hbmBandwidth,
          multiply(amount(2, bandwidthDensity), fact.hbmArea, gigabytesPerSecond),
        ),
      ),
      then: member(eccn, '3A090.c'),
      cite: entry,
    })
    clause(d.regionalStability, '742.6(a)(6)(i)(B)', {
      title: 'HBM to Macau or D:5',
      exceptTo: 'no requirement',
      when: all(d.isHbm, d.destinationMacauD5),
      then: yes,
      cite: [cite('15 CFR 742.6(a)(6)(i)(B)', '742.6-a-6-i-B')],
    })
    clause(d.regionalStability, '744.23(a)(3)(i)(B)', {
      title: 'HBM: headquartered in Macau or D:5, wherever located',
      exceptTo: 'no requirement',
      when: all(d.isHbm, d.headquartersMacauD5, isAbroad),
      then: yes,
      cite: [cite('15 CFR 744.23(a)(3)(i)(B)', '744.23-a-3')],
    })

    clause(d.hbm, 'HBM', {
      title: 'Eligible companies, direct to the packaging site',
      exceptTo: 'not available',
      when: all(
        d.isHbm,
        fact.hbmExporterEligible,
        fact.hbmDirectToPackager,
        not(d.exceptionBarred),
      ),
      then: yes,
      cite: exception,
      note: 'The section was read in summaries only; two of them differ on which headquarters are eligible.',
    })
    clause(d.hbm, 'too dense', {
      title: 'Density of 3.3 or more',
      exceptTo: 'HBM',
      when: all(isHbmItem, not(lessThan(fact.hbmBandwidth, reaches(p.hbmExceptionDensityLimit)))),
      then: no,
      cite: exception,
    })
  },
)
