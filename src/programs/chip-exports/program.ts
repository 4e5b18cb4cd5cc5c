import type { Program } from '#rules'
import { defineProgram, loadOrThrow } from '#rules'
import { cases } from './cases.ts'
import { entitlement } from './entitlement.ts'
import { h100Malaysia } from './example.ts'
import { groups } from './facts.ts'
import { ruleText } from './rules.ts'

/** Recommendations 10 and 11: conditional chip export controls and control of inference chips. */
export const chipExports: Program = defineProgram({
  id: 'chip-exports',
  title: 'Chip exports',
  summary:
    'Whether a shipment of AI chips, servers or high bandwidth memory needs a license, which license exception may authorize it, how much of it, and how a license application is reviewed.',
  recommendations: [10, 11],
  authority: [
    { provision: 'Export Control Reform Act of 2018, 50 U.S.C. 4801-4852' },
    { provision: 'Export Administration Regulations, 15 CFR 730-774' },
  ],
  rules: loadOrThrow(ruleText),
  groups,
  readings: [
    {
      mode: 'enforced',
      title: 'As enforced',
      about:
        'What BIS says that it applies. The AI Diffusion Rule of January 2025 is in the text but is not enforced.',
    },
    {
      mode: 'text',
      title: 'As the text stands',
      about: 'The Code of Federal Regulations as written, the AI Diffusion Rule included.',
    },
    {
      mode: 'proposal:conditional-lpp',
      title: 'Proposal: conditional LPP',
      about: 'Restricted destinations get a low limit, and the full one on verified conditions.',
    },
    {
      mode: 'proposal:conditional-controls',
      title: 'Proposal: conditional export controls',
      about: 'A dated trigger event expands a control; chips with named features are left out.',
    },
    {
      mode: 'proposal:inference-chips',
      title: 'Proposal: inference chips',
      about: 'Data center chips with co-packaged HBM and more than 2 TB/s join the H100’s entry.',
    },
    {
      mode: 'proposal:chip-security-act',
      title: 'Bill: Chip Security Act',
      about: 'Location verification before covered products leave.',
    },
    {
      mode: 'proposal:worldwide-draft-2026-02',
      title: 'Draft: worldwide rule of February 2026',
      about: 'The reported tiers of a draft that was withdrawn.',
    },
    {
      mode: 'proposal:stop-stealing-our-chips',
      title: 'Bill: Stop Stealing our Chips Act',
      about: 'Awards to people who report violations. It changes no determination.',
    },
  ],
  headline: [
    'eccn',
    'licenseRequired',
    'exception',
    'review',
    'totalProcessingPerformance',
    'performanceDensity',
    'shipmentTpp',
  ],
  example: h100Malaysia,
  cases,
  entitlement,
})
