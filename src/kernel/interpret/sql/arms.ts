import { Given } from './given.ts'
import type { GraphOutput, NodeId, NodeList } from './nodes.ts'

/** What a case comes out as, other than decided. */
const undetermined = -1
const gap = -2
const conflict = -3
const refused = -4

/** One way to come out: the first arm whose condition holds says which. */
export interface Arm {
  readonly when: NodeId
  /** Decided: the number of the option, from 0. Else minus the status. */
  readonly code: number
}

/** How an output comes out, as one choice that value, status and reason are all read from. */
export interface Arms {
  readonly list: readonly Arm[]
  /** Where no arm holds. */
  readonly otherwise: number
  /** Per option the clauses that give it, where the option says which they are. */
  readonly masks: readonly number[] | undefined
}

/** The arms of an output, each without what the earlier ones have settled. */
export function armsOf(
  nodes: NodeList,
  output: GraphOutput,
  refusing: NodeId,
  found: Pick<Arms, 'list' | 'otherwise'> | undefined,
): Arms {
  const options = output.options ?? [{ when: output.decided, value: 0 }]
  const wanted: readonly Arm[] = [
    { when: refusing, code: refused },
    ...(found?.list ?? [
      ...options.map(({ when }, code) => ({ when, code })),
      { when: output.gap, code: gap },
      { when: output.conflict, code: conflict },
    ]),
  ]
  const given = new Given(nodes, found !== undefined)
  const list: Arm[] = []
  let otherwise = found?.otherwise ?? undetermined
  for (const { when, code } of wanted) {
    const rest = given.rest(when)
    const node = nodes.at(rest)
    if (node.t === 'bit' && node.value) {
      otherwise = code
      break
    }
    if (node.t !== 'bit') list.push({ when: rest, code })
    given.assume(when, false)
    given.assume(rest, false)
  }
  return { list, otherwise, masks: masksOf(nodes, output) }
}

/** Options that are each given by clauses of their own tell the clauses apart. */
function masksOf(
  nodes: NodeList,
  { options = [], by }: GraphOutput,
): readonly number[] | undefined {
  const masks = options.map(() => 0)
  for (const [position, id] of by.entries()) {
    const node = nodes.at(id)
    if (node.t === 'bit' && !node.value) continue
    const option = options.findIndex(({ when }) => when === id)
    if (option < 0) return undefined
    masks[option] = (masks[option] ?? 0) + 2 ** position
  }
  return masks.some((mask) => mask === 0) ? undefined : masks
}

/** The arms as one int: its code. */
export function codeOf(nodes: NodeList, { list, otherwise }: Arms): NodeId {
  return list.reduceRight((rest, { when, code }) => {
    const then = nodes.int(code)
    return nodes.add(
      { t: 'select', condition: when, then, otherwise: rest },
      { min: -4, max: 999 },
      -1,
    )
  }, nodes.int(otherwise))
}
