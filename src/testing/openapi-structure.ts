import { z } from 'zod'

/**
 * The structure of an OpenAPI 3.1 document, after the specification's own schema, for the parts
 * that Proviso writes. Strict: a member that the specification does not know is refused.
 */
const schemaObject = z.union([z.boolean(), z.record(z.string(), z.unknown())])
const mediaTypes = z.record(
  z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  z.strictObject({ schema: schemaObject, example: z.unknown().optional() }),
)
const parameter = z
  .strictObject({
    name: z.string().min(1),
    in: z.enum(['path', 'query', 'header', 'cookie']),
    description: z.string().optional(),
    required: z.boolean(),
    schema: schemaObject,
    example: z.unknown().optional(),
  })
  .refine((it) => it.in !== 'path' || it.required, 'a path parameter is always required')
const response = z.strictObject({ description: z.string(), content: mediaTypes.optional() })
const requirement = z.record(z.string(), z.array(z.string()))
const operation = z.strictObject({
  operationId: z.string().regex(/^[\w-]+$/),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  security: z.array(requirement),
  parameters: z.array(parameter).optional(),
  requestBody: z.strictObject({ required: z.boolean(), content: mediaTypes }).optional(),
  responses: z
    .record(z.string().regex(/^([1-5](\d\d|XX)|default)$/), response)
    .refine((it) => Object.keys(it).some((status) => status.startsWith('2')), 'no success'),
})
const methods = ['get', 'put', 'post', 'delete'] as const
const pathItem = z.partialRecord(z.enum(methods), operation)
const securityScheme = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('http'), scheme: z.string(), description: z.string() }),
  z.strictObject({
    type: z.literal('apiKey'),
    in: z.enum(['query', 'header', 'cookie']),
    name: z.string(),
    description: z.string().optional(),
  }),
])

export const openApiStructure = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d+(-.+)?$/),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string() })),
  paths: z.record(z.string().startsWith('/'), pathItem),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[a-zA-Z0-9._-]+$/), schemaObject),
    securitySchemes: z.record(z.string(), securityScheme),
  }),
})
export type OpenApiDocument = z.infer<typeof openApiStructure>

/** Everything wrong with a document as lines: structure, and what only the whole can show. */
export function openApiDefects(given: unknown): readonly string[] {
  const result = openApiStructure.safeParse(given)
  if (!result.success) {
    return result.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`)
  }
  const document = result.data
  return [...referenceDefects(document), ...operationDefects(document)]
}

function referenceDefects(document: OpenApiDocument): string[] {
  const text = JSON.stringify(document)
  const targets = [...text.matchAll(/"\$ref":"([^"]*)"/g)].flatMap(([, target]) => target ?? [])
  const known = new Set(
    Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
  )
  return [...new Set(targets)].flatMap((target) =>
    known.has(target) ? [] : [`${target}: the reference leads nowhere`],
  )
}

function operationDefects(document: OpenApiDocument): string[] {
  const schemes = Object.keys(document.components.securitySchemes)
  const ids = new Set<string>()
  const defects: string[] = []
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, { operationId, parameters = [], security }] of Object.entries(item)) {
      const at = `${method} ${path}`
      if (ids.has(operationId)) defects.push(`${at}: operationId ${operationId} is used twice`)
      ids.add(operationId)
      const stated = parameters.filter((it) => it.in === 'path').map(({ name }) => name)
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
      if (stated.sort().join() !== inPath.sort().join())
        defects.push(`${at}: path has {${inPath.join()}}, parameters state {${stated.join()}}`)
      const keys = parameters.map((it) => `${it.in} ${it.name}`)
      if (new Set(keys).size !== keys.length) defects.push(`${at}: a parameter is stated twice`)
      for (const scheme of security.flatMap((one) => Object.keys(one)))
        if (!schemes.includes(scheme)) defects.push(`${at}: there is no security scheme ${scheme}`)
    }
  }
  return defects
}
