import type { Possibilities } from '#kernel'
import { questionTexts } from '#rules'
import { z } from 'zod'
import type { LoopholeDocument } from '../prove/loophole.ts'
import type { ProofDocument } from '../prove/prove.ts'
import type { sent } from './determination.ts'
import { verdict } from './determination.ts'

const facts = z.record(z.string(), z.unknown())

const questionName = z.enum(questionTexts.map(({ name }) => name))

const foundCase = z
  .object({
    label: z.string(),
    facts,
    parameters: facts,
    asOf: z.string(),
    mode: z.string(),
    results: z.array(
      z.object({ definition: z.string(), title: z.string(), verdict, label: z.string() }),
    ),
  })
  .meta({ id: 'FoundCase', description: 'A case that a solver found, decided anew' })

const reason = z.enum(['timeLimit', 'memoryLimit', 'incomplete', 'canceled', 'fault'])

const answer = z
  .object({
    question: questionName,
    subject: z.object({
      definition: z.string().optional(),
      clause: z.string().optional(),
      value: z.string().optional(),
      facts: z.array(z.string()).optional(),
      declared: z.string().optional(),
    }),
    statement: z.string(),
    verdict: z.enum(['holds', 'fails', 'unproved']),
    finding: z.string(),
    reason: reason.optional(),
    witnesses: z.array(z.object({ cases: z.array(foundCase), differs: z.array(z.string()) })),
    isComplete: z.boolean().optional(),
    solver: z.string(),
    recheck: z.discriminatedUnion('kind', [
      z.object({ kind: z.enum(['agrees', 'differs', 'noAnswer']), solver: z.string() }),
      z.object({ kind: z.enum(['notInstalled', 'notAsked']) }),
    ]),
    seconds: z.number(),
  })
  .meta({
    id: 'ProofAnswer',
    description: 'Whether a statement about every case holds, with the cases found',
  })

const loopholeAnswer = z
  .object({
    name: z.string(),
    statement: z.string(),
    asOf: z.string(),
    mode: z.string(),
    parameters: facts,
    goal: z.object({ title: z.string(), total: z.string(), unit: z.string() }),
    entity: z.object({ one: z.string(), many: z.string() }),
    source: z.string(),
    verdict: z.enum(['holds', 'fails', 'unproved']),
    reason: reason.optional(),
    finding: z.string(),
    classes: z.array(
      z.object({ name: z.string(), title: z.string(), most: z.string(), proof: answer }),
    ),
    fewest: z
      .object({
        entities: z.number(),
        cost: z.number(),
        bound: z.number(),
        isOneLessImpossible: z.boolean(),
      })
      .optional(),
    orders: z.array(
      z.object({
        class: z.string(),
        title: z.string(),
        quantity: z.string(),
        times: z.number(),
        facts,
        outcome: z.string(),
      }),
    ),
    solvers: z.array(z.string()),
    seconds: z.number(),
  })
  .meta({
    id: 'LoopholeAnswer',
    description: 'How few parties reach a goal that a limit is to prevent, with proof and orders',
  })

/** The answers to the questions of a program. */
export const proof = z
  .object({
    format: z.literal('proviso-proof/v1'),
    program: z.string(),
    rulesHash: z.string(),
    asOf: z.string(),
    mode: z.string(),
    answers: z.array(answer),
    loopholes: z.array(loopholeAnswer),
    limits: z.array(z.string()),
    solvers: z.array(z.string()),
    seconds: z.number(),
    isFinished: z.boolean(),
  })
  .meta({
    id: 'Proof',
    description: 'What was proved of every case, under which rules, as of which day',
  })

/** A loophole's answer, and how it varies with the number that nobody has set. */
export const loophole = z
  .object({
    answer: loopholeAnswer,
    series: z
      .object({
        parameter: z.string(),
        axis: z.string(),
        points: z.array(
          z.object({
            at: z.number(),
            parameter: z.string().optional(),
            class: z.string(),
            title: z.string(),
            most: z.string(),
            entities: z.number().optional(),
          }),
        ),
        proofs: z.array(answer),
      })
      .optional(),
  })
  .meta({ id: 'Loophole' })

/** What can still come out of a case. */
export const possibilities = z
  .object({
    status: z.enum(['settled', 'open', 'unproved']),
    results: z.array(z.object({ verdict, label: z.string(), facts, parameters: facts })),
    isComplete: z.boolean(),
    by: z.enum(['logic', 'solver']),
    reason: reason.optional(),
  })
  .meta({
    id: 'Possibilities',
    description: 'The results that open answers can still lead to, each with answers that do',
  })

type Assert<T extends true> = T
type Sent<T> = ReturnType<typeof sent<T>>
/** Fails to compile when the schemas and what they describe part ways. */
export type SchemasFollow = Assert<
  [Sent<ProofDocument>, Sent<LoopholeDocument>, Sent<Possibilities>] extends [
    z.infer<typeof proof>,
    z.infer<typeof loophole>,
    z.infer<typeof possibilities>,
  ]
    ? true
    : false
>
