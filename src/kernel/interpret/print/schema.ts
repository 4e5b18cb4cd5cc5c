import type {
  Bounds,
  FactDeclaration,
  FieldDeclaration,
  RelationDeclaration,
  ValueType,
} from '../../rules/ast.ts'
import { decimalText } from '../../rules/decimal.ts'
import type { RuleSet } from '../../rules/load.ts'

/** A part of a JSON Schema; its keywords are those of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema (2020-12) of a program's facts: what a case file may say. Every fact may be left
 * out, or stated to be unknown with its reason. Values that the schema accepts are accepted by the
 * rules too, but for bounds of numbers written as text and for agreement with tables, which a
 * schema cannot say; of the spellings of a member it takes its value, label and synonyms as declared.
 */
export function factsSchemaOf(rules: RuleSet, title: string = rules.text.program): JsonSchema {
  const { facts, relations, enums } = rules.text
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:proviso:${rules.text.program}:facts:${rules.hash}`,
    title: `Facts of ${title}`,
    description:
      'Facts by name. A fact that is left out has not been asked; it is never taken as zero or no.',
    type: 'object',
    properties: Object.fromEntries([
      ...facts.map((fact) => [fact.name, factSchema(rules, fact)] as const),
      ...relations.map((relation) => [relation.name, relationSchema(rules, relation)] as const),
    ]),
    additionalProperties: false,
    $defs: {
      unknown: unknownSchema,
      ...Object.fromEntries(enums.map(({ name }) => [listKey(name), listSchema(rules, name)])),
    },
  }
}

const unknownSchema: JsonSchema = {
  title: 'Not known',
  type: 'object',
  properties: { unknown: { enum: ['notAsked', 'declined', 'unverified', 'unavailable'] } },
  required: ['unknown'],
}

const listKey = (name: string): string => `list-${name}`

/** One list of values: each with its label; labels and synonyms are other spellings. */
function listSchema({ scope }: RuleSet, name: string): JsonSchema {
  const list = scope.enums.get(name)?.declaration
  const members = list?.members ?? []
  const taken = new Set(members.map(({ value }) => value))
  const spellings: { readonly const: string; readonly title: string }[] = []
  const add = (spelling: string, title: string): void => {
    if (taken.has(spelling)) return
    taken.add(spelling)
    spellings.push({ const: spelling, title })
  }
  for (const { value, label } of members) add(label, `Another spelling of ${value}`)
  for (const [synonym, value] of Object.entries(list?.synonyms ?? {})) {
    add(synonym, `Another spelling of ${value}`)
  }
  return {
    title: list?.title ?? name,
    oneOf: [...members.map(({ value, label }) => ({ const: value, title: label })), ...spellings],
  }
}

function factSchema(rules: RuleSet, fact: FactDeclaration): JsonSchema {
  const { title, question, why, hint, type, bounds, example, cite, prefill } = fact
  const source = cite.map(({ provision }) => provision).join('; ')
  const filled =
    prefill === undefined
      ? ''
      : ` Filled in from the table ${prefill.table} (column ${prefill.column}) when ${prefill.key} is stated; a value that differs from the table is refused.`
  const asked = hint === undefined ? question : `${question} ${hint}`
  return {
    title,
    description: `${asked} ${why}${unitWords(rules, type)}${filled} (${source})`,
    anyOf: [valueSchema(rules, type, bounds), { $ref: '#/$defs/unknown' }],
    examples: [example],
  }
}

function unitWords({ scope }: RuleSet, type: ValueType): string {
  if (type.kind !== 'number') return ''
  const scale = scope.units.get(type.unit)?.declaration.scale ?? 0
  const places = scale === 0 ? 'whole numbers' : `at most ${scale} decimal places`
  return ` Unit: ${type.unit}, ${places}.`
}

function valueSchema(rules: RuleSet, type: ValueType, bounds: Bounds | undefined): JsonSchema {
  switch (type.kind) {
    case 'bool':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: 'date', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }
    case 'number':
      return numberSchema(rules, type.unit, bounds)
    case 'enum':
      return { $ref: `#/$defs/${listKey(type.enum)}` }
    case 'set':
      return { type: 'array', items: { $ref: `#/$defs/${listKey(type.enum)}` } }
  }
}

/** A number as JSON, or as exact decimal text, whose thousands may be set off. */
function numberSchema({ scope }: RuleSet, unit: string, bounds: Bounds | undefined): JsonSchema {
  const scale = scope.units.get(unit)?.declaration.scale ?? 0
  const plain = (value: number): number => Number(decimalText(value, scale))
  const limits = bounds ? { minimum: plain(bounds.min), maximum: plain(bounds.max) } : {}
  const fraction = scale === 0 ? String.raw`(\.0+)?` : String.raw`(\.\d{1,${scale}}0*)?`
  const whole = String.raw`(\d+|\d{1,3}(,\d{3})+|\d+(_\d+)+)`
  return {
    anyOf: [
      { type: scale === 0 ? 'integer' : 'number', ...limits },
      { type: 'string', pattern: String.raw`^\s*-?${whole}${fraction}\s*$` },
    ],
  }
}

function relationSchema(rules: RuleSet, relation: RelationDeclaration): JsonSchema {
  const { title, question, why, maxRows, fields, cite } = relation
  const source = cite.map(({ provision }) => provision).join('; ')
  const rows = {
    type: 'array',
    maxItems: maxRows,
    items: {
      type: 'object',
      properties: Object.fromEntries(
        fields.map((field) => [field.name, fieldSchema(rules, field)]),
      ),
      additionalProperties: false,
    },
  }
  return {
    title,
    description: `${question} ${why} An empty list says that there are none. (${source})`,
    anyOf: [rows, { $ref: '#/$defs/unknown' }],
    examples: [[Object.fromEntries(fields.map(({ name, example }) => [name, example]))]],
  }
}

function fieldSchema(
  rules: RuleSet,
  { title, type, bounds, example }: FieldDeclaration,
): JsonSchema {
  return {
    title,
    ...(type.kind === 'number' ? { description: unitWords(rules, type).trim() } : {}),
    anyOf: [valueSchema(rules, type, bounds), { $ref: '#/$defs/unknown' }],
    examples: [example],
  }
}
