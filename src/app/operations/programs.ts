import type { Program } from '#rules'
import { firstDay } from '#rules'
import { z } from 'zod'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'
import { sent } from '../schemas/determination.ts'
import { programId } from '../schemas/inputs.ts'
import {
  enumDeclaration,
  factDeclaration,
  packDeclaration,
  parameterDeclaration,
  relationDeclaration,
  unitDeclaration,
} from '../schemas/rules.ts'

const summary = {
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  recommendations: z.array(z.number()),
  modes: z.array(z.object({ mode: z.string(), title: z.string(), about: z.string() })),
  firstDay: z.string(),
  rulesHash: z.string(),
}
const programSummary = z.object(summary).meta({ id: 'ProgramSummary' })

const workedCase = z
  .object({
    id: z.string(),
    group: z.string(),
    title: z.string(),
    source: z.string(),
    asOf: z.string(),
    mode: z.string(),
    facts: z.record(z.string(), z.unknown()),
    parameters: z.record(z.string(), z.unknown()).optional(),
    expect: z.object({
      outcome: z.string().optional(),
      needs: z.array(z.string()).optional(),
      outputs: z.record(z.string(), z.union([z.boolean(), z.string()])).optional(),
    }),
  })
  .meta({ id: 'WorkedCase', description: 'A case with its known answer and where that comes from' })

const reference = z
  .object({
    name: z.string(),
    title: z.string(),
    question: z.string(),
    why: z.string(),
    example: z.string(),
  })
  .meta({ id: 'Reference', description: 'Who or what a case is about; never a fact of the rules' })

const program = z
  .object({
    ...summary,
    groups: z.array(z.object({ id: z.string(), title: z.string() })),
    facts: z.array(factDeclaration),
    relations: z.array(relationDeclaration),
    enums: z.array(enumDeclaration),
    parameters: z.array(parameterDeclaration),
    packs: z.array(packDeclaration),
    units: z.array(unitDeclaration),
    headline: z.array(z.string()),
    example: z.record(z.string(), z.unknown()),
    references: z.array(reference),
    cases: z.array(workedCase),
  })
  .meta({ id: 'Program', description: 'Everything a form, an interview or a client needs to know' })

function summaryOf({ id, title, summary, recommendations, readings, rules }: Program) {
  return {
    id,
    title,
    summary,
    recommendations,
    modes: readings,
    firstDay: firstDay(rules),
    rulesHash: rules.hash,
  }
}

export const programsOperation = operation({
  name: 'programs',
  title: 'List the programs',
  summary: 'Lists the programs with the readings of the law each offers.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({}),
  output: z.object({ programs: z.array(programSummary) }),
  example: {},
  run: async ({ programs }) => done(sent({ programs: programs.map(summaryOf) })),
})

export const programOperation = operation({
  name: 'program',
  title: 'Describe a program',
  summary:
    'Gives the facts a program asks about, its lists of values, units, parameters, rule packs and worked cases.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({ program: programId }),
  output: program,
  example: { program: 'chip-exports' },
  run: async ({ programs }, { program: id }) => {
    const found = findProgram(programs, id)
    if (!found.ok) return found
    const { groups, headline, example, cases, entitlement, rules } = found.value
    const { facts, relations, enums, parameters, packs, units } = rules.text
    return done(
      sent({
        ...summaryOf(found.value),
        ...{ groups, facts, relations, enums, parameters, packs, units },
        ...{ headline, example, references: entitlement?.references ?? [], cases },
      }),
    )
  },
})
