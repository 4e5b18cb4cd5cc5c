import type { Circuit, GateId } from '../../circuit/circuit.ts'
import type { Net } from './net.ts'

/** What a plane of bits from a look into a list costs, in operations on planes. */
const lookCost = 100

/** The lists that one key is looked up in, and for each index of the key the lists that have it. */
export interface KeyLists {
  readonly lists: readonly (readonly boolean[])[]
  /** Per class one index of the key that belongs to it: indexes of a class are in the same lists. */
  readonly representatives: readonly number[]
  readonly classOf: readonly number[]
}

/**
 * Keys whose lists are cheaper found from the number of a class: all indexes that are in the same
 * lists are one class, whose number takes fewer bits than there are lists.
 */
export function keysByClass({ gates, rows }: Circuit): ReadonlyMap<GateId, KeyLists> {
  const lists = new Map<GateId, (readonly boolean[])[]>()
  gates.forEach((gate, id) => {
    if (gate.t !== 'listed' || rows[id] !== -1) return
    lists.set(gate.key, [...(lists.get(gate.key) ?? []), gate.members])
  })
  return new Map(
    [...lists]
      .map(([key, of]) => [key, classesOf(of)] as const)
      .filter(([, classes]) => isCheaper(classes)),
  )
}

function classesOf(lists: readonly (readonly boolean[])[]): KeyLists {
  const length = Math.max(...lists.map((members) => members.length))
  const known = new Map<string, number[]>()
  for (let index = 0; index < length; index++) {
    const signature = lists.map((members) => (members[index] === true ? '1' : '0')).join('')
    known.set(signature, [...(known.get(signature) ?? []), index])
  }
  const classes = [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, indexes]) => indexes)
  const classOf: number[] = []
  classes.forEach((indexes, number) => {
    for (const index of indexes) classOf[index] = number
  })
  return { lists, classOf, representatives: classes.map(([first]) => first ?? 0) }
}

const planesOf = (classes: number): number => Math.ceil(Math.log2(classes))

function isCheaper({ lists, representatives }: KeyLists): boolean {
  const classes = representatives.length
  const joins = lists.map((members) => {
    const listed = representatives.filter((index) => members[index] === true).length
    return Math.min(listed, classes - listed)
  })
  const decoding = 2 * classes + joins.reduce((sum, each) => sum + each, 0)
  return planesOf(classes) * lookCost + decoding < lists.length * lookCost
}

/** The bits of a key's classes: at most one holds, and a list is those of its classes. */
export class ClassBits {
  readonly #net: Net
  readonly #classes: KeyLists
  readonly #bits: readonly GateId[]

  constructor(net: Net, key: GateId, classes: KeyLists) {
    this.#net = net
    this.#classes = classes
    const { classOf, representatives } = classes
    const planes = Array.from({ length: planesOf(representatives.length) }, (_, bit) =>
      net.listed(
        key,
        classOf.map((number) => ((number >> bit) & 1) === 1),
      ),
    )
    this.#bits = representatives.map((_, number) => this.#decoded(planes, number))
  }

  /** Whether the key is in a list. */
  listed(members: readonly boolean[]): GateId {
    const { representatives } = this.#classes
    const isIn = representatives.map((index) => members[index] === true)
    const count = isIn.filter((holds) => holds).length
    const wanted = count * 2 <= isIn.length
    const any = this.#net.or(...this.#bits.filter((_, number) => isIn[number] === wanted))
    return wanted ? any : this.#net.not(any)
  }

  /** Built from the highest plane down, so that classes share what they have in common. */
  #decoded(planes: readonly GateId[], number: number): GateId {
    let bit = this.#net.yes
    for (let plane = planes.length - 1; plane >= 0; plane--) {
      const own = planes[plane] ?? this.#net.no
      bit = this.#net.and(bit, ((number >> plane) & 1) === 1 ? own : this.#net.not(own))
    }
    return bit
  }
}
