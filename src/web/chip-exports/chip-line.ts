import type { CaseFacts, Decision, Program, Verdict } from '#rules'
import { decide, scaledInteger } from '#rules'
import { chipRows } from '#programs'
import type { Mode } from '#rules'
import { verdictWords } from '../words/labels.ts'

export type ChipRow = (typeof chipRows)[number]

/** Which leg of the advanced computing entries a classification belongs to. */
export type Leg = 'a' | 'b' | 'none' | 'unknown'

/** One chip with what the rules derive from its published numbers; null is not public. */
export interface ChipLine {
  readonly row: ChipRow
  readonly tpp: string | null
  readonly density: string | null
  readonly bandwidth: string | null
  readonly eccn: string
  readonly leg: Leg
  /** Whole chips that fit under the yearly LPP limit; undefined where no such limit applies. */
  readonly lppCount: bigint | undefined
}

export interface ChipReading {
  readonly asOf: string
  readonly mode: Mode
}

/** What "classify this chip" means where nothing else is stated: the bare chip. */
export const bareChip: CaseFacts = { itemKind: 'integratedCircuit', otherFunction: 'none' }

/** Every chip of the table, decided under one reading; none when that reading has no rules. */
export function chipLines(program: Program, reading: ChipReading): readonly ChipLine[] {
  return chipRows.flatMap((row) => {
    const result = decide(program.rules, { ...bareChip, chip: row.name }, reading)
    return result.ok ? [lineOf(program, row, result.decision)] : []
  })
}

function lineOf(program: Program, row: ChipRow, decision: Decision): ChipLine {
  const { outputs } = decision
  const tpp = textOf(outputs['totalProcessingPerformance'])
  return {
    row,
    tpp,
    density: textOf(outputs['performanceDensity']),
    bandwidth: row.memoryBandwidthGbPerS,
    eccn: eccnWords(program, outputs['eccn'], row),
    leg: legOf(outputs['eccn']),
    lppCount: wholeChips(textOf(outputs['lppLimit']), tpp, legOf(outputs['eccn'])),
  }
}

/** The leg that a classification belongs to: `4A090.a` and `5A992.z.1` are of the .a leg. */
function legOf(verdict: Verdict | undefined): Leg {
  if (verdict?.kind !== 'value') return 'unknown'
  const code = String(verdict.value)
  if (/(\.a|\.1)$/.test(code)) return 'a'
  return /(\.b|\.2)$/.test(code) ? 'b' : 'none'
}

/** How many whole chips stay within a limit, by exact integers; LPP is for items of the .a leg. */
export function wholeChips(limit: string | null, tpp: string | null, leg: Leg): bigint | undefined {
  if (limit === null || tpp === null || leg !== 'a') return undefined
  const [whole, each] = [scaledInteger(limit, 2), scaledInteger(tpp, 2)]
  if (whole === undefined || each === undefined || each <= 0) return undefined
  return BigInt(whole) / BigInt(each)
}

const textOf = (verdict: Verdict | undefined): string | null =>
  verdict?.kind === 'value' ? String(verdict.value) : null

function eccnWords(program: Program, verdict: Verdict | undefined, row: ChipRow): string {
  if (verdict === undefined) return 'not decided here'
  if (verdict.kind === 'value' && verdict.value === 'notAdvancedComputing') return 'not 3A090'
  if (verdict.kind !== 'undetermined') return verdictWords(program.rules, 'eccn', verdict)
  return row.applicableDieAreaMm2 === null
    ? 'cannot tell: applicable die area'
    : 'cannot tell: rates not public'
}
