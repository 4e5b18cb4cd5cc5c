import { z } from 'zod'
import { readInput } from './input.ts'
import type { Outcome } from './outcome.ts'
import { done, refused } from './outcome.ts'
import { parseJson, parseYaml } from './document-text.ts'

/** A case as a file states it. */
export interface CaseFile {
  readonly facts: Readonly<Record<string, unknown>>
  readonly asOf?: string | undefined
  readonly mode?: string | undefined
  readonly parameters?: Readonly<Record<string, unknown>> | undefined
  readonly references?: Readonly<Record<string, string>> | undefined
}

const wrapped = z.strictObject({
  facts: z.record(z.string(), z.unknown()),
  asOf: z.string().optional(),
  mode: z.string().optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  references: z.record(z.string(), z.string()).optional(),
})
const example = {
  facts: { chip: 'H100 SXM', quantity: 1700, destination: 'MY' },
  asOf: '2026-11-23',
  mode: 'text',
}

/**
 * Reads a case from the text of a file: facts at the top level, or `facts` beside `asOf`, `mode`,
 * `parameters` and `references`. A name that ends in .json is read strictly as JSON, all others as
 * YAML. A broken text is refused with name:line:column.
 */
export function readCaseFile(name: string, text: string): Outcome<CaseFile> {
  const parsed = readDocument(name, text, example)
  if (!parsed.ok) return parsed
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const detail = `${name} must hold an object of facts by name, not ${kindOf(value)}`
    return refused('input.wrong-type', detail, { field: name, example })
  }
  const facts = value as Readonly<Record<string, unknown>>
  const inner = facts['facts']
  if (typeof inner !== 'object' || inner === null) return done({ facts })
  return readInput({ input: wrapped, example }, value)
}

/** The value of a JSON (by its name) or YAML file, or a refusal that names the place. */
export function readDocument(name: string, text: string, example: unknown): Outcome<unknown> {
  const isJson = name.toLowerCase().endsWith('.json')
  const parsed = isJson ? parseJson(text) : parseYaml(text)
  if (parsed.ok) return done(parsed.value)
  const { line, column, reason } = parsed.fault
  return refused('input.malformed', `${name}:${line}:${column}: ${reason}`, {
    field: name,
    example,
  })
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`
}
