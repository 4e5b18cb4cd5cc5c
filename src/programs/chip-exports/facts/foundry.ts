import { boolFact, enumFact, numberFact } from '#rules'
import { designerStatus, packager } from '../enums.ts'
import { billionTransistors, days } from '../units.ts'

const note = {
  group: 'item',
  cite: [{ provision: '15 CFR 774 supplement 1, ECCN 3A090 Note 1', anchor: '3A090-note-1' }],
} as const
const designers = {
  ...note,
  cite: [
    {
      provision: '15 CFR 774 supplement 1, ECCN 3A090 Note 1, paragraph a',
      anchor: '3A090-note-1-authorized-designers',
    },
  ],
} as const

/** Facts of Note 1 to 3A090.a. Only a front-end fabricator or OSAT company is asked beyond the first. */
export const foundryFacts = {
  foundryOrOsat: boolFact({
    ...note,
    title: 'Exporter is a chip fabricator or packager',
    question:
      'Is the exporter a front-end fabricator of chips, or a company that assembles and tests them (OSAT)?',
    why: 'Such a company must presume that an advanced logic chip is 3A090.a until it can show otherwise. Nobody else must.',
    example: false,
  }),
  advancedLogicChip: boolFact({
    ...note,
    title: 'Applicable advanced logic chip',
    question:
      'Is it a logic chip made on a 16/14 nanometer node or below, or with non-planar transistors?',
    why: 'The presumption covers only such chips.',
    example: true,
  }),
  designerStatus: enumFact(designerStatus, {
    ...designers,
    title: 'Designer of the chip',
    question: 'Who designed the chip?',
    why: 'An attestation of an approved or authorized designer overcomes the presumption.',
    example: 'meetsCriteria',
  }),
  designerAttestation: boolFact({
    ...designers,
    title: 'Designer’s attestation',
    question:
      'Do you hold a data sheet or other attestation of the designer that total processing performance and performance density keep the chip out of 3A090.a?',
    why: 'An attestation of an approved or authorized designer overcomes the presumption.',
    evidence: ['designerAttestation'],
    example: true,
  }),
  designerApplied: boolFact({
    ...designers,
    title: 'Designer has applied to become approved',
    question: 'Has the designer applied to become an approved designer?',
    why: 'After December 31, 2026 only designers that have applied are authorized.',
    example: true,
  }),
  daysSinceDesignerApplication: numberFact(days, {
    ...designers,
    title: 'Days since the designer’s application',
    question: 'How many days ago did the designer submit its application?',
    why: 'After December 31, 2026 the authorization ends 180 days after the application.',
    min: 0,
    max: 10_000,
    example: 90,
  }),
  packager: enumFact(packager, {
    ...note,
    title: 'Packager that attests the transistor count',
    question: 'Who packages the die and attests the transistor count of the finished chip?',
    why: 'A low enough attested count overcomes the presumption.',
    evidence: ['transistorCountAttestation'],
    example: 'approvedOsat',
  }),
  transistorCount: numberFact(billionTransistors, {
    ...note,
    title: 'Aggregated approximated transistor count',
    question: 'What is the attested transistor count of the finished package, in billions?',
    hint: 'Transistor density of the process node times die area, or an estimate from the design file.',
    why: 'A count below 30 billion overcomes the presumption; without high bandwidth memory the limit is higher in some years.',
    evidence: ['transistorCountAttestation'],
    min: 0,
    max: 10_000,
    example: 28,
  }),
}
