import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tinyText } from '../../testing/tiny-rules.ts'
import { compiled } from '../interpret/compile.ts'
import { decide } from '../interpret/decide.ts'
import { interpret } from '../interpret/evaluate.ts'
import type { Expr, FactDeclaration } from './ast.ts'
import { load } from './load.ts'

// Units kept with 0, 1 and 3 decimals: length times length is area, area by length is length.
const units = [
  { name: 'u', scale: 0, dimensions: { u: 1 } },
  { name: 'ratio', scale: 1, dimensions: {} },
  { name: 'area', scale: 3, dimensions: { u: 2 } },
]

/** An exact fraction of whole numbers without limit: what the arithmetic should have been. */
type Exact = { readonly top: bigint; readonly scale: number }
type Kind = 'u' | 'ratio' | 'area'
const scales: Readonly<Record<Kind, number>> = { u: 0, ratio: 1, area: 3 }

const bound = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 2 ** 40 }), fc.maxSafeNat())
const constant = (kind: Kind): fc.Arbitrary<Expr> =>
  bound.map((value) => ({ op: 'number', value, unit: kind }))
const fact = (kind: Kind): fc.Arbitrary<Expr> =>
  fc.constantFrom<Expr>({ op: 'fact', name: `${kind}1` }, { op: 'fact', name: `${kind}2` })

const { u, ratio, area } = fc.letrec<Record<Kind, Expr>>((tie) => {
  const depth = { maxDepth: 4, depthIdentifier: fc.createDepthIdentifier() }
  const of = (kind: Kind, ...deeper: fc.Arbitrary<Expr>[]) => {
    const part = tie(kind)
    const list = fc.constantFrom('add' as const, 'maximum' as const, 'minimum' as const)
    return fc.oneof(
      depth,
      fact(kind),
      constant(kind),
      fc.record({ op: list, of: fc.array(part, { minLength: 1, maxLength: 3 }) }),
      fc.record({ op: fc.constant('subtract' as const), left: part, right: part }),
      ...deeper,
    )
  }
  const product = (left: Kind, right: Kind, unit: Kind) =>
    fc.record({
      ...{ op: fc.constant('multiply' as const), left: tie(left), right: tie(right) },
      unit: fc.constant(unit),
    })
  const quotient = (left: Kind, right: Kind, unit: Kind) =>
    fc.record({
      ...{ op: fc.constant('divide' as const), left: tie(left), right: tie(right) },
      ...{ unit: fc.constant(unit), round: fc.constantFrom('down', 'up', 'halfUp' as const) },
    })
  return {
    u: of('u', quotient('area', 'u', 'u'), product('u', 'ratio', 'u')),
    ratio: of('ratio', quotient('u', 'u', 'ratio'), product('ratio', 'ratio', 'ratio')),
    area: of('area', product('u', 'u', 'area')),
  }
})

function exact(expr: Expr, facts: ReadonlyMap<string, bigint>): Exact | undefined {
  switch (expr.op) {
    case 'number':
      return { top: BigInt(expr.value), scale: scales[expr.unit as Kind] }
    case 'fact':
      return { top: facts.get(expr.name) ?? 0n, scale: scales[expr.name.slice(0, -1) as Kind] }
    case 'add':
    case 'maximum':
    case 'minimum': {
      const [first, ...rest] = expr.of.map((part) => exact(part, facts))
      return rest.reduce((a, b) => a && b && combined(expr.op, a, b), first)
    }
    case 'subtract': {
      const [left, right] = [exact(expr.left, facts), exact(expr.right, facts)]
      return left && right && combined('add', left, { ...right, top: -right.top })
    }
    case 'multiply': {
      const [left, right] = [exact(expr.left, facts), exact(expr.right, facts)]
      return left && right && { top: left.top * right.top, scale: left.scale + right.scale }
    }
    case 'divide': {
      const [left, right] = [exact(expr.left, facts), exact(expr.right, facts)]
      if (!left || !right || right.top === 0n) return undefined
      const scale = scales[expr.unit as Kind]
      const top = left.top * 10n ** BigInt(scale + right.scale)
      const bottom = right.top * 10n ** BigInt(left.scale)
      const more = { down: 0n, up: bottom - 1n, halfUp: bottom / 2n }[expr.round]
      return { top: (top + more) / bottom, scale }
    }
    default:
      throw new Error(`${expr.op} is not arithmetic`)
  }
}

function combined(op: 'add' | 'maximum' | 'minimum', a: Exact, b: Exact): Exact {
  const scale = Math.max(a.scale, b.scale)
  const [x, y] = [a, b].map((one) => one.top * 10n ** BigInt(scale - one.scale)) as [bigint, bigint]
  if (op === 'add') return { top: x + y, scale }
  return { top: (op === 'maximum') === x > y ? x : y, scale }
}

function declared(name: string, unit: Kind, max: number): FactDeclaration {
  const words = { title: name, question: `${name}?`, why: 'Exactness', group: 'all', example: 0 }
  const law = { assertedBy: [], evidence: [], cite: [{ provision: 'Tiny Act' }] }
  return { name, type: { kind: 'number', unit }, ...words, ...law, bounds: { min: 0, max } }
}

const names = ['u1', 'u2', 'ratio1', 'ratio2', 'area1', 'area2'] as const

it('computes exactly within the declared bounds, or is refused when loaded', () => {
  let loaded = 0
  fc.assert(
    fc.property(
      fc.oneof(u, ratio, area),
      fc.oneof(u, ratio, area),
      fc.array(bound, { minLength: 6, maxLength: 6 }),
      fc.array(fc.constantFrom(0, 0.3, 1), { minLength: 6, maxLength: 6 }),
      (left, right, bounds, shares) => {
        const facts = names.map((name, index) =>
          declared(name, name.slice(0, -1) as Kind, bounds[index] ?? 0),
        )
        const when: Expr = { op: 'compare', is: 'atLeast', left, right }
        const relations: [] = []
        const text = tinyText([{ id: 'only', then: when }], { units, facts, relations })
        const result = load(text)
        if (!result.ok) return
        loaded++
        const scaled = bounds.map((max, index) => Math.floor(max * (shares[index] ?? 0)))
        const exactly = new Map(
          names.map((name, index) => [name as string, BigInt(scaled[index] ?? 0)]),
        )
        const [a, b] = [exact(left, exactly), exact(right, exactly)]
        const wanted =
          a &&
          b &&
          combined('maximum', a, b).top === combined('add', a, { top: 0n, scale: b.scale }).top
        const stated = Object.fromEntries(
          names.map((name, index) => [name, written(name, scaled[index] ?? 0)]),
        )
        for (const evaluator of [interpret, compiled]) {
          const decision = decide(result.rules, stated, {
            asOf: '2025-01-01',
            mode: 'text',
            evaluator,
          })
          const outcome = decision.ok ? decision.decision.outcome : decision.problems
          expect(outcome).toMatchObject(
            wanted === undefined ? { kind: 'undetermined' } : { kind: 'value', value: wanted },
          )
        }
      },
    ),
    { numRuns: 3000 },
  )
  expect(loaded).toBeGreaterThan(300)
})

function written(name: string, scaled: number): string {
  const scale = scales[name.slice(0, -1) as Kind]
  const digits = String(scaled).padStart(scale + 1, '0')
  return scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
