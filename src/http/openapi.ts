import { z } from 'zod'
import type { Operation } from '../app/operation.ts'
import type { Bound } from './bound.ts'
import { sessionCookie } from './session.ts'
import type { Route } from './routes.ts'
import { pathMembers } from './routes.ts'

type Json = Readonly<Record<string, unknown>>

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    field: z.string().optional(),
    example: z.unknown().optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          field: z.string(),
          message: z.string(),
          example: z.unknown(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details: what was wrong, where, and why' })

/** The OpenAPI 3.1 document of the bound operations: made from the same table that serves them. */
export function openApi(bound: readonly Bound[], version: string, origin: string): Json {
  const schemas: Record<string, unknown> = {}
  const paths: Record<string, Record<string, Json>> = {}
  schemaOf(problem, 'output', schemas)
  for (const { operation, route } of bound) {
    const methods = (paths[route.path] ??= {})
    methods[route.method.toLowerCase()] = describe(operation, route, schemas)
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Proviso',
      version,
      description:
        'Decides cases by dated rules that cite the law, and keeps every determination on a record that anyone can verify. Answers hold on the stated facts, under the stated rules, as of the stated day.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'A case key or an API key' },
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie(origin) },
      },
    },
  }
}

function describe(operation: Operation, route: Route, schemas: Record<string, unknown>): Json {
  const input = schemaOf(operation.input, 'input', schemas)
  const inPath = pathMembers(route)
  const headers = Object.entries(route.headers ?? {})
  const elsewhere = new Set([...inPath, ...headers.map(([, name]) => name)])
  const rest = omit(input, elsewhere)
  const hasBody = route.method === 'POST' || route.method === 'PUT'
  const parameters = [
    ...inPath.map((name) => parameter(name, name, 'path', input, operation.example)),
    ...headers.map(([header, name]) => parameter(header, name, 'header', input, operation.example)),
    ...(hasBody
      ? []
      : Object.keys(rest.properties).map((name) =>
          parameter(name, name, 'query', input, operation.example),
        )),
  ]
  const body = hasBody && Object.keys(rest.properties).length > 0
  return {
    operationId: operation.name,
    summary: operation.title,
    description: operation.summary,
    tags: [tagOf(route)],
    security: securityOf(operation),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: requestBody(rest, operation.example, elsewhere) } : {}),
    responses: responses(operation, route, schemas),
  }
}

const tagOf = ({ path }: Route): string => path.split('/')[2] ?? 'other'

function securityOf({ access }: Operation): readonly Json[] {
  return access === 'public' ? [] : [{ key: [] }, { session: [] }]
}

function responses(operation: Operation, route: Route, schemas: Record<string, unknown>): Json {
  const refusal = {
    description: 'Refused: what was wrong, where, and what would be right',
    content: { 'application/problem+json': { schema: ref('Problem') } },
  }
  const content =
    route.text === undefined
      ? { 'application/json': { schema: schemaOf(operation.output, 'output', schemas) } }
      : { 'text/plain': { schema: { type: 'string' } } }
  return {
    [String(route.status ?? 200)]: { description: operation.title, content },
    '4XX': refusal,
    '5XX': refusal,
  }
}

interface ObjectSchema {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
}

function omit(schema: ObjectSchema, names: ReadonlySet<string>): ObjectSchema {
  const kept = Object.entries(schema.properties).filter(([name]) => !names.has(name))
  const required = (schema.required ?? []).filter((name) => !names.has(name))
  const properties = Object.fromEntries(kept)
  return { type: 'object', properties, required, additionalProperties: false }
}

function requestBody(schema: ObjectSchema, example: Json, elsewhere: ReadonlySet<string>): Json {
  const shown = Object.entries(example).filter(([name]) => !elsewhere.has(name))
  const content = { schema, example: Object.fromEntries(shown) }
  return { required: true, content: { 'application/json': content } }
}

function parameter(
  name: string,
  member: string,
  where: 'path' | 'query' | 'header',
  input: ObjectSchema,
  example: Json,
): Json {
  const { description, ...schema } = input.properties[member] ?? {}
  const required = where === 'path' || (input.required ?? []).includes(member)
  return {
    name,
    in: where,
    required,
    ...(description === undefined ? {} : { description }),
    schema,
    ...(example[member] === undefined ? {} : { example: example[member] }),
  }
}

const ref = (id: string): Json => ({ $ref: `#/components/schemas/${id}` })

/** The JSON Schema of a type; shared parts move into `schemas`. */
function schemaOf(
  type: z.ZodType,
  io: 'input' | 'output',
  schemas: Record<string, unknown>,
): ObjectSchema {
  const { $defs = {}, ...dialected } = z.toJSONSchema(type, { io })
  const schema: Record<string, unknown> = { ...dialected }
  delete schema['$schema']
  for (const [id, shared] of Object.entries($defs)) schemas[id] = relinked(shared)
  const id = type.meta()?.id
  if (id !== undefined && !('$ref' in schema)) {
    schemas[id] = relinked(schema)
    return ref(id) as unknown as ObjectSchema
  }
  return relinked(schema) as ObjectSchema
}

/** References within one schema become references into the document. */
function relinked(value: unknown): unknown {
  const text = JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')
  return JSON.parse(text) as unknown
}
