import type { Citation, StatusChange } from '#rules'
import { isOneOf, not } from '#rules'
import { fact } from '../facts.ts'

/** The day of the eCFR text that the classification and scope clauses were checked against. */
export const textVerifiedAt = '2026-07-23'
/** The day on which agency and law-firm statements were last read. */
export const statementsVerifiedAt = '2026-08-13'

/** A citation with its anchor in sources.md. */
export const cite = (provision: string, anchor: string, quote?: string): Citation => ({
  provision,
  anchor,
  ...(quote === undefined ? {} : { quote }),
})

const nonEnforcement =
  'BIS statement of 2025-05-13 that the AI Diffusion Rule will not be enforced; compliance date was 2025-05-15 (90 FR 4544)'

/** Text of the AI Diffusion Rule: in the CFR, not enforced (first not yet due, then by statement). */
export const diffusionStatus: readonly StatusChange[] = [
  {
    from: '2025-01-13',
    status: 'notEnforced',
    cite: '90 FR 4544, DATES: compliance from 2025-05-15',
  },
  { from: '2025-05-13', status: 'notEnforced', cite: nonEnforcement },
]

/** What BIS goes on applying in place of that text. */
export const appliedStatus: readonly StatusChange[] = [
  {
    from: '2025-01-13',
    status: 'appliedAsPolicy',
    cite: '90 FR 4544, DATES: compliance from 2025-05-15',
  },
  { from: '2025-05-13', status: 'appliedAsPolicy', cite: nonEnforcement },
]

export const classification = cite('15 CFR 774 supplement 1, ECCN 3A090', '3A090.a')
export const isChina = isOneOf(fact.destination, 'CN', 'HK')
export const isChinaOrMacau = isOneOf(fact.destination, 'CN', 'HK', 'MO')
/** A delivery within the United States is no export, reexport or transfer (in-country). */
export const isAbroad = not(isOneOf(fact.destination, 'US'))
