import type { Decision, Program, Verdict } from '#rules'
import { decimalText } from '#rules'
import { z } from 'zod'
import type { ChipRow } from '../chip-row.ts'
import { chipFacts, chipProgram, classification, classifyChip } from '../chips.ts'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done } from '../outcome.ts'

const decimal = z.string().nullable()
const chip = z
  .object({
    name: z.string(),
    maker: z.string(),
    headquartersCountry: z.string(),
    year: z.string().nullable(),
    alternativeNames: z.array(z.string()),
    memoryGb: decimal,
    memoryType: z.string(),
    dieAreaEstimated: z.boolean().nullable(),
    dense4BitTops: decimal,
    dense8BitTops: decimal,
    dense16BitTops: decimal,
    applicableDieArea: decimal,
    memoryBandwidth: decimal,
    interconnect: decimal,
    coPackagedHbm: z.boolean().nullable(),
    dataCenter: z.boolean().nullable(),
    tpp: decimal,
    performanceDensity: decimal,
    eccn: z.string().nullable(),
    eccnLabel: z.string(),
    conflict: z.string(),
    sources: z.record(z.string(), z.string()),
  })
  .meta({
    id: 'Chip',
    description:
      'Published specifications and what the rules derive from them; null is not public or cannot be told',
  })
type Chip = z.infer<typeof chip>

export const chipsOperation = operation({
  name: 'chips',
  title: 'List chips',
  summary:
    'Lists the chips of the table with the source of each number, and TPP, performance density and classification as the rules derive them as of today.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    search: z.string().max(200).optional().meta({ description: 'Part of a name or maker' }),
  }),
  output: z.object({ chips: z.array(chip) }),
  example: { search: 'H20' },
  run: async (context, { search = '' }) => {
    const program = chipProgram(context.programs)
    if (!program.ok) return program
    const wanted = search.toLowerCase().trim()
    const rows = (context.chips ?? []).filter(({ name, maker, alternativeNames }) =>
      [name, maker, `${maker} ${name}`, ...alternativeNames].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    )
    const chips: Chip[] = []
    for (const row of rows) {
      const described = describe(context, program.value, row)
      if (!described.ok) return described
      chips.push(described.value)
    }
    return done({ chips })
  },
})

function describe(context: Context, program: Program, row: ChipRow): Outcome<Chip> {
  const facts = chipFacts(row.name, undefined)
  if (!facts.ok) return facts
  const reading = { asOf: today(context), mode: 'text' }
  const decided = classifyChip(context, program, facts.value, reading)
  if (!decided.ok) return decided
  const { outputs } = decided.value
  const code = textOf(outputs[classification.eccn])
  return done({
    name: row.name,
    maker: row.maker,
    headquartersCountry: row.headquartersCountry,
    year: row.year,
    alternativeNames: [...row.alternativeNames],
    memoryGb: row.memoryGb,
    memoryType: row.memoryType,
    dieAreaEstimated: row.dieAreaEstimated,
    ...specificationOf(program, row.name),
    tpp: textOf(outputs[classification.performance]),
    performanceDensity: textOf(outputs[classification.density]),
    eccn: code,
    eccnLabel: code === null ? 'cannot tell' : labelOf(decided.value, code),
    conflict: row.conflict,
    sources: sourcesOf(row),
  })
}

const textOf = (verdict: Verdict | undefined): string | null =>
  verdict?.kind === 'value' ? String(verdict.value) : null

function labelOf({ view: { rules } }: Decision, code: string): string {
  const type = rules.scope.definitions.get(classification.eccn)?.declaration.type
  const of = type?.kind === 'enum' ? rules.scope.enums.get(type.enum)?.declaration : undefined
  return of?.members.find(({ value }) => value === code)?.label ?? code
}

/** The cells of the rules' own table, so that what is shown is what was decided on. */
function specificationOf({ rules: { scope } }: Program, name: string) {
  const table = scope.tables.get('chips')?.declaration
  const row = table?.rows[name] ?? {}
  const number = (column: string): string | null => {
    const type = table?.columns[column]
    const scale = type?.kind === 'number' ? scope.units.get(type.unit)?.declaration.scale : 0
    const cell = row[column]
    return typeof cell === 'number' ? decimalText(cell, scale ?? 0) : null
  }
  const truth = (column: string): boolean | null => {
    const cell = row[column]
    return typeof cell === 'boolean' ? cell : null
  }
  return {
    dense4BitTops: number('dense4BitTops'),
    dense8BitTops: number('dense8BitTops'),
    dense16BitTops: number('dense16BitTops'),
    applicableDieArea: number('applicableDieArea'),
    memoryBandwidth: number('memoryBandwidth'),
    interconnect: number('interconnect'),
    coPackagedHbm: truth('coPackagedHbm'),
    dataCenter: truth('dataCenter'),
  }
}

/** Which source each number has: members named `...Source` beside the number. */
function sourcesOf(row: ChipRow): Record<string, string> {
  const entries = Object.entries(row).flatMap(([name, value]) =>
    name.endsWith('Source') && typeof value === 'string' && value !== ''
      ? [[name.slice(0, -'Source'.length), value] as const]
      : [],
  )
  return Object.fromEntries(entries)
}
