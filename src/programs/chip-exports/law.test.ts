import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Citation, Expr } from '#rules'
import { chipExports } from './index.ts'

const { text } = chipExports.rules
const sources = readFileSync(new URL('sources.md', import.meta.url), 'utf8')
const headings = new Set(
  sources.split('\n').flatMap((line) => {
    const title = /^#{2,4} (.+)$/.exec(line)?.[1]
    return title === undefined ? [] : [title.trim()]
  }),
)

const cited = [
  ...text.clauses.map(({ definition, id, cite }) => ({ name: `${definition}/${id}`, cite })),
  ...[...text.facts, ...text.relations, ...text.tables].map(({ name, cite }) => ({ name, cite })),
  ...text.parameters.flatMap(({ name, versions }) => versions.map(({ cite }) => ({ name, cite }))),
]

describe('citations', () => {
  it('lead to a heading of sources.md', () => {
    const lost = cited.flatMap(({ name, cite }) =>
      cite
        .filter(({ anchor }) => anchor !== undefined && !headings.has(anchor))
        .map(({ anchor }) => `${name}: ${anchor}`),
    )
    expect(lost).toEqual([])
  })

  it('of clauses all have an anchor', () => {
    const bare = text.clauses.filter(({ cite }) => cite.every(({ anchor }) => !anchor))
    expect(bare.map(({ definition, id }) => `${definition}/${id}`)).toEqual([])
  })

  it('of the rule of 2022 end with it', () => {
    const isOld = ({ provision }: Citation): boolean => /\(2022\)|87 FR 62186/.test(provision)
    const lasting = [
      ...text.clauses.map(({ definition, id, cite, to }) => ({
        name: `${definition}/${id}`,
        cite,
        to,
      })),
      ...text.parameters.flatMap(({ name, versions }) =>
        versions.map(({ cite, to }) => ({ name, cite, to })),
      ),
    ].filter(({ cite, to = '9999' }) => cite.some(isOld) && to > '2023-11-17')
    expect(lasting.map(({ name }) => name)).toEqual([])
  })

  it('name the date on which the text was last read, no later than the program’s own day', () => {
    const late = text.clauses.filter(({ verifiedAt }) => verifiedAt > '2026-11-23')
    expect(late.map(({ definition, id }) => `${definition}/${id}`)).toEqual([])
  })
})

function* parts(expr: Expr): Generator<Expr> {
  yield expr
  for (const value of Object.values(expr)) {
    for (const part of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof part === 'object' && part !== null && 'op' in part) yield* parts(part as Expr)
    }
  }
}
const read = new Set(
  text.clauses
    .flatMap(({ when, then }) => [...parts(when), ...parts(then)])
    .flatMap((part) => ('relation' in part ? [part.relation] : 'name' in part ? [part.name] : [])),
)

describe('facts', () => {
  const asked = [...text.facts, ...text.relations]

  it('are each read by a clause', () => {
    expect(asked.filter(({ name }) => !read.has(name)).map(({ name }) => name)).toEqual([])
  })

  it('are asked as questions, with the reason, in a few words', () => {
    const unclear = asked.filter(({ title, question, why }) =>
      !question.endsWith('?') && !/\? Enter 0 if none was filed\.$/.test(question)
        ? true
        : !why.endsWith('.') || title.length > 60 || question.length > 220,
    )
    expect(unclear.map(({ name }) => name)).toEqual([])
  })

  it('explain every abbreviation they use, or leave it out', () => {
    const known =
      /\b(?:AIA|LPP|ACM|NAC|ACA|HBM|VEU|TPP|EAR|BIS|DRAM|OSAT|TOPS|TFLOPS|PFLOPS|US|NS|EI|MT|NP|TB|GB|UAE)\b/g
    const strange = asked.flatMap(({ name, question }) =>
      (question.replaceAll(known, '').match(/\b[A-Z]{2,}\b/g) ?? []).map(
        (word) => `${name}: ${word}`,
      ),
    )
    expect(strange).toEqual([])
  })
})

describe('definitions', () => {
  it('have at most thirty clauses in force at once, which is what a mark can hold', () => {
    const crowded = text.definitions.filter(
      ({ name }) =>
        new Set(text.clauses.filter(({ definition }) => definition === name).map(({ id }) => id))
          .size > 30,
    )
    expect(crowded.map(({ name }) => name)).toEqual([])
  })
})
