import type { Interview, RuleText } from '#rules'
import { z } from 'zod'
import type { sent } from './determination.ts'
import { citation, need } from './determination.ts'

const valueType = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('bool') }),
    z.object({ kind: z.literal('number'), unit: z.string() }),
    z.object({ kind: z.literal('date') }),
    z.object({ kind: z.literal('enum'), enum: z.string() }),
    z.object({ kind: z.literal('set'), enum: z.string() }),
  ])
  .meta({ id: 'ValueType' })

const bounds = z
  .object({ min: z.number(), max: z.number() })
  .meta({ id: 'Bounds', description: 'Integers scaled by the decimals of the unit' })

const example = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())])

const asked = {
  name: z.string(),
  title: z.string(),
  question: z.string(),
  why: z.string(),
  group: z.string(),
  assertedBy: z.array(z.string()),
  evidence: z.array(z.string()),
  cite: z.array(citation),
}

export const factDeclaration = z
  .object({
    ...asked,
    type: valueType,
    hint: z.string().optional(),
    bounds: bounds.optional(),
    prefill: z.object({ table: z.string(), key: z.string(), column: z.string() }).optional(),
    example,
  })
  .meta({ id: 'FactDeclaration', description: 'A fact: type, bounds, question, why we ask' })

export const relationDeclaration = z
  .object({
    ...asked,
    hint: z.string().optional(),
    maxRows: z.number(),
    fields: z.array(
      z.object({
        name: z.string(),
        type: valueType,
        title: z.string(),
        bounds: bounds.optional(),
        example,
      }),
    ),
  })
  .meta({ id: 'RelationDeclaration', description: 'A list of related things with typed fields' })

export const parameterDeclaration = z
  .object({
    name: z.string(),
    type: valueType,
    title: z.string(),
    why: z.string(),
    bounds: bounds.optional(),
    versions: z.array(
      z.object({
        from: z.string(),
        to: z.string().optional(),
        value: z.union([z.boolean(), z.number(), z.string(), z.null()]),
        cite: z.array(citation),
        pack: z.string(),
      }),
    ),
  })
  .meta({
    id: 'ParameterDeclaration',
    description: 'A dated number of the law; a null value is one that nobody has set',
  })

export const enumDeclaration = z
  .object({
    name: z.string(),
    title: z.string(),
    members: z.array(z.object({ value: z.string(), label: z.string() })),
    synonyms: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'EnumDeclaration' })

export const unitDeclaration = z
  .object({ name: z.string(), scale: z.number(), dimensions: z.record(z.string(), z.number()) })
  .meta({ id: 'UnitDeclaration', description: 'A unit and the decimal places it keeps' })

export const packDeclaration = z
  .object({
    id: z.string(),
    file: z.string(),
    title: z.string(),
    instrument: z.string(),
    from: z.string(),
    verifiedAt: z.string(),
    recheckBy: z.string().optional(),
    note: z.string().optional(),
    proposal: z.object({ name: z.string(), base: z.enum(['text', 'enforced']) }).optional(),
  })
  .meta({ id: 'PackDeclaration', description: 'The rules of one legal instrument' })

const question = z
  .object({
    need,
    ask: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('fact'), fact: factDeclaration }),
      z.object({ kind: z.literal('relation'), relation: relationDeclaration }),
      z.object({ kind: z.literal('parameter'), parameter: parameterDeclaration }),
    ]),
  })
  .meta({ id: 'Question' })

export const interview = z
  .object({
    settled: z.boolean(),
    next: question.optional(),
    open: z.array(question),
    blocked: z.array(need),
  })
  .meta({ id: 'Interview', description: 'What to ask next; settled when no answer can matter' })

type Sent<T> = ReturnType<typeof sent<T>>
type Assert<T extends true> = T
/** Fails to compile when these schemas and the kernel's types part ways. */
export type SchemasFollowKernel = Assert<
  [Sent<Interview>, Sent<RuleText['facts'][number]>, Sent<RuleText['packs'][number]>] extends [
    z.infer<typeof interview>,
    z.infer<typeof factDeclaration>,
    z.infer<typeof packDeclaration>,
  ]
    ? true
    : false
>
