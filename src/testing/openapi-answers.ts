import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv'
import type { OpenApiDocument } from './openapi-structure.ts'

type Schema = Parameters<AjvJsonSchemaValidator['getValidator']>[0]
type Validate = (value: unknown) => { readonly errorMessage?: string | undefined }

/** What a value breaks of a schema of the document (JSON Schema 2020-12); empty when nothing. */
export function schemaErrors(document: OpenApiDocument, schema: object, value: unknown): string {
  return validatorOf(document, schema)(value).errorMessage ?? ''
}

const validators = new WeakMap<object, Validate>()

function validatorOf(document: OpenApiDocument, schema: object): Validate {
  const known = validators.get(schema)
  if (known) return known
  const $defs = document.components.schemas
  const text = JSON.stringify({ ...schema, $defs }).replaceAll('#/components/schemas/', '#/$defs/')
  const made = new AjvJsonSchemaValidator().getValidator(JSON.parse(text) as Schema)
  validators.set(schema, made)
  return made
}

interface Answer {
  readonly method: string
  /** As asked, without a query. */
  readonly path: string
  readonly status: number
  readonly type: string
  readonly body: unknown
}

/** What an answer breaks of its description; a described address must answer as described. */
export function answerErrors(document: OpenApiDocument, answer: Answer): string {
  const { method, path, status, type, body } = answer
  const found = Object.entries(document.paths).find(([template]) => matches(template, path))
  const operation = found?.[1][method.toLowerCase() as 'get']
  if (!operation) return ''
  const { responses } = operation
  const described = responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`]
  if (!described) return `${method} ${path} answered ${status}, which is not described`
  const media = described.content?.[type]
  if (!media) return `${method} ${path} answered ${type}, which is not described for ${status}`
  if (!type.endsWith('json')) return ''
  const errors = schemaErrors(document, media.schema as object, body)
  return errors === '' ? '' : `${method} ${path} ${status}: ${errors}`
}

const matches = (template: string, path: string): boolean =>
  new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
