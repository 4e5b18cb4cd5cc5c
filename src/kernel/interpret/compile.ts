import { isUnknown, unknownOf } from '../rules/ir.ts'
import { quickCaseOf } from './compile-encode.ts'
import type { EncodedCase } from './encode.ts'
import type { Evaluation, Evaluator } from './evaluate.ts'
import { generate } from './generate.ts'
import * as operators from './operators.ts'
import type { Resolution } from './resolve.ts'
import { NOT_EVALUATED, resolve } from './resolve.ts'
import * as rows from './rows.ts'
import type { ClauseNode, View } from './view.ts'

type Run = (
  facts: readonly number[],
  relations: readonly unknown[],
  parameters: readonly number[],
  values: number[],
  marks: number[],
  targets: readonly number[],
) => void
type Slow = (slot: number, whens: readonly Read[], thens: readonly Read[]) => Resolution
type Read = () => number
type Factory = (words: object, constants: readonly unknown[], slow: Slow) => Run
interface Compiled {
  readonly run: Run
  readonly values: readonly number[]
  readonly marks: readonly number[]
}

const words = { ...operators, ...rows }
const cache = new WeakMap<View, Compiled>()
let latest: { readonly view: View; readonly compiled: Compiled } | undefined

const evaluate = (
  view: View,
  encoded: EncodedCase,
  parameters: readonly number[],
  targets: readonly number[],
): Evaluation => {
  const found = latest?.view === view ? latest.compiled : compiledOf(view)
  const values = found.values.slice()
  const marks = found.marks.slice()
  found.run(encoded.facts, encoded.relations, parameters, values, marks, targets)
  return { view, encoded, parameters, values, marks }
}

/**
 * Evaluates by generated JavaScript, one program per view, made on first use. Values and marks are
 * exactly those of `interpret`. Needs a host that allows `new Function`: servers and benchmarks,
 * not the pages, whose content security policy forbids it.
 */
export const compiled: Evaluator = Object.assign(evaluate, { quickCase: quickCaseOf })

function compiledOf(view: View): Compiled {
  const made = cache.get(view) ?? compile(view)
  cache.set(view, made)
  latest = { view, compiled: made }
  return made
}

function compile(view: View): Compiled {
  const { source, constants } = generate(view, Object.keys(words))
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- generate() prints slot numbers and numbers only
  const factory = new Function('operators', 'constants', 'slow', source) as Factory
  const slow: Slow = (slot, whens, thens) => {
    const definition = view.definitions[slot]
    if (!definition) throw new RangeError(`there is no definition slot ${slot}`)
    const { kind } = definition.loaded.declaration.type
    const read = (list: readonly Read[]) => (node: ClauseNode) => (list[node.position] as Read)()
    return resolve(
      definition.roots,
      { when: read(whens), then: read(thens), isOpen: (value) => isUnknown(kind, value) },
      unknownOf(kind),
    )
  }
  return {
    run: factory(words, constants, slow),
    values: view.definitions.map(({ loaded }) => unknownOf(loaded.declaration.type.kind)),
    marks: view.definitions.map(() => NOT_EVALUATED),
  }
}
