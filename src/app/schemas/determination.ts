import type { DeterminationDocument } from '#rules'
import { z } from 'zod'

const plain = z.union([z.boolean(), z.string(), z.array(z.string())]).meta({
  id: 'PlainValue',
  description: 'Numbers are exact decimal text, dates YYYY-MM-DD',
})

export const citation = z
  .object({
    provision: z.string(),
    quote: z.string().optional(),
    anchor: z.string().optional(),
  })
  .meta({ id: 'Citation', description: 'A place in the law' })

const verdict = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('value'),
      value: plain,
      unit: z.string().optional(),
      by: z.array(z.string()),
    }),
    z.object({ kind: z.literal('undetermined') }),
    z.object({ kind: z.literal('gap') }),
    z.object({ kind: z.literal('conflict'), between: z.array(z.string()) }),
  ])
  .meta({
    id: 'Verdict',
    description: 'A value with the clauses that gave it, or why there is none',
  })

const labeledVerdict = z
  .object({ name: z.string(), title: z.string(), verdict, label: z.string() })
  .meta({ id: 'LabeledVerdict' })

const at = z.object({ definition: z.string(), clause: z.string() })

export const need = z
  .object({
    kind: z.enum(['fact', 'relation', 'field', 'parameter', 'table', 'gap', 'conflict']),
    name: z.string(),
    title: z.string(),
    reason: z.string(),
    neededBy: z.array(at),
  })
  .meta({ id: 'Need', description: 'Something that an open outcome still waits for' })

const warning = z
  .object({ code: z.string(), message: z.string(), clauses: z.array(z.string()) })
  .meta({ id: 'Warning' })

const readingOfClause = z
  .object({
    kind: z.enum(['fact', 'parameter', 'relation', 'definition']),
    name: z.string(),
    title: z.string(),
    value: plain.optional(),
    unit: z.string().optional(),
    fromTable: z.boolean().optional(),
    cite: z.array(citation).optional(),
  })
  .meta({ id: 'Reading', description: 'A value that a clause read; without value it is unknown' })

const clauseTrace = z
  .object({
    clause: z.string(),
    title: z.string(),
    part: z.enum(['decided', 'overridden', 'open']),
    cite: z.array(citation),
    status: z.string(),
    statusCite: z.string(),
    inForceFrom: z.string(),
    inForceTo: z.string().optional(),
    verifiedAt: z.string(),
    pack: z.string(),
    note: z.string().optional(),
    overriddenBy: z.array(z.string()),
    reads: z.array(readingOfClause),
  })
  .meta({ id: 'ClauseTrace' })

const definitionTrace = z
  .object({
    definition: z.string(),
    title: z.string(),
    verdict,
    clauses: z.array(clauseTrace),
  })
  .meta({ id: 'DefinitionTrace' })

/** The document of a determination, as the kernel makes it. */
export const determination = z
  .object({
    format: z.literal('proviso-determination/v1'),
    program: z.string(),
    rulesHash: z.string(),
    asOf: z.string(),
    mode: z.string(),
    assumedParameters: z.record(z.string(), plain),
    facts: z.record(z.string(), z.unknown()),
    outcome: labeledVerdict,
    outputs: z.array(labeledVerdict),
    statement: z.string(),
    needs: z.array(need),
    warnings: z.array(warning),
    trace: z.array(definitionTrace),
  })
  .meta({
    id: 'Determination',
    description: 'What was decided, on which facts, under which rules, as of which day, and why',
  })

/** The kernel's documents are read-only; what is sent out is the same value. */
type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

/** A kernel value as the shape that schemas describe; nothing changes but the type. */
export const sent = <T>(value: T): Mutable<T> => value as Mutable<T>

type Assert<T extends true> = T
/** Fails to compile when the schema and the kernel's document part ways. */
export type SchemaFollowsKernel = Assert<
  Mutable<DeterminationDocument> extends z.infer<typeof determination> ? true : false
>
