import { isUnknown } from '../../rules/ir.ts'
import { columnBounds } from '../batch/columns.ts'
import { circuitOf } from '../circuit/build.ts'
import type { Circuit, CircuitInput, CircuitOutput, GateId } from '../circuit/circuit.ts'
import type { View } from '../view.ts'
import { classesOf, inputKey } from './classes.ts'
import type { Role } from './goal.ts'
import { GatePrinter } from './print.ts'
import { Script } from './script.ts'
import type { Term } from './terms.ts'
import { and, equal, implies, isOneOf, not, or, truth } from './terms.ts'
import type { Variable } from './variables.ts'
import { CaseVariables } from './variables.ts'

/** Lists of related rows are looked at up to this length; every answer says so. */
export const rowsMax = 2

/** The parameters that nobody has set, by name: questions are asked whatever they will be. */
export function unsetParameters({ rules, parameters }: View): readonly string[] {
  return rules.text.parameters
    .filter(({ type }, slot) => isUnknown(type.kind, parameters[slot] ?? Number.NaN))
    .map(({ name }) => name)
}

/**
 * The circuit for questions about every complete case: each fact is stated, lists have up to
 * `rowsMax` rows, parameters that nobody has set are free within their bounds.
 */
export function questionCircuit(view: View, outputs: readonly string[]): Circuit {
  return circuitOf(view, {
    outputs,
    known: 'all',
    relations: view.rules.text.relations.map(() => ({ upTo: rowsMax })),
    free: unsetParameters(view),
  })
}

/** A definition's result in one case, as terms. */
export interface Result {
  readonly output: CircuitOutput
  readonly decided: Term
  readonly gap: Term
  readonly conflict: Term
  /** Bool for a condition, else Int. Sets have no single term: they are read by `members`. */
  readonly value: () => Term
  readonly members: () => readonly Term[]
  /** Whether it is decided with one of these values (booleans 0 and 1). */
  readonly isOneOf: (values: readonly number[]) => Term
  readonly by: (position: number) => Term
}

/** One case of a script: its role in the question and its results. */
export interface CaseInScript {
  readonly role: Role
  readonly result: (definition: string) => Result
  readonly variable: (fact: string) => Variable
}

/** A script in which one or more cases are written, under one or two readings of the law. */
export class Space {
  readonly script = new Script()
  readonly #classes: ReturnType<typeof classesOf>
  readonly #cases: CaseVariables[] = []

  constructor(circuits: readonly Circuit[]) {
    this.#classes = classesOf(circuits)
  }

  /** A case; `like` another one it states the same but for the facts named in `own`. */
  case(
    label: string,
    circuit: Circuit,
    like?: { readonly base: CaseInScript; readonly own: readonly string[] },
  ): CaseInScript {
    const { view } = circuit
    const variables = new CaseVariables(this.script, {
      rules: view.rules,
      classes: this.#classes,
      ...(like
        ? {
            prefix: label.replaceAll(/[^a-z]+/gi, '-'),
            like: {
              base: like.base.role.variables,
              own: new Set(like.own.map((name) => inputKey({ of: 'fact', name }))),
            },
          }
        : {}),
    })
    this.#cases.push(variables)
    // Every input is stated, also where a claim happens not to read it: else the case is not complete.
    for (const input of circuit.inputs) variables.of(input)
    const printer = new GatePrinter(this.script, circuit, variables)
    return {
      role: { label, view, variables },
      result: (name) => resultOf(printer, circuit, name),
      variable: (name) => variables.of(factInput(circuit, name)),
    }
  }

  /** Ends the definitions: rows come in order, since their order says nothing. */
  close(): void {
    const rows = new Map<string, Variable>()
    for (const variables of this.#cases) {
      for (const variable of variables.list) {
        if (variable.input.of === 'row') rows.set(variable.input.name, variable)
      }
    }
    for (const variable of rows.values()) {
      const { relation = -1, row = 0 } = variable.input
      const before = [...rows.values()].find(
        ({ input }) => input.relation === relation && input.row === row - 1,
      )
      if (before) this.script.assert(implies(bool(variable), bool(before)))
    }
  }
}

const bool = (variable: Variable): Term => (variable.kind === 'set' ? 'true' : variable.value)

function factInput({ inputs, view: { rules } }: Circuit, name: string): CircuitInput {
  const found = inputs.find((input) => input.of === 'fact' && input.name === name)
  if (found) return found
  const declared = rules.scope.facts.get(name)
  if (!declared) throw new RangeError(`there is no fact "${name}"`)
  const { type, bounds: stated } = declared.declaration
  const bounds = columnBounds(rules, type, stated)
  return { of: 'fact', name, slot: declared.slot, type, bounds, alwaysKnown: true }
}

function resultOf(printer: GatePrinter, { outputs }: Circuit, name: string): Result {
  const output = outputs.find((each) => each.name === name)
  if (!output) throw new RangeError(`"${name}" is no output of the circuit`)
  const term = (id: GateId): Term => printer.term(id)
  const isBool = output.type.kind === 'bool'
  return {
    output,
    decided: term(output.decided),
    gap: term(output.gap),
    conflict: term(output.conflict),
    value: () => term(output.value),
    members: () => printer.members(output.value),
    isOneOf: (values) => {
      if (isBool) {
        const yes = values.includes(1) ? term(output.value) : 'false'
        const no = values.includes(0) ? not(term(output.value)) : 'false'
        return and(term(output.decided), or(yes, no))
      }
      if (output.options) {
        const wanted = output.options.filter(({ value }) => values.includes(value))
        return and(term(output.decided), or(...wanted.map(({ when }) => term(when))))
      }
      return and(term(output.decided), isOneOf(term(output.value), values))
    },
    by: (position) => term(output.by[position] ?? -1),
  }
}

/** Whether two results differ: in how they came out, or in the value. */
export function differ(one: Result, other: Result): Term {
  const status = (['decided', 'gap', 'conflict'] as const).map((each) =>
    not(equal(one[each], other[each])),
  )
  return or(...status, and(one.decided, other.decided, not(sameValue(one, other))))
}

function sameValue(one: Result, other: Result): Term {
  if (one.output.type.kind === 'set') {
    const others = other.members()
    return and(...one.members().map((member, index) => equal(member, others[index] ?? 'false')))
  }
  const values = new Set([
    ...(one.output.options ?? []).map(({ value }) => value),
    ...(other.output.options ?? []).map(({ value }) => value),
  ])
  if (!one.output.options || !other.output.options) return equal(one.value(), other.value())
  return or(...[...values].map((value) => and(one.isOneOf([value]), other.isOneOf([value]))))
}

/** A fact stated as one of some encoded values (booleans 0 and 2). */
export function statedAs(variable: Variable, values: readonly number[]): Term {
  if (variable.kind === 'bool') {
    return or(...values.map((value) => equal(variable.value, truth(value === 2))))
  }
  if (variable.kind === 'set') {
    return or(
      ...values.map((mask) =>
        and(
          ...variable.members.map((member, index) =>
            ((mask >> index) & 1) === 1 ? member : not(member),
          ),
        ),
      ),
    )
  }
  const { classes, value } = variable
  // A class may have further members besides those meant: no gate can tell them apart.
  return isOneOf(value, classes ? values.map((member) => classes.of[member] ?? -1) : values)
}
