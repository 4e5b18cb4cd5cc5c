import type {
  Bounds,
  Citation,
  EnumDeclaration,
  FactDeclaration,
  FieldDeclaration,
  RelationDeclaration,
  ValueType,
} from './ast.ts'
import type { Bool, EnumOf, Num, Typed, Unit } from './build.ts'

/** A unit: decimal places kept and the exponents of its base dimensions. */
export function unit<const Name extends string>(
  name: Name,
  scale: number,
  dimensions: Readonly<Record<string, number>> = {},
): Unit<Name> {
  return { name, scale, dimensions }
}

/** A closed list of values with the words people see; `synonyms` are other accepted spellings. */
export function enumeration<const Name extends string, const Member extends string>(
  name: Name,
  title: string,
  members: Readonly<Record<Member, string>>,
  synonyms: Readonly<Record<string, NoInfer<Member>>> = {},
): EnumOf<Name, Member> {
  const list = (Object.keys(members) as Member[]).map((value) => ({ value, label: members[value] }))
  return { name, title, members: list, synonyms }
}

/** What every fact says of itself: how it is asked, why, by whom it may be said, and the law. */
export interface FactText {
  readonly title: string
  readonly question: string
  readonly why: string
  readonly hint?: string
  readonly group: string
  readonly assertedBy?: readonly string[]
  readonly evidence?: readonly string[]
  readonly cite: readonly Citation[]
  readonly prefill?: { readonly table: string; readonly key: string; readonly column: string }
}

/** A fact before it has a name: its type, bounds and text. The phantom carries its kind. */
export interface FactShape<Kind extends string> {
  readonly shape: Omit<FactDeclaration, 'name'>
  readonly kind?: (kind: Kind) => Kind
}

function shape<Kind extends string>(
  type: ValueType,
  text: FactText,
  example: FactDeclaration['example'],
  bounds?: Bounds,
): FactShape<Kind> {
  const { assertedBy = ['applicant'], evidence = [], ...rest } = text
  const base = { type, ...rest, assertedBy, evidence, example }
  return { shape: bounds === undefined ? base : { ...base, bounds } }
}

/** A yes-or-no fact. */
export const boolFact = (text: FactText & { readonly example: boolean }): FactShape<'bool'> => {
  const { example, ...rest } = text
  return shape({ kind: 'bool' }, rest, example)
}

/** A calendar day. */
export const dateFact = (text: FactText & { readonly example: string }): FactShape<'date'> => {
  const { example, ...rest } = text
  return shape({ kind: 'date' }, rest, example)
}

/** Fractions are kept as decimal text, so that a rule text has one canonical form. */
const written = (example: number): number | string =>
  Number.isInteger(example) ? example : String(example)

/** A quantity with a unit; `min` and `max` are stated in the unit's own decimals. */
export function numberFact<U extends string>(
  of: Unit<U>,
  text: FactText & { readonly min: number; readonly max: number; readonly example: number },
): FactShape<`number:${U}`> {
  const { example, min, max, ...rest } = text
  const power = 10 ** of.scale
  const bounds = { min: Math.round(min * power), max: Math.round(max * power) }
  return shape({ kind: 'number', unit: of.name }, rest, written(example), bounds)
}

/** One member of a closed list. */
export function enumFact<N extends string, M extends string>(
  of: EnumOf<N, M>,
  text: FactText & { readonly example: NoInfer<M> },
): FactShape<`enum:${N}`> {
  const { example, ...rest } = text
  return shape({ kind: 'enum', enum: of.name }, rest, example)
}

/** Any number of members of a closed list (at most 30): "tick all that apply". */
export function setFact<N extends string, M extends string>(
  of: EnumOf<N, M>,
  text: FactText & { readonly example: readonly NoInfer<M>[] },
): FactShape<`set:${N}`> {
  const { example, ...rest } = text
  return shape({ kind: 'set', enum: of.name }, rest, example)
}

/** The typed handle of a shape: what rules mention. */
export type Handle<S> = S extends FactShape<infer Kind> ? Typed<Kind> : never

/** Named facts: `use` has a typed handle for each, `declarations` the data that is loaded. */
export function declareFacts<
  S extends Readonly<Record<string, { readonly shape: Omit<FactDeclaration, 'name'> }>>,
>(
  shapes: S,
): {
  readonly use: { readonly [K in keyof S]: Handle<S[K]> }
  readonly declarations: readonly FactDeclaration[]
} {
  const names = Object.keys(shapes)
  const use = Object.fromEntries(names.map((name) => [name, { op: 'fact', name }]))
  const declarations = names.map((name) => ({
    name,
    ...(shapes[name]?.shape as Omit<FactDeclaration, 'name'>),
  }))
  return { use: use as { [K in keyof S]: Handle<S[K]> }, declarations }
}

/** The plain declaration of an enumeration, for the rule text. */
export const enumDeclaration = (of: EnumOf<string, string>): EnumDeclaration => ({
  name: of.name,
  title: of.title,
  members: of.members,
  ...(of.synonyms === undefined ? {} : { synonyms: of.synonyms }),
})

/** A list of related things (owners, affiliates, users): rows with typed fields. */
export type FieldShape<Kind extends string> = Omit<FieldDeclaration, 'name'> & {
  readonly kind?: (kind: Kind) => Kind
}
export const boolField = (title: string, example: boolean): FieldShape<'bool'> => ({
  type: { kind: 'bool' },
  title,
  example,
})
export const enumField = <N extends string, M extends string>(
  of: EnumOf<N, M>,
  title: string,
  example: NoInfer<M>,
): FieldShape<`enum:${N}`> => ({ type: { kind: 'enum', enum: of.name }, title, example })
export function numberField<U extends string>(
  of: Unit<U>,
  text: {
    readonly title: string
    readonly min: number
    readonly max: number
    readonly example: number
  },
): FieldShape<`number:${U}`> {
  const power = 10 ** of.scale
  return {
    type: { kind: 'number', unit: of.name },
    title: text.title,
    example: written(text.example),
    bounds: { min: Math.round(text.min * power), max: Math.round(text.max * power) },
  }
}

type FieldHandle<F> = F extends FieldShape<infer Kind> ? Typed<Kind> : never
type RelationText = Omit<RelationDeclaration, 'name' | 'fields'>

/** A relation with its row fields as typed handles and the aggregates that may read them. */
export function declareRelation<
  const Name extends string,
  F extends Readonly<Record<string, Omit<FieldDeclaration, 'name'>>>,
>(name: Name, text: RelationText, fields: F) {
  const names = Object.keys(fields)
  const row = Object.fromEntries(
    names.map((field) => [field, { op: 'field', relation: name, name: field }]),
  ) as unknown as { readonly [K in keyof F]: FieldHandle<F[K]> }
  const declaration: RelationDeclaration = {
    name,
    ...text,
    fields: names.map((field) => ({
      name: field,
      ...(fields[field] as Omit<FieldDeclaration, 'name'>),
    })),
  }
  return {
    row,
    declaration,
    /** At least one row meets the condition. */
    anyRow: (where: Bool): Bool => ({ op: 'anyOver', relation: name, where }),
    /** Every row meets the condition (true of an empty list). */
    everyRow: (where: Bool): Bool => ({ op: 'allOver', relation: name, where }),
    /** How many rows meet the condition. */
    count: (where: Bool): Num<'count'> => ({ op: 'countOver', relation: name, where }),
    /** The sum of a quantity over the rows that meet the condition. */
    sum: <U extends string>(where: Bool, value: Num<U>): Num<U> => ({
      op: 'sumOver',
      relation: name,
      where,
      value,
    }),
    /** Whether that sum reaches a threshold, decided as soon as the known rows decide it. */
    totalAtLeast: <U extends string>(
      where: Bool,
      value: Num<U>,
      threshold: Num<NoInfer<U>>,
    ): Bool => ({ op: 'totalAtLeast', relation: name, where, value, threshold }),
  }
}
