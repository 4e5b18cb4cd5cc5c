import { documentOf } from '#rules'
import { z } from 'zod'
import { chipFacts, chipProgram, classification, classifyChip, proposalModes } from '../chips.ts'
import { today } from '../context.ts'
import { operation } from '../operation.ts'
import { done } from '../outcome.ts'
import { determination, sent } from '../schemas/determination.ts'
import { asOf, facts, mode } from '../schemas/inputs.ts'

export const classifyOperation = operation({
  name: 'classify',
  title: 'Classify a chip',
  summary:
    'Gives total processing performance, performance density and classification of a chip of the table, or of one described by its specification, sold as a bare chip unless the specification says otherwise; and the classification under every proposal.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    chip: z.string().max(200).optional().meta({ description: 'Name of a chip of the table' }),
    specification: facts.optional().meta({
      description: 'Facts of a chip that is not in the table, such as dense8BitTops',
    }),
    asOf: asOf.optional(),
    mode: mode.default('text'),
  }),
  output: z
    .object({
      determination,
      alsoUnder: z.array(z.object({ mode: z.string(), label: z.string() })),
    })
    .meta({ id: 'Classification' }),
  example: { chip: 'H100 SXM', asOf: '2026-11-23', mode: 'text' },
  run: async (context, { chip, specification, asOf: stated, mode: read }) => {
    const program = chipProgram(context.programs)
    if (!program.ok) return program
    const chosen = chipFacts(chip, specification)
    if (!chosen.ok) return chosen
    const day = stated ?? today(context)
    const decided = classifyChip(context, program.value, chosen.value, { asOf: day, mode: read })
    if (!decided.ok) return decided
    const alsoUnder: { mode: string; label: string }[] = []
    for (const other of proposalModes(program.value)) {
      const reading = { asOf: day, mode: other }
      const under = classifyChip(context, program.value, chosen.value, reading)
      if (!under.ok) return under
      alsoUnder.push({ mode: other, label: labelOf(documentOf(under.value)) })
    }
    return done(sent({ determination: documentOf(decided.value), alsoUnder }))
  },
})

const labelOf = ({ outputs }: ReturnType<typeof documentOf>): string =>
  outputs.find(({ name }) => name === classification.eccn)?.label ?? ''
