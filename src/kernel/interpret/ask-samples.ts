import type { FactDeclaration } from '../rules/ast.ts'
import { decimalText } from '../rules/decimal.ts'
import { isUnknown } from '../rules/ir.ts'
import type { RuleSet } from '../rules/load.ts'
import { encodedAt } from './batch/case-at.ts'
import type { EncodedCase } from './encode.ts'
import { prefill, prefillsOf } from './prefill.ts'
import type {
  Distribution,
  FactColumn,
  Population,
  RelationColumn,
} from './population/population.ts'
import { populationChunks } from './population/generate.ts'

/** Cases that an interview holds possible, in the encoding of evaluators. */
export type Samples = readonly EncodedCase[]

const poolSize = 1024
const seed = 20_230_711
const pools = new WeakMap<RuleSet, WeakMap<Population, Samples>>()
const evenly = new WeakMap<RuleSet, Population>()

/**
 * Invented cases of a program to ask questions by: those of its population, or of one in which
 * every answer is as likely. Drawn once, always the same.
 */
export function samplesOf(rules: RuleSet, population?: Population): Samples {
  const of = population ?? evenPopulation(rules)
  const known = pools.get(rules)?.get(of)
  if (known) return known
  const made = drawn(rules, of)
  const pool = pools.get(rules) ?? new WeakMap<Population, Samples>()
  pools.set(rules, pool.set(of, made))
  return made
}

function drawn(rules: RuleSet, population: Population): Samples {
  const prefills = prefillsOf(rules)
  const made: EncodedCase[] = []
  for (const { columns } of populationChunks(rules, population, { rows: poolSize, seed })) {
    for (let row = 0; row < columns.count; row++) {
      const one = encodedAt(columns, rules, row)
      const facts = [...one.facts]
      // A value that the table contradicts is no possible case; the table's own stands.
      prefill(rules, prefills, facts, [])
      made.push({ ...one, facts })
    }
  }
  return made
}

/** A population in which every answer to every question is as likely. */
function evenPopulation(rules: RuleSet): Population {
  const known = evenly.get(rules)
  if (known) return known
  const { facts, relations } = rules.text
  const columns: readonly (FactColumn | RelationColumn)[] = [
    ...facts.map((fact): FactColumn => ({
      fact: fact.name,
      as: evenDistribution(rules, fact),
      source: 'even',
    })),
    ...relations.map((relation): RelationColumn => ({
      relation: relation.name,
      rows: {
        counts: { 0: 2, 1: 1, 2: 1 },
        fields: Object.fromEntries(
          relation.fields.map((field) => [field.name, evenDistribution(rules, field)]),
        ),
      },
      source: 'even',
    })),
  ]
  const made = { about: 'Every answer as likely', columns, parties: [], patterns: [] }
  evenly.set(rules, made)
  return made
}

type Declared = Pick<FactDeclaration, 'type' | 'bounds' | 'example'>

function evenDistribution({ scope }: RuleSet, { type, bounds, example }: Declared): Distribution {
  switch (type.kind) {
    case 'bool':
      return { kind: 'chance', of: 0.5 }
    case 'enum':
      return {
        kind: 'weights',
        of: evenWeights(scope.enums.get(type.enum)?.declaration.members, 1),
      }
    case 'set':
      return { kind: 'each', of: evenWeights(scope.enums.get(type.enum)?.declaration.members, 0.2) }
    case 'date':
      return { kind: 'uniform', min: '2015-01-01', max: '2034-12-31' }
    case 'number': {
      const scale = scope.units.get(type.unit)?.declaration.scale ?? 0
      const plain = (value: number): number => Number(decimalText(value, scale))
      const usual = Number(example)
      const { min, max } = bounds ?? { min: 0, max: 0 }
      // Half of them the example: bounds alone say little about what is plausible.
      return {
        kind: 'quantiles',
        at: [
          [0, plain(min)],
          [0.25, usual],
          [0.75, usual],
          [1, plain(max)],
        ],
      }
    }
  }
}

const evenWeights = (
  members: readonly { readonly value: string }[] = [],
  weight: number,
): Readonly<Record<string, number>> =>
  Object.fromEntries(members.map(({ value }) => [value, weight]))

/**
 * The samples that are most like a case as far as it is answered, completed with its answers. Those
 * that agree on more answers come first; `count` of them, always the same for the same case.
 */
export function likeCase(
  rules: RuleSet,
  samples: Samples,
  stated: EncodedCase,
  count: number,
): Samples {
  const { facts } = rules.text
  const compared = facts.flatMap(({ type: { kind } }, slot) => {
    const value = stated.facts[slot] ?? Number.NaN
    const isChoice = kind === 'bool' || kind === 'enum' || kind === 'set'
    return isChoice && !isUnknown(kind, value) ? [{ slot, value }] : []
  })
  const ranked = samples.map((sample, at) => ({
    sample,
    at,
    agreeing: compared.reduce(
      (sum, { slot, value }) => sum + (sample.facts[slot] === value ? 1 : 0),
      0,
    ),
  }))
  ranked.sort((a, b) => b.agreeing - a.agreeing || a.at - b.at)
  return ranked.slice(0, count).map(({ sample }) => ({
    ...stated,
    facts: facts.map(({ type: { kind } }, slot) => {
      const value = stated.facts[slot] ?? Number.NaN
      return isUnknown(kind, value) ? (sample.facts[slot] ?? value) : value
    }),
    relations: rules.text.relations.map(
      (_, slot) => stated.relations[slot] ?? sample.relations[slot],
    ),
  }))
}
