import { assemble, enumDeclaration } from '#rules'
import type { RuleText } from '#rules'
import { definitionDeclarations } from './definitions.ts'
import { enums } from './enums.ts'
import { factDeclarations } from './facts.ts'
import { owners } from './facts/parties.ts'
import { parameterDeclarations } from './parameters.ts'
import { bis202210 } from './rules/bis-2022-10.ts'
import { bis202311 } from './rules/bis-2023-11.ts'
import { bis202412 } from './rules/bis-2024-12.ts'
import { bis202601 } from './rules/bis-2026-01.ts'
import { countryGroups } from './rules/country-groups.ts'
import { determination } from './rules/determination.ts'
import { diffusion202501 } from './rules/diffusion-2025-01.ts'
import { falseClaimsAct, stopStealingOurChips } from './rules/enforcement.ts'
import { exceptions } from './rules/exceptions.ts'
import { fdd202501 } from './rules/fdd-2025-01.ts'
import { partiesAndUses } from './rules/parties.ts'
import {
  chipSecurityAct,
  conditionalControls,
  conditionalLpp,
  inferenceChips,
  worldwideDraft,
} from './rules/proposals.ts'
import { scopeOfControls } from './rules/scope.ts'
import { verification } from './rules/verification.ts'
import { chipTable, countryTables } from './tables.ts'
import { units } from './units.ts'

/** The whole rule text of the program: plain data, ready to load. */
export const ruleText: RuleText = assemble(
  {
    program: 'chip-exports',
    units,
    enums: enums.map((one) => enumDeclaration(one)),
    tables: [chipTable, ...countryTables],
    facts: factDeclarations,
    relations: [owners.declaration],
    parameters: parameterDeclarations,
    definitions: definitionDeclarations,
    outcome: 'determination',
    outputs: [
      'eccn',
      'licenseRequired',
      'exception',
      'review',
      'totalProcessingPerformance',
      'performanceDensity',
      'memoryBandwidthDensity',
      'chipCount',
      'shipmentTpp',
      'parameterLeg',
      'controlledLeg',
      'regionalStability',
      'endUser',
      'endUse',
      'embargo',
      'affiliateRestricted',
      'isSupercomputer',
      'individualNotice',
      'otherControls',
      'foundryPresumption',
      'generalProhibitionTen',
      'unresolvedRedFlags',
      'aia',
      'lpp',
      'lppLimit',
      'acm',
      'nac',
      'aca',
      'hbm',
      'veu',
      'veuInstalledBase',
      'chinaCaseByCase',
      'itemReview',
      'expandedControl',
      'draftTier',
      'landmarkAccepted',
      'reachAtLightSpeed',
      'reachInFiber',
      'excludedAtLightSpeed',
      'excludedInFiber',
      'locationFinding',
      'nameMatch',
      'offlineLicense',
      'fastLinks',
      'awardMinimum',
      'awardMaximum',
      'quiTamMinimum',
      'quiTamMaximum',
    ],
  },
  [
    countryGroups,
    bis202210,
    bis202311,
    scopeOfControls,
    bis202412,
    diffusion202501,
    fdd202501,
    bis202601,
    partiesAndUses,
    exceptions,
    determination,
    conditionalLpp,
    conditionalControls,
    inferenceChips,
    chipSecurityAct,
    worldwideDraft,
    stopStealingOurChips,
    verification,
    falseClaimsAct,
  ],
)
