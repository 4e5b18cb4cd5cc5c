import type { Decision } from './interpret/decide.ts'
import type { CaseFacts } from './interpret/encode.ts'
import type { Mode } from './interpret/view.ts'
import type { Citation } from './rules/ast.ts'
import type { RuleSet } from './rules/load.ts'

/** A case with its known answer and where that answer comes from: test, documentation and demo. */
export interface WorkedCase {
  readonly id: string
  readonly group: string
  readonly title: string
  readonly source: string
  readonly asOf: string
  readonly mode: Mode
  readonly facts: CaseFacts
  readonly parameters?: Readonly<Record<string, unknown>>
  readonly expect: {
    /** Member or value of the outcome, or the facts it must still name as needed. */
    readonly outcome?: string
    readonly needs?: readonly string[]
    /** Values by output name; "undetermined", "gap" and "conflict" name the other verdicts. */
    readonly outputs?: Readonly<Record<string, boolean | string>>
  }
}

/** Who or what a case is about: kept with the case, never a fact of the rules, hashed on the record. */
export interface Reference {
  readonly name: string
  readonly title: string
  readonly question: string
  readonly why: string
  readonly example: string
}

/** An account a case draws on: `cap` minor units of `unit` may be used in the account's period. */
export interface AccountPlan {
  readonly key: string
  readonly title: string
  readonly unit: string
  readonly scale: number
  readonly cap: bigint
  readonly cite: readonly Citation[]
  /** The fact that this account's use states, in the fact's own scaled integer. */
  readonly statesFact?: string
}

export interface Reservation {
  readonly key: string
  readonly amount: bigint
}

/** What a program's decisions draw from the ledger. Pure: plans only, the application carries them out. */
export interface Entitlement {
  readonly references: readonly Reference[]
  /** The accounts a case concerns; empty while the case does not say enough to name them. */
  readonly accounts: (
    decision: Decision,
    references: Readonly<Record<string, string>>,
  ) => readonly AccountPlan[]
  /** What a decided case reserves; empty when its outcome grants nothing counted. */
  readonly reservations: (
    decision: Decision,
    references: Readonly<Record<string, string>>,
  ) => readonly Reservation[]
}

/** Everything the product needs to know of a program. */
export interface Program {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Which of the twelve recommendations it implements. */
  readonly recommendations: readonly number[]
  readonly authority: readonly Citation[]
  readonly rules: RuleSet
  /** Interview sections in order. */
  readonly groups: readonly { readonly id: string; readonly title: string }[]
  /** Readings offered first, in words. */
  readonly readings: readonly {
    readonly mode: Mode
    readonly title: string
    readonly about: string
  }[]
  /** Outputs worth a line on the determination page, in order. */
  readonly headline: readonly string[]
  /** The complete example that documentation and empty forms start from. */
  readonly example: CaseFacts
  readonly cases: readonly WorkedCase[]
  readonly entitlement?: Entitlement
}

/** Checks a program's own names against its rules; throws on a defect, since it ships with the code. */
export function defineProgram(program: Program): Program {
  const { scope, text } = program.rules
  const groups = new Set(program.groups.map(({ id }) => id))
  for (const { name, group } of [...text.facts, ...text.relations]) {
    if (!groups.has(group))
      throw new Error(`${program.id}: fact "${name}" is in group "${group}", which is not declared`)
  }
  for (const name of program.headline) {
    if (!text.outputs.includes(name))
      throw new Error(`${program.id}: headline "${name}" is no output`)
  }
  for (const name of Object.keys(program.example)) {
    if (!scope.facts.has(name) && !scope.relations.has(name))
      throw new Error(`${program.id}: the example states "${name}", which is no fact`)
  }
  return program
}
