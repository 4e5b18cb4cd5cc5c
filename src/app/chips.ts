import type { CaseFacts, Decision, Program } from '#rules'
import { decide, proposalNames } from '#rules'
import type { Context } from './context.ts'
import type { Outcome } from './outcome.ts'
import { done, refused, refusedInput } from './outcome.ts'

/** Names that the rules give to what a chip is classified by. */
export const classification = {
  eccn: 'eccn',
  performance: 'totalProcessingPerformance',
  density: 'performanceDensity',
} as const

/** The program that classifies chips: the one whose rules have these definitions. */
export function chipProgram(programs: readonly Program[]): Outcome<Program> {
  const found = programs.find(({ rules: { text, scope } }) => {
    const named = Object.values(classification).every((name) => text.outputs.includes(name))
    return named && scope.facts.has('chip')
  })
  return found ? done(found) : refused('input.unknown-program', 'no program here classifies chips')
}

/** A bare chip: what "classify this chip" means where nothing else is stated. */
const bareChip = { itemKind: 'integratedCircuit', otherFunction: 'none' } as const

/** The facts of a chip of the table, or of one that its specification describes. */
export function chipFacts(
  chip: string | undefined,
  specification: CaseFacts | undefined,
): Outcome<CaseFacts> {
  if (chip === undefined && specification === undefined) {
    const example = { chip: 'H100 SXM' }
    return refused('input.missing', 'state a chip by name, or its specification', {
      field: 'chip',
      example,
    })
  }
  return done({ ...bareChip, chip: chip ?? 'custom', ...specification })
}

/** The decision on the classification of a chip under one reading. */
export function classifyChip(
  context: Context,
  program: Program,
  facts: CaseFacts,
  reading: { readonly asOf: string; readonly mode: string },
): Outcome<Decision> {
  const { evaluator } = context
  const mode = reading.mode as Decision['view']['mode']
  const options = { asOf: reading.asOf, mode, ...(evaluator ? { evaluator } : {}) }
  const result = decide(program.rules, facts, options)
  return result.ok ? done(result.decision) : refusedInput(result.problems)
}

/** The readings under which a classification may come out differently. */
export const proposalModes = (program: Program): readonly string[] =>
  proposalNames(program.rules).map((name) => `proposal:${name}`)
