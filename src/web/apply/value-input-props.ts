import type { RuleSet, ValueType } from '#rules'
import type { Entry } from './entry.ts'

/** What every input of a value takes. */
export interface ValueInputProps {
  readonly id: string
  readonly rules: RuleSet
  readonly type: ValueType
  readonly entry: Entry
  readonly onEntry: (entry: Entry) => void
  /** Ids of the texts that describe the input: hint and problem. */
  readonly describedBy?: string
  readonly isWrong?: boolean
  /** Rows of a list have little room: choices become a drop-down list. */
  readonly isCompact?: boolean
  /** Names the input where no visible label does. */
  readonly label?: string
}
