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

/** The first step whose condition holds decides; `last` where none does. */
export function peers(
  steps: readonly Step[],
  last: string,
  types: Readonly<Record<string, string>>,
): readonly Peer[] {
  return [cel(steps, last, types), jsonRulesEngine(steps, last), zen(steps, last)]
}

function cel(steps: readonly Step[], last: string, types: Readonly<Record<string, string>>): Peer {
  const environment = new Environment()
  for (const [name, type] of Object.entries(types)) environment.registerVariable(name, type)
  const source = steps.reduceRight(
    (rest, step) => `(${step.cel}) ? '${step.outcome}' : (${rest})`,
    `'${last}'`,
  )
  const program = environment.parse(source)
  // CEL has 64-bit integers; JavaScript hands them over as bigint.
  const integers = Object.keys(types).filter((name) => types[name] === 'int')
  return {
    name: '@marcbachmann/cel-js',
    decide: (variables) => {
      const input: Record<string, unknown> = { ...variables }
      for (const name of integers) input[name] = BigInt(variables[name] as number)
      return program(input) as string
    },
  }
}

function jsonRulesEngine(steps: readonly Step[], last: string): Peer {
  const engine = new Engine([], { allowUndefinedFacts: false })
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

function zen(steps: readonly Step[], last: string): Peer {
  const value = steps.reduceRight(
    (rest, step) => `(${step.zen}) ? '${step.outcome}' : (${rest})`,
    `'${last}'`,
  )
  const content = {
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'rule',
        type: 'expressionNode',
        name: 'rule',
        position: { x: 1, y: 0 },
        content: { expressions: [{ id: 'e', key: 'outcome', value }] },
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
