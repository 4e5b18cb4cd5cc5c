import type { Citation, LegalStatus } from '../../rules/ast.ts'
import type { Mode } from '../view.ts'
import type { ParagraphLink } from './clause.ts'
import type { LawDeclarations } from './declarations.ts'
import type { Phrase } from './phrase.ts'

/** A clause as a numbered paragraph, its exceptions beneath it. */
export interface LawParagraph extends ParagraphLink {
  readonly clause: string
  readonly title: string
  readonly sentences: readonly Phrase[]
  readonly exceptTo?: ParagraphLink
  readonly cite: readonly Citation[]
  readonly status: LegalStatus
  readonly statusFrom: string
  readonly statusCite: string
  readonly from: string
  readonly to?: string
  readonly verifiedAt: string
  readonly recheckBy?: string
  /** Whether the day by which it had to be looked at again has passed unverified. */
  readonly isRecheckDue: boolean
  /** Whether it comes from a proposal: not law. */
  readonly isProposed: boolean
  readonly pack: { readonly title: string; readonly anchor: string }
  readonly note?: string
  readonly exceptions: readonly LawParagraph[]
}

/** A clause of the rule text that does not count on this day or in this reading, and why. */
export interface LeftOut {
  readonly clause: string
  readonly title: string
  readonly pack: string
  readonly why: string
}

/** One definition: what it concludes, and the paragraphs that conclude it. */
export interface LawSection {
  readonly number: number
  readonly anchor: string
  readonly definition: string
  readonly title: string
  readonly text: string
  readonly role: 'outcome' | 'output' | 'step'
  readonly paragraphs: readonly LawParagraph[]
  /** Whether some paragraph always applies; where none does, no rule covers the case. */
  readonly isTotal: boolean
  readonly leftOut: readonly LeftOut[]
}

/** The law of one program as it is read on one day: sentences, not logic; nothing in it decides. */
export interface Law extends LawDeclarations {
  readonly program: string
  readonly title: string
  readonly hash: string
  readonly asOf: string
  readonly mode: Mode
  readonly sections: readonly LawSection[]
}
