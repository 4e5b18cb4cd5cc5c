import type { Gate, GateId } from './circuit.ts'

/** What a condition says of one int gate: it lies in a range, or is one of a list of indexes. */
export interface Domain {
  readonly of: GateId
  readonly min: number
  readonly max: number
  /** Bit n: the index n is possible. */
  readonly members?: bigint
}

/** What a comparison with a constant, or its negation, says of the other side; else undefined. */
export function domainOf(list: readonly Gate[], id: GateId): Domain | undefined {
  const gate = list[id]
  if (!gate) return undefined
  if (gate.t === 'not') return opposite(list[gate.of], list)
  const constant = (side: GateId): number | undefined => {
    const other = list[side]
    return other?.t === 'int' ? other.value : undefined
  }
  switch (gate.t) {
    case 'listed':
      return { of: gate.key, min: -Infinity, max: Infinity, members: maskOf(gate.members) }
    case 'less': {
      const above = constant(gate.right)
      if (above !== undefined) return { of: gate.left, min: -Infinity, max: above - 1 }
      const below = constant(gate.left)
      return below === undefined ? undefined : { of: gate.right, min: below + 1, max: Infinity }
    }
    case 'equal': {
      const value = constant(gate.left) ?? constant(gate.right)
      const of = constant(gate.left) === undefined ? gate.left : gate.right
      return value === undefined ? undefined : { of, min: value, max: value }
    }
    default:
      return undefined
  }
}

function opposite(gate: Gate | undefined, list: readonly Gate[]): Domain | undefined {
  if (gate?.t === 'listed') {
    const members = gate.members.map((member) => !member)
    return { of: gate.key, min: -Infinity, max: Infinity, members: maskOf(members) }
  }
  if (gate?.t !== 'less') return undefined
  const { left, right } = gate
  const above = list[right]
  if (above?.t === 'int') return { of: left, min: above.value, max: Infinity }
  const below = list[left]
  return below?.t === 'int' ? { of: right, min: -Infinity, max: below.value } : undefined
}

const masks = new WeakMap<readonly boolean[], bigint>()

function maskOf(members: readonly boolean[]): bigint {
  const known = masks.get(members)
  if (known !== undefined) return known
  const digits = members.map((member) => (member ? '1' : '0')).reverse()
  const mask = BigInt(`0b${digits.join('')}`)
  masks.set(members, mask)
  return mask
}

/** What several conditions together leave each int gate; undefined when one is left nothing. */
export function metDomains(
  domains: Iterable<Domain | undefined>,
): ReadonlyMap<GateId, Domain> | undefined {
  const left = new Map<GateId, Domain>()
  for (const domain of domains) {
    if (!domain) continue
    const met = meet(left.get(domain.of), domain)
    if (isNothing(met)) return undefined
    left.set(domain.of, met)
  }
  return left
}

/** Whether two conditions on one int gate exclude each other. */
export const excludes = (one: Domain, other: Domain): boolean => isNothing(meet(one, other))

const isNothing = ({ min, max, members }: Domain): boolean => min > max || members === 0n

function meet(known: Domain | undefined, { of, min, max, members }: Domain): Domain {
  const both = {
    of,
    min: Math.max(known?.min ?? -Infinity, min),
    max: Math.min(known?.max ?? Infinity, max),
  }
  const mask = known?.members
  const listed = members === undefined || mask === undefined ? (members ?? mask) : members & mask
  return listed === undefined ? both : { ...both, members: listed }
}

/** Whether whatever meets one condition meets the other too. */
export function implies(one: Domain, other: Domain): boolean {
  if (one.of !== other.of || one.min < other.min || one.max > other.max) return false
  if (other.members === undefined) return true
  return one.members !== undefined && (one.members & ~other.members) === 0n
}
