import type { Program } from '#rules'
import { decide } from '#rules'
import { bareChip } from './chip-line.ts'
import type { ChipReading } from './chip-line.ts'

/** A rectangle of the plot in which a chip meets a leg; an absent edge is open. */
export interface Region {
  readonly leg: 'a' | 'b'
  readonly tppFrom: number
  readonly tppTo?: number
  readonly densityFrom: number
  readonly densityTo?: number
}

const names = [
  'tppHigh',
  'tppMiddle',
  'tppLow',
  'densityHigh',
  'densityMiddle',
  'densityLow',
] as const

/**
 * The regions of 3A090.a and .b by TPP and performance density, from the parameters in force under
 * a reading; none when that reading does not control by both (before 2023-11-17).
 */
export function controlRegions(program: Program, reading: ChipReading): readonly Region[] {
  const result = decide(program.rules, bareChip, reading)
  if (!result.ok) return []
  const { view } = result.decision
  const values = names.map((name) => {
    const found = program.rules.scope.parameters.get(name)
    const { type } = found?.declaration ?? {}
    const scale =
      type?.kind === 'number' ? program.rules.scope.units.get(type.unit)?.declaration.scale : 0
    const inForce = view.parameterVersions[found?.slot ?? -1]
    return inForce
      ? (view.parameters[found?.slot ?? -1] ?? Number.NaN) / 10 ** (scale ?? 0)
      : Number.NaN
  })
  if (values.some((value) => Number.isNaN(value))) return []
  const [tppHigh, tppMiddle, tppLow, densityHigh, densityMiddle, densityLow] = values as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return [
    { leg: 'a', tppFrom: tppHigh, densityFrom: 0 },
    { leg: 'a', tppFrom: tppLow, tppTo: tppHigh, densityFrom: densityHigh },
    {
      leg: 'b',
      tppFrom: tppMiddle,
      tppTo: tppHigh,
      densityFrom: densityLow,
      densityTo: densityMiddle,
    },
    {
      leg: 'b',
      tppFrom: tppLow,
      tppTo: tppHigh,
      densityFrom: densityMiddle,
      densityTo: densityHigh,
    },
  ]
}
