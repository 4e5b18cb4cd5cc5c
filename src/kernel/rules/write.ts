import type {
  Bounds,
  Citation,
  Clause,
  DefinitionDeclaration,
  Expr,
  PackDeclaration,
  ParameterDeclaration,
  ParameterVersion,
  Proposal,
  StatusChange,
  TableDeclaration,
  ValueType,
} from './ast.ts'
import type { Bool, Choice, EnumOf, Typed, Unit } from './build.ts'

/** A definition or parameter before it has a name. */
export interface Shape<Kind extends string, Rest> {
  readonly type: ValueType
  readonly rest: Rest
  readonly kind?: (kind: Kind) => Kind
}
interface DefinitionText {
  readonly title: string
  readonly text: string
}

/** A yes-or-no legal conclusion. */
export const boolDefinition = (title: string, text: string): Shape<'bool', DefinitionText> => ({
  type: { kind: 'bool' },
  rest: { title, text },
})
/** A derived quantity. */
export const numberDefinition = <U extends string>(
  of: Unit<U>,
  title: string,
  text: string,
): Shape<`number:${U}`, DefinitionText> => ({
  type: { kind: 'number', unit: of.name },
  rest: { title, text },
})
/** A conclusion out of a closed list. */
export const enumDefinition = <N extends string, M extends string>(
  of: EnumOf<N, M>,
  title: string,
  text: string,
): Shape<`enum:${N}`, DefinitionText> => ({
  type: { kind: 'enum', enum: of.name },
  rest: { title, text },
})

type Handles<S> = {
  readonly [K in keyof S]: S[K] extends Shape<infer Kind, unknown> ? Typed<Kind> : never
}

/** Named definitions: `use` has typed handles, `declarations` the data that is loaded. */
export function declareDefinitions<
  S extends Readonly<Record<string, { readonly type: ValueType; readonly rest: DefinitionText }>>,
>(
  shapes: S,
): { readonly use: Handles<S>; readonly declarations: readonly DefinitionDeclaration[] } {
  const entries = Object.entries(shapes)
  const use = Object.fromEntries(entries.map(([name]) => [name, { op: 'definition', name }]))
  const declarations = entries.map(([name, { type, rest }]) => ({ name, type, ...rest }))
  return { use: use as Handles<S>, declarations }
}

interface ParameterText {
  readonly title: string
  readonly why: string
  readonly bounds: Bounds
}

/** A dated number of the law. Its versions come from packs (`setParameter`). Bounds are in unit decimals. */
export function numberParameter<U extends string>(
  of: Unit<U>,
  text: {
    readonly title: string
    readonly why: string
    readonly min: number
    readonly max: number
  },
): Shape<`number:${U}`, ParameterText> {
  const power = 10 ** of.scale
  const bounds = { min: Math.round(text.min * power), max: Math.round(text.max * power) }
  return {
    type: { kind: 'number', unit: of.name },
    rest: { title: text.title, why: text.why, bounds },
  }
}

type ParameterStub = Omit<ParameterDeclaration, 'versions'>

/** Named parameters, without values yet: packs give them, each from a date and with a citation. */
export function declareParameters<
  S extends Readonly<Record<string, { readonly type: ValueType; readonly rest: ParameterText }>>,
>(shapes: S): { readonly use: Handles<S>; readonly declarations: readonly ParameterStub[] } {
  const entries = Object.entries(shapes)
  const use = Object.fromEntries(entries.map(([name]) => [name, { op: 'parameter', name }]))
  const declarations = entries.map(([name, { type, rest }]) => ({ name, type, ...rest }))
  return { use: use as Handles<S>, declarations }
}

/** A column of a table at the row named by an enumerated value; a private cell is unknown. */
export function lookup<Kind extends string, N extends string>(
  table: TableDeclaration,
  key: Choice<N>,
  column: string,
): Typed<Kind> {
  return { op: 'lookup', table: table.name, key, column }
}

/** What a pack says once for all its clauses. */
export interface PackText extends Omit<PackDeclaration, 'proposal'> {
  readonly proposal?: Proposal
  readonly status?: readonly StatusChange[]
}

export interface ClauseText<Kind extends string> {
  readonly title: string
  readonly when: Bool
  readonly then: Typed<Kind>
  readonly cite: readonly Citation[] | string
  readonly exceptTo?: string
  readonly drafting?: string
  readonly from?: string
  readonly to?: string
  readonly status?: readonly StatusChange[]
  readonly verifiedAt?: string
  readonly recheckBy?: string
  readonly note?: string
}

export interface Pack {
  readonly declaration: PackDeclaration
  readonly clauses: readonly Clause[]
  readonly parameters: readonly { readonly name: string; readonly version: ParameterVersion }[]
}

const citations = (cite: readonly Citation[] | string): readonly Citation[] =>
  typeof cite === 'string' ? [{ provision: cite }] : cite

function nameOf(handle: Expr, op: 'definition' | 'parameter'): string {
  if (handle.op !== op) throw new TypeError(`expected a ${op} handle, found ${handle.op}`)
  return (handle as { name: string }).name
}

/**
 * One instrument of law (or one proposal) as a pack. `build` receives `clause` and `set`, which
 * fill in what the pack states once: its dates, legal status and verification.
 */
export function pack(text: PackText, build: (write: PackWriter) => void): Pack {
  const { status, ...declaration } = text
  const clauses: Clause[] = []
  const parameters: { name: string; version: ParameterVersion }[] = []
  const initial: StatusChange = {
    from: text.from,
    status: text.proposal ? 'proposed' : 'inForce',
    cite: text.instrument,
  }
  build({
    clause: (definition, id, body) => {
      const { cite, ...rest } = body
      clauses.push({
        from: text.from,
        status: status ?? [initial],
        verifiedAt: text.verifiedAt,
        ...(text.recheckBy === undefined ? {} : { recheckBy: text.recheckBy }),
        ...rest,
        id,
        definition: nameOf(definition, 'definition'),
        cite: citations(cite),
        pack: text.id,
      })
    },
    set: (parameter, version) => {
      parameters.push({
        name: nameOf(parameter, 'parameter'),
        version: {
          from: version.from ?? text.from,
          ...(version.to === undefined ? {} : { to: version.to }),
          value: version.value,
          cite: citations(version.cite),
          pack: text.id,
        },
      })
    },
  })
  return { declaration, clauses, parameters }
}

export interface PackWriter {
  /** Adds a clause to a definition. `exceptTo` names the clause it takes precedence over. */
  readonly clause: <Kind extends string>(
    definition: Typed<Kind>,
    id: string,
    body: ClauseText<NoInfer<Kind>>,
  ) => void
  /** Gives a parameter a value from a date on; `value: null` says that nobody has set it. */
  readonly set: <Kind extends string>(
    parameter: Typed<Kind>,
    version: {
      readonly value: string | number | null
      readonly cite: readonly Citation[] | string
      readonly from?: string
      readonly to?: string
    },
  ) => void
}
