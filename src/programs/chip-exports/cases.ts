import type { WorkedCase } from '#rules'
import { capCases } from './cases/caps.ts'
import { chinaCases } from './cases/china.ts'
import { destinationCases } from './cases/destinations.ts'
import { entryCases } from './cases/entries.ts'
import { exceptionAndProposalCases } from './cases/exceptions.ts'
import { foundryCases } from './cases/foundries.ts'
import { partyCases } from './cases/parties.ts'
import { performanceCases } from './cases/performance.ts'
import { verificationCases } from './cases/verification.ts'

const numberOf = ({ group }: WorkedCase): number => Number.parseInt(group, 10)

/** Worked cases with known answers, in the order of their groups. */
export const cases: readonly WorkedCase[] = [
  ...capCases,
  ...performanceCases,
  ...entryCases,
  ...chinaCases,
  ...destinationCases,
  ...partyCases,
  ...foundryCases,
  ...exceptionAndProposalCases,
  ...verificationCases,
].sort((a, b) => numberOf(a) - numberOf(b))
