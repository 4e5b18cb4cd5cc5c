import type { Graph, Mode, Program } from '#rules'
import {
  coneOf,
  dotOf,
  factsSchemaOf,
  graphOf,
  htmlOf,
  lawBlocks,
  lawOf,
  lawPart,
  markdownOf,
  viewOf,
} from '#rules'
import { z } from 'zod'
import { nearest } from '../../kernel/rules/scope.ts'
import type { Context } from '../context.ts'
import { today } from '../context.ts'
import { findProgram } from '../find-program.ts'
import { operation } from '../operation.ts'
import type { Outcome } from '../outcome.ts'
import { done, refused, refusedInput } from '../outcome.ts'
import { programId, reading } from '../schemas/inputs.ts'

const formats = ['markdown', 'html', 'graph', 'json-schema'] as const
type Format = (typeof formats)[number]

const mediaTypes: Readonly<Record<Format, string>> = {
  markdown: 'text/markdown',
  html: 'text/html',
  graph: 'text/vnd.graphviz',
  'json-schema': 'application/schema+json',
}

interface Wanted {
  readonly program: string
  readonly asOf?: string | undefined
  readonly mode: string
  readonly format: Format
  readonly definition?: string | undefined
}

const printed = z
  .object({
    program: z.string(),
    rulesHash: z.string(),
    asOf: z.string(),
    mode: z.string(),
    format: z.enum(formats),
    mediaType: z.string(),
    content: z.string(),
  })
  .meta({
    id: 'PrintedRules',
    description: 'The rules of a program as text, or a schema or graph of them',
  })

export const printOperation = operation({
  name: 'print',
  title: 'Print the rules of a program',
  summary:
    'Prints the rules as they are read on a day: sentences with citations, dates and exceptions (markdown, html), the dependency graph (graph, in the DOT language), or the JSON Schema of the facts (json-schema). With a definition, only that one and what it speaks of.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({
    program: programId,
    asOf: reading.asOf,
    mode: reading.mode,
    format: z.enum(formats).default('markdown').meta({ description: 'How it is written' }),
    definition: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Name of one definition; all when left out', examples: ['lpp'] }),
  }),
  output: printed,
  example: { program: 'chip-exports', asOf: '2026-11-23', definition: 'lpp' },
  run: async (context, wanted) => {
    const program = findProgram(context.programs, wanted.program)
    return program.ok ? print(context, program.value, wanted) : program
  },
})

export const factsSchemaOperation = operation({
  name: 'facts-schema',
  title: 'Get the JSON Schema of the facts',
  summary:
    'Gives the JSON Schema (draft 2020-12) of what a case of the program may state: types, bounds, units, lists of values, and how to say that a fact is unknown.',
  access: 'public',
  effect: 'none',
  input: z.strictObject({ program: programId }),
  output: z
    .record(z.string(), z.unknown())
    .meta({ id: 'FactsSchema', description: 'A JSON Schema, draft 2020-12' }),
  example: { program: 'chip-exports' },
  run: async ({ programs }, { program: id }) => {
    const program = findProgram(programs, id)
    return program.ok ? done(factsSchemaOf(program.value.rules, program.value.title)) : program
  },
})

function print(
  context: Context,
  program: Program,
  wanted: Wanted,
): Outcome<z.input<typeof printed>> {
  const { rules, title } = program
  const { mode, format } = wanted
  const asOf = wanted.asOf ?? today(context)
  // The kernel refuses a mode that the rules do not know, and lists those they do.
  const found = viewOf(rules, asOf, mode as Mode)
  if (!found.ok) return refusedInput([found.problem])
  const { definition } = wanted
  if (definition !== undefined && !rules.scope.definitions.has(definition)) {
    return unknownDefinition(program, definition)
  }
  const law = lawOf(found.view, program)
  const part = definition === undefined ? law : (lawPart(law, definition) ?? law)
  const graph = (): Graph =>
    (definition === undefined ? undefined : coneOf(found.view, definition)) ?? graphOf(found.view)
  const content: Readonly<Record<Format, () => string>> = {
    markdown: () => markdownOf(lawBlocks(part)),
    html: () => htmlOf(`${title}: rules`, lawBlocks(part)),
    graph: () => dotOf(graph()),
    'json-schema': () => `${JSON.stringify(factsSchemaOf(rules, title), null, 2)}\n`,
  }
  const about = { program: program.id, rulesHash: rules.hash, asOf, mode, format }
  return done({ ...about, mediaType: mediaTypes[format], content: content[format]() })
}

function unknownDefinition({ rules }: Program, name: string): Outcome<never> {
  const names = [...rules.scope.definitions.keys()]
  const close = nearest(name, names)
  const hint = close.length > 0 ? `did you mean ${close.join(', ')}` : `there is ${names[0]}`
  return refused('input.unknown-definition', `there is no definition "${name}"; ${hint}`, {
    field: 'definition',
    example: close[0] ?? names[0],
  })
}
