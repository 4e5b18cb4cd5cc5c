/**
 * The rule language as data. A rule text is a tree of these plain, JSON-safe, frozen objects and
 * nothing else: it is what is hashed, recorded, compared and read by every interpretation.
 */

/** What a value can be. Numbers are exact integers scaled by their unit; dates are calendar days. */
export type ValueType =
  | { readonly kind: 'bool' }
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'date' }
  | { readonly kind: 'enum'; readonly enum: string }
  | { readonly kind: 'set'; readonly enum: string }

export type Comparison = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan' | 'equal'
export type Rounding = 'down' | 'up' | 'halfUp'

/** An expression. Total: no loops, no recursion, no host calls. */
export type Expr =
  | { readonly op: 'bool'; readonly value: boolean }
  | { readonly op: 'number'; readonly value: number; readonly unit: string }
  | { readonly op: 'date'; readonly value: string }
  | { readonly op: 'enum'; readonly enum: string; readonly value: string }
  | { readonly op: 'fact' | 'definition' | 'parameter'; readonly name: string }
  | { readonly op: 'field'; readonly relation: string; readonly name: string }
  | { readonly op: 'all' | 'any'; readonly of: readonly Expr[] }
  | { readonly op: 'not'; readonly of: Expr }
  | {
      readonly op: 'compare'
      readonly is: Comparison
      readonly left: Expr
      readonly right: Expr
    }
  | { readonly op: 'isOneOf'; readonly value: Expr; readonly among: readonly string[] }
  | {
      readonly op: 'includesAny' | 'includesAll'
      readonly set: Expr
      readonly of: readonly string[]
    }
  | { readonly op: 'lookup'; readonly table: string; readonly key: Expr; readonly column: string }
  | { readonly op: 'add' | 'maximum' | 'minimum'; readonly of: readonly Expr[] }
  | { readonly op: 'subtract'; readonly left: Expr; readonly right: Expr }
  | { readonly op: 'multiply'; readonly left: Expr; readonly right: Expr; readonly unit: string }
  | {
      readonly op: 'divide'
      readonly left: Expr
      readonly right: Expr
      readonly unit: string
      readonly round: Rounding
    }
  | { readonly op: 'addDays'; readonly date: Expr; readonly days: number }
  | { readonly op: 'anyOver' | 'allOver'; readonly relation: string; readonly where: Expr }
  | { readonly op: 'countOver'; readonly relation: string; readonly where: Expr }
  | {
      readonly op: 'sumOver' | 'maxOver'
      readonly relation: string
      readonly where: Expr
      readonly value: Expr
    }
  | {
      readonly op: 'totalAtLeast'
      readonly relation: string
      readonly where: Expr
      readonly value: Expr
      readonly threshold: Expr
    }

/** A place in the law. `anchor` names a heading of the program's sources.md. */
export interface Citation {
  readonly provision: string
  readonly quote?: string
  readonly anchor?: string
}

/** How a clause stands on a given day. */
export type LegalStatus =
  | 'inForce'
  /** No longer (or not) in the text, but what the agency applies; counts as enforced only. */
  | 'appliedAsPolicy'
  | 'notEnforced'
  | 'suspended'
  | 'rescinded'
  | 'proposed'
  | 'contested'

export interface StatusChange {
  readonly from: string
  readonly status: LegalStatus
  readonly cite: string
}

export interface UnitDeclaration {
  readonly name: string
  /** Decimal places kept: a value is stored as the integer `value x 10^scale`. */
  readonly scale: number
  /** Exponents of base dimensions, so that products and quotients can be checked. */
  readonly dimensions: Readonly<Record<string, number>>
}

export interface EnumDeclaration {
  readonly name: string
  readonly title: string
  readonly members: readonly { readonly value: string; readonly label: string }[]
  /** Other spellings that case files may use, mapped to a member. */
  readonly synonyms?: Readonly<Record<string, string>>
}

export type Cell = boolean | number | string | null
export interface TableDeclaration {
  readonly name: string
  readonly title: string
  readonly keyEnum: string
  readonly cite: readonly Citation[]
  readonly verifiedAt: string
  readonly columns: Readonly<Record<string, ValueType>>
  /** Row per key; `null` is a cell whose value is not public. Numbers are scaled integers. */
  readonly rows: Readonly<Record<string, Readonly<Record<string, Cell>>>>
}

export interface Bounds {
  readonly min: number
  readonly max: number
}

export interface FactDeclaration {
  readonly name: string
  readonly type: ValueType
  readonly title: string
  readonly question: string
  readonly why: string
  readonly hint?: string
  readonly group: string
  readonly assertedBy: readonly string[]
  readonly evidence: readonly string[]
  readonly cite: readonly Citation[]
  /** Scaled bounds of a number; whatever lies outside is refused, and overflow is proved from it. */
  readonly bounds?: Bounds
  /** Where the value comes from when the case does not state it: a row of a cited table. */
  readonly prefill?: { readonly table: string; readonly key: string; readonly column: string }
  readonly example: boolean | number | string | readonly string[]
}

export interface RelationDeclaration {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly why: string
  readonly group: string
  readonly assertedBy: readonly string[]
  readonly evidence: readonly string[]
  readonly cite: readonly Citation[]
  readonly maxRows: number
  readonly fields: readonly FieldDeclaration[]
}

export interface FieldDeclaration {
  readonly name: string
  readonly type: ValueType
  readonly title: string
  readonly bounds?: Bounds
  readonly example: boolean | number | string | readonly string[]
}

export interface ParameterVersion {
  readonly from: string
  readonly to?: string
  /** `null`: nobody has set this number; it stays unknown until a reader supplies one. */
  readonly value: boolean | number | string | null
  readonly cite: readonly Citation[]
  readonly pack: string
}

export interface ParameterDeclaration {
  readonly name: string
  readonly type: ValueType
  readonly title: string
  readonly why: string
  readonly bounds?: Bounds
  readonly versions: readonly ParameterVersion[]
}

export interface DefinitionDeclaration {
  readonly name: string
  readonly type: ValueType
  readonly title: string
  readonly text: string
}

export interface Clause {
  readonly id: string
  readonly definition: string
  readonly title: string
  readonly when: Expr
  readonly then: Expr
  readonly exceptTo?: string
  /** The drafting word that made the exception ("except", "notwithstanding", "subject to"). */
  readonly drafting?: string
  readonly cite: readonly Citation[]
  readonly from: string
  readonly to?: string
  readonly status: readonly StatusChange[]
  readonly verifiedAt: string
  readonly recheckBy?: string
  readonly note?: string
  readonly pack: string
}

export interface Proposal {
  readonly name: string
  readonly base: 'text' | 'enforced'
}

export interface PackDeclaration {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly instrument: string
  readonly from: string
  readonly verifiedAt: string
  readonly recheckBy?: string
  readonly note?: string
  readonly proposal?: Proposal
}

/** A whole rule text of one program: everything a decision depends on, in one hashable value. */
export interface RuleText {
  readonly format: 'proviso-rules/v1'
  readonly program: string
  readonly units: readonly UnitDeclaration[]
  readonly enums: readonly EnumDeclaration[]
  readonly tables: readonly TableDeclaration[]
  readonly facts: readonly FactDeclaration[]
  readonly relations: readonly RelationDeclaration[]
  readonly parameters: readonly ParameterDeclaration[]
  readonly definitions: readonly DefinitionDeclaration[]
  readonly packs: readonly PackDeclaration[]
  readonly clauses: readonly Clause[]
  readonly outcome: string
  readonly outputs: readonly string[]
}
