import type { LoopholeQuestion, SeriesPoint } from '#rules'
import { groupDigits } from '../words/numbers.ts'

type Way = Pick<SeriesPoint, 'title' | 'most' | 'entities'>

/** Every way around a limit in one sentence's end; ways that are the same are told once. */
export function waysInWords(question: LoopholeQuestion, ways: readonly Way[]): string {
  const texts = ways.map((way) => wayInWords(question, way))
  if (new Set(texts).size === 1) return texts[0] ?? ''
  return ways.map(({ title }, index) => `${texts[index]} if ${title}`).join('; ')
}

function wayInWords({ entity: [one, many] }: LoopholeQuestion, { entities, most }: Way): string {
  if (entities === undefined) return `no number of ${many} is enough`
  const who = entities === 1 ? one : many
  return `${groupDigits(String(entities))} ${who} with at most ${groupDigits(most)} each`
}
