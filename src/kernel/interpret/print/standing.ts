import type { Citation, LegalStatus } from '../../rules/ast.ts'
import type { LawParagraph } from './law-document.ts'

const statuses: Readonly<Record<LegalStatus, string>> = {
  inForce: 'in force',
  appliedAsPolicy: 'applied as policy, not in the text',
  notEnforced: 'in the text, not enforced',
  suspended: 'suspended',
  rescinded: 'rescinded',
  proposed: 'proposed, not law',
  contested: 'contested',
}

/** A legal status in words. */
export const statusInWords = (status: LegalStatus): string => statuses[status]

/** Citations in one line, with the words that were read. */
export function citationWords(cite: readonly Citation[]): string {
  return cite
    .map(({ provision, quote }) => (quote === undefined ? provision : `${provision}: “${quote}”`))
    .join('; ')
}

/** Days in force: "from 2025-01-13 until 2026-07-10", the last day excluded. */
export const periodWords = ({
  from,
  to,
}: {
  readonly from: string
  readonly to?: string
}): string => (to === undefined ? `from ${from}` : `from ${from} until ${to}`)

/** How a paragraph stands on the day: status with its source, days, instrument, verification. */
export function standingWords(paragraph: LawParagraph): string {
  const { status, statusCite, pack, verifiedAt, recheckBy, isRecheckDue } = paragraph
  const source = status === 'inForce' || statusCite === '' ? '' : ` (${statusCite})`
  const recheck =
    recheckBy === undefined
      ? ''
      : isRecheckDue
        ? `; had to be looked at again by ${recheckBy}, and was not`
        : `; to be looked at again by ${recheckBy}`
  const words = `${statusInWords(status)}${source}, ${periodWords(paragraph)}`
  return `${words}; ${pack.title}; verified ${verifiedAt}${recheck}`
}
