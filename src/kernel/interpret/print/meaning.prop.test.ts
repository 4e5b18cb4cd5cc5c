import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Choices, entropy } from '../../../testing/choices.ts'
import { randomCase } from '../../../testing/random-cases.ts'
import { condition, positiveLength } from '../../../testing/random-expressions.ts'
import type { Surroundings } from '../../../testing/random-expressions.ts'
import { mutated } from '../../../testing/random-mutations.ts'
import { randomText } from '../../../testing/random-rules.ts'
import type { Clause, Expr, RuleText } from '../../rules/ast.ts'
import { load } from '../../rules/load.ts'
import { encodeCase } from '../encode.ts'
import { interpret } from '../evaluate.ts'
import type { View } from '../view.ts'
import { viewOf } from '../view.ts'
import { lawOf } from './law.ts'
import { phraseText } from './phrase.ts'

const plain = randomText(new Choices([]))
/** A random text whose first conclusion holds exactly where a condition does. */
const textWith = (when: Expr): RuleText => ({
  ...plain,
  clauses: plain.clauses.map((clause): Clause => {
    const own = {
      ...clause,
      from: '2020-01-01',
      status: [{ ...cited, status: 'inForce' }],
    } as const
    return clause.definition === 'first' ? { ...own, when, then: { op: 'bool', value: true } } : own
  }),
})
const cited = { from: '2020-01-01', cite: 'Random Act' }

/** A condition of groups within groups, comparisons of sums of products, and rows within rows. */
function nested(depth: number, within: Surroundings): Expr {
  const { choices } = within
  const part = (): Expr => nested(depth - 1, within)
  const parts = (): readonly Expr[] => Array.from({ length: 2 + choices.below(2) }, part)
  const row = (): Expr => nested(depth - 1, { ...within, inRow: true })
  if (depth === 0) return condition(choices.below(2), within)
  return choices.pick<() => Expr>([
    () => ({ op: choices.pick(['all', 'any']), of: parts() }),
    () => ({ op: 'not', of: { op: choices.pick(['all', 'any']), of: parts() } }),
    () => ({ op: choices.pick(['anyOver', 'allOver']), relation: 'rows', where: row() }),
    () => ({
      op: 'compare',
      is: choices.pick(['atLeast', 'lessThan']),
      left: {
        op: choices.pick(['add', 'maximum', 'minimum']),
        of: [positiveLength(2, within, choices), positiveLength(1, within, choices)],
      },
      right: positiveLength(3, within, choices),
    }),
  ])()
}

function viewIn(text: RuleText): View | undefined {
  const loaded = load(text)
  if (!loaded.ok) return undefined
  const found = viewOf(loaded.rules, '2022-06-01', 'text')
  if (!found.ok) throw new Error(found.problem.message)
  return found.view
}

/** The first section of the law, as a reader sees it. */
const sentencesOf = (view: View): string =>
  (lawOf(view).sections[0]?.paragraphs ?? [])
    .flatMap(({ sentences }) => sentences.map((sentence) => phraseText(sentence, '.')))
    .join(' ')

function answers(view: View, seeds: readonly number[]): string {
  const choices = new Choices(seeds)
  return Array.from({ length: 60 }, (_, round) => {
    const coded = encodeCase(view.rules, randomCase(choices, [0, 3, 8][round % 3] ?? 0))
    if (!coded.ok) throw new Error('the random case is refused')
    return interpret(view, coded.encoded, view.parameters, [0]).marks[0]
  }).join(' ')
}

it('prints two conditions alike only if they mean the same: no sentence has two meanings', () => {
  let differing = 0
  const seeds = fc.sample(entropy, { numRuns: 40, seed: 7 }).flat()
  fc.assert(
    fc.property(entropy, (drawn) => {
      const choices = new Choices(drawn)
      const when = nested(3, { choices, before: [], inRow: false })
      const view = viewIn(textWith(when))
      if (!view) return
      const [law, decided] = [sentencesOf(view), answers(view, seeds)]
      for (let round = 0; round < 8; round++) {
        // A change may break units or bounds; then there is no second text to compare with.
        const other = viewIn(textWith(mutated(when, choices)))
        if (!other || answers(other, seeds) === decided) continue
        differing++
        expect(sentencesOf(other)).not.toBe(law)
      }
    }),
    { numRuns: 400 },
  )
  expect(differing).toBeGreaterThan(500)
})
