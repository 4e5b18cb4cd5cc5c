/**
 * How few entities bring a quantity together that the rules are meant to keep from any one of
 * them. Each entity is a case: what is `fixed`, one of the `classes` of entities, and a quantity of
 * its own. Whatever neither states, the solver lets the entity choose. Plain data.
 */
export interface LoopholeQuestion {
  /** Words with dashes. */
  readonly name: string
  /** What the limit is to achieve, as one sentence. */
  readonly statement: string
  /** The definition that this is about: the program's outcome, as a rule. */
  readonly definition: string
  /** The fact that entities bring together, and how much of it, as a case file states it. */
  readonly goal: { readonly fact: string; readonly total: number }
  /** What one entity is called, and several. */
  readonly entity: readonly [one: string, many: string]
  readonly fixed: Readonly<Record<string, unknown>>
  readonly classes: readonly LoopholeClass[]
  /** Results by definition with which an entity may go ahead; all of them together. */
  readonly granted: Readonly<Record<string, readonly (boolean | number | string)[]>>
  /** A parameter that nobody has set: the answer is drawn as it varies. */
  readonly sweep?: LoopholeSweep
  /** Where the question and a known answer to it come from. */
  readonly source: string
}

/** Entities of one kind: what they state, how many there can be, what each costs. */
export interface LoopholeClass {
  readonly name: string
  readonly title: string
  readonly states: Readonly<Record<string, unknown>>
  /** As many as there can be; any number when left out. */
  readonly available?: number
  /** The most that all of them can have together, as a case file states the goal's fact. */
  readonly total?: number
  /** Cost of one entity in whole units; 1 when left out: then entities are counted. */
  readonly cost?: number
}

/** How a parameter varies: so many times a unit, such as limits counted in chips of one kind. */
export interface LoopholeSweep {
  readonly parameter: string
  /** The axis: "Limit, in H100s". */
  readonly axis: string
  readonly from: number
  readonly to: number
  readonly step: number
  /** The parameter's value, as a case file states it, for 1 on the axis. */
  readonly unit: number
}
