import { ZenEngine } from '@gorules/zen-engine'
import { Environment } from '@marcbachmann/cel-js'
import { Engine } from 'json-rules-engine'

/** Variables of one case, flat, with table rows already joined: the same for every peer. */
export type Variables = Readonly<Record<string, boolean | number | string>>
export interface Step {
  readonly outcome: string
  /** The condition in the Common Expression Language, which zen’s language agrees with here. */
  readonly cel: string
  readonly zen: string
  readonly json: object
}
export interface Peer {
  readonly name: string
  readonly decide: (variables: Variables) => string | Promise<string>
}

/** A value worked out from variables and from values before it, in words all three peers read. */
export interface Derived {
  readonly name: string
  readonly value: string
}
interface Task {
  readonly steps: readonly Step[]
  readonly last: string
  /** The type of every variable and derived value in the Common Expression Language. */
  readonly types: Readonly<Record<string, string>>
  readonly derived: readonly Derived[]
}

/** The first step whose condition holds decides; `last` where none does. */
export function peers(
  steps: readonly Step[],
  last: string,
  types: Readonly<Record<string, string>>,
  derived: readonly Derived[] = [],
): readonly Peer[] {
  const task = { steps, last, types, derived }
  return [cel(task), jsonRulesEngine(task), zen(task)]
}

/** zen writes and, or, not for &&, ||, !. */
export const inZen = (expression: string): string =>
  expression
    .replaceAll('&&', 'and')
    .replaceAll('||', 'or')
    .replaceAll(/!(\w+)/g, '(not $1)')

const nested = (steps: readonly Step[], last: string, language: 'cel' | 'zen'): string =>
  steps.reduceRight(
    (rest, step) => `(${step[language]}) ? '${step.outcome}' : (${rest})`,
    `'${last}'`,
  )

function cel({ steps, last, types, derived }: Task): Peer {
  const environment = new Environment()
  for (const [name, type] of Object.entries(types)) environment.registerVariable(name, type)
  const program = environment.parse(nested(steps, last, 'cel'))
  const values = derived.map(({ name, value }) => ({ name, value: environment.parse(value) }))
  const isDerived = new Set(derived.map(({ name }) => name))
  // CEL has 64-bit integers; JavaScript hands them over as bigint.
  const integers = Object.keys(types).filter(
    (name) => types[name] === 'int' && !isDerived.has(name),
  )
  return {
    name: '@marcbachmann/cel-js',
    decide: (variables) => {
      const input: Record<string, unknown> = { ...variables }
      for (const name of integers) input[name] = BigInt(variables[name] as number)
      for (const { name, value } of values) input[name] = value(input)
      return program(input) as string
    },
  }
}

function jsonRulesEngine({ steps, last, types, derived }: Task): Peer {
  const engine = new Engine([], { allowUndefinedFacts: false })
  for (const { name, value } of derived) {
    const reads = Object.keys(types).filter((one) => new RegExp(`\\b${one}\\b`).test(value))
    const compute = new Function(...reads, `return ${value}`) as (...of: unknown[]) => unknown
    // As its manual shows derived facts: a function that asks the almanac for what it reads.
    engine.addFact(name, async (_, almanac) =>
      compute(...(await Promise.all(reads.map((one) => almanac.factValue(one))))),
    )
  }
  steps.forEach(({ outcome, json }, index) => {
    engine.addRule({
      conditions: json as never,
      event: { type: outcome },
      priority: steps.length - index,
      onSuccess: () => engine.stop(),
    })
  })
  return {
    name: 'json-rules-engine',
    decide: async (variables) => {
      const { events } = await engine.run(variables)
      return events[0]?.type ?? last
    },
  }
}

function zen({ steps, last, derived }: Task): Peer {
  // A value of the same node is read as $.name.
  const own = (expression: string): string =>
    derived.reduce(
      (text, { name }) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `$$.${name}`),
      expression,
    )
  const expressions = [
    ...derived.map(({ name, value }) => ({ id: name, key: name, value: own(inZen(value)) })),
    { id: 'outcome', key: 'outcome', value: own(nested(steps, last, 'zen')) },
  ]
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rule',
        type: 'expressionNode',
        name: 'rule',
        position: { x: 1, y: 0 },
        content: { expressions },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'rule', type: 'edge' },
      { id: 'b', sourceId: 'rule', targetId: 'out', type: 'edge' },
    ],
  }
  const decision = new ZenEngine().createDecision(content as never)
  return {
    name: '@gorules/zen-engine',
    decide: async (variables) => {
      const { result } = await decision.evaluate(variables)
      return (result as { outcome: string }).outcome
    },
  }
}
