import type { ClauseText } from '#rules'
import { add, all, any, isOneOf, member, moreThan, no, not, pack, subtract, yes } from '#rules'
import { definition as d } from '../definitions.ts'
import { reviewPolicy } from '../enums.ts'
import { fact } from '../facts.ts'
import { parameter as p } from '../parameters.ts'
import { cite, diffusionStatus, textVerifiedAt } from './shared.ts'

const lpp = (paragraph: string) => [cite(`15 CFR 740.29${paragraph}`, '740.29')]
const aia = [cite('15 CFR 740.27', '740.27')]
const acm = [cite('15 CFR 740.28', '740.28')]
const allocation = [cite('15 CFR 742.6(b)(10); 90 FR 4544', 'country-allocation')]
const restricted = any(d.destinationMacauD5, d.headquartersMacauD5)

/** The AI Diffusion Rule: in the text of the CFR, announced as not to be enforced. */
export const diffusion202501 = pack(
  {
    id: 'diffusion-2025-01',
    file: 'rules/diffusion-2025-01.ts',
    title: 'AI Diffusion Rule of January 2025',
    instrument: '90 FR 4544',
    from: '2025-01-13',
    verifiedAt: textVerifiedAt,
    status: diffusionStatus,
    note: 'Paragraphs (b) to (e) of 740.29 and the text of 740.27 and 740.28 were read in summaries, not verbatim.',
  },
  ({ clause, set }) => {
    set(p.lppAnnualLimit, { value: 2_690_000_000, cite: lpp('(a)') })
    set(p.countryAllocation, { value: 79_000_000_000, cite: allocation })

    clause(d.lppLimit, 'annual limit', {
      title: '26,900,000 TPP in a calendar year',
      when: yes,
      then: p.lppAnnualLimit,
      cite: lpp('(a)'),
    })
    const performance = (id: string, body: ClauseText<'bool'>): void => clause(d.lpp, id, body)
    performance('LPP', {
      title: '.a items up to the yearly limit',
      exceptTo: 'not available',
      when: d.isLegA,
      then: yes,
      cite: lpp('(a)'),
      note: 'Two readings exist for destinations in D:1 or D:4: one model of 740.2(a)(9)(ii) leaves LPP out there; 740.29(a), the White House fact sheet and an analyst read it as available. It is taken as available.',
    })
    const refused = { exceptTo: 'LPP', then: no } as const
    performance('limit exceeded', {
      ...refused,
      title: 'This shipment would pass the yearly limit',
      when: moreThan(add(fact.lppUsedThisYear, d.shipmentTpp), d.lppLimit),
      cite: lpp('(a)'),
    })
    performance('no certificate', {
      ...refused,
      title: 'No certificate of the consignee',
      when: not(fact.consigneeCertificate),
      cite: lpp('(b): certificate before each use'),
    })
    performance('not direct', {
      ...refused,
      title: 'Not directly to a single ultimate consignee',
      when: not(fact.directToUltimateConsignee),
      cite: lpp('(a)'),
    })
    performance('distributor', {
      ...refused,
      title: 'Through a distributor',
      when: fact.throughDistributor,
      cite: lpp(': restriction on distributors'),
    })
    performance('in-country transfer', {
      ...refused,
      title: 'Transfer within a country',
      when: isOneOf(fact.transaction, 'inCountryTransfer'),
      cite: lpp('(a): exports and reexports only'),
    })
    performance('Macau or D:5', {
      ...refused,
      title: 'Macau, D:5, or headquartered there',
      when: restricted,
      cite: lpp(': restriction on Macau and Country Group D:5'),
    })
    performance('barred', {
      ...refused,
      title: 'Exceptions are barred',
      when: d.exceptionBarred,
      cite: [cite('15 CFR 740.2(a)', '740.2-a-9-ii')],
    })

    clause(d.aia, 'AIA', {
      title: 'To and from companies of supplement 5(a) countries',
      exceptTo: 'not available',
      when: all(d.isLegA, d.destinationSupplement5a, d.headquartersSupplement5a),
      then: yes,
      cite: aia,
      note: 'Four of the eighteen countries of supplement 5(a) are from memory: France, Spain, Sweden, Taiwan.',
    })
    clause(d.aia, 'no certificate', {
      title: 'No prior end-use certificate',
      exceptTo: 'AIA',
      when: not(fact.authorizationCertificate),
      then: no,
      cite: aia,
    })
    clause(d.aia, 'barred', {
      title: 'Exceptions are barred',
      exceptTo: 'AIA',
      when: d.exceptionBarred,
      then: no,
      cite: [cite('15 CFR 740.2(a)', '740.2-a-9-ii')],
    })

    clause(d.acm, 'ACM', {
      title: 'Manufacturing by private-sector end users',
      exceptTo: 'not available',
      when: all(any(d.isLegA, d.isLegB), fact.manufacturingUse, fact.finallyDestinedOutside),
      then: yes,
      cite: acm,
    })
    clause(d.acm, 'Macau or D:5', {
      title: 'Macau, D:5, or headquartered there',
      exceptTo: 'ACM',
      when: restricted,
      then: no,
      cite: acm,
    })
    clause(d.acm, '4A004', {
      title: 'Not listed for 4A004',
      exceptTo: 'ACM',
      when: isOneOf(d.eccn, '4A004.z.1', '4A004.z.2'),
      then: no,
      cite: [cite('15 CFR 774 supplement 1, ECCN 4A004 list-based exceptions', 'z-entries')],
    })
    clause(d.acm, 'barred', {
      title: 'Exceptions are barred',
      exceptTo: 'ACM',
      when: d.exceptionBarred,
      then: no,
      cite: [cite('15 CFR 740.2(a)', '740.2-a-9-ii')],
    })

    const veu = [cite('15 CFR 748.15', '748.15')]
    const inForce = [
      {
        from: '2025-01-13',
        status: 'inForce',
        cite: '15 CFR 748.15 (data center VEU since 89 FR 80080, 2024-10-02)',
      },
    ] as const
    clause(d.veu, 'VEU', {
      status: inForce,
      title: 'Holder of a data center VEU authorization outside Macau and D:5',
      exceptTo: 'not available',
      when: all(
        any(d.isLegA, d.isLegB),
        fact.validatedEndUser,
        not(restricted),
        not(d.exceptionBarred),
      ),
      then: yes,
      cite: veu,
      note: '748.15(b)(2) and (c): the holder and its data centers are outside Macau and D:5; the authorization itself states the destinations and items.',
    })
    clause(d.veuInstalledBase, 'received less attrition', {
      status: inForce,
      title: 'Loss, damage, failure, relocation and resale do not count',
      when: yes,
      then: subtract(fact.veuReceived, fact.veuAttrition),
      cite: [
        cite(
          '15 CFR 748.15(a)(2)(iii)(B)',
          '748.15',
          'These TPP allocations represent permitted cumulative installed base during a given quarter',
        ),
      ],
      note: 'The quarterly table of allocations was not found; no limit is applied.',
    })

    const review = (id: string, body: ClauseText<'enum:reviewPolicy'>): void =>
      clause(d.itemReview, id, body)
    const approval = {
      exceptTo: 'case by case',
      then: member(reviewPolicy, 'presumptionOfApproval'),
      cite: allocation,
    } as const
    review('supplement 5(a)', {
      ...approval,
      title: '.a items to destinations of supplement 5(a), which have no allocation',
      when: all(d.isLegA, not(restricted), d.destinationSupplement5a),
    })
    const allocated = all(d.isLegA, not(restricted), not(d.destinationSupplement5a))
    review('country allocation', {
      ...approval,
      title: '.a items within the country’s allocation',
      when: allocated,
    })
    review('allocation used up', {
      title: 'The allocation would be passed',
      exceptTo: 'country allocation',
      when: all(
        allocated,
        moreThan(add(fact.countryAllocationUsed, d.shipmentTpp), p.countryAllocation),
      ),
      then: member(reviewPolicy, 'denial'),
      cite: allocation,
    })
  },
)
