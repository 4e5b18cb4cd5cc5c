import type { PopulationRun } from '#rules'
import type { Evasion, EvasionSeries } from './evasion.ts'
import type { Scenario } from './scenario.ts'

/** What the page asks of the worker, named by the scenario: the newest request is the one that counts. */
export interface CompareRequest {
  readonly id: string
  readonly program: string
  readonly scenario: Scenario
  /** Whether the population is compared here too; larger ones are left to the server. */
  readonly comparesPopulation: boolean
}

/** What the worker says of a request, piece by piece, or in plain words why there is nothing. */
export type CompareReply =
  | {
      readonly id: string
      readonly kind: 'progress'
      readonly done: number
      readonly total: number
    }
  | { readonly id: string; readonly kind: 'evasions'; readonly evasions: readonly Evasion[] }
  | { readonly id: string; readonly kind: 'series'; readonly series: readonly EvasionSeries[] }
  | {
      readonly id: string
      readonly kind: 'done'
      readonly run: PopulationRun
      readonly milliseconds: number
    }
  | { readonly id: string; readonly kind: 'refused'; readonly problems: readonly string[] }
