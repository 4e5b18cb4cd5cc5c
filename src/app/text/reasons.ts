import type { ClauseTrace, DefinitionTrace, DeterminationDocument, Program, Reading } from '#rules'
import { wrapped } from './layout.ts'
import type { Words } from './words.ts'
import { wordsOf } from './words.ts'

/** How much of a trace is shown: what decided, or also what was overridden, quoted and noted. */
export type Extent = 'brief' | 'full'

/** Why definitions came out as they did: an indented tree, each definition in full once. */
export function reasons(
  program: Program,
  document: DeterminationDocument,
  roots: readonly string[],
  extent: Extent,
): readonly string[] {
  const tree = new Tree(program, document, extent)
  for (const root of roots) tree.root(root)
  return tree.lines
}

class Tree {
  readonly lines: string[] = []
  readonly #traces: ReadonlyMap<string, DefinitionTrace>
  /** Definitions shown so far, and whether that was where only what is open is shown. */
  readonly #shown = new Map<string, boolean>()
  readonly #words: Words
  readonly #extent: Extent
  /** Whether the root at hand is not decided yet. */
  #isOpen = false

  constructor(program: Program, { trace }: DeterminationDocument, extent: Extent) {
    this.#traces = new Map(trace.map((one) => [one.definition, one]))
    this.#words = wordsOf(program)
    this.#extent = extent
  }

  root(name: string): void {
    this.#isOpen = this.#traces.get(name)?.verdict.kind === 'undetermined'
    this.#definition(name, 2)
  }

  #definition(name: string, indent: number): void {
    const trace = this.#traces.get(name)
    if (!trace) return
    const conclusion = `${trace.title}: ${this.#words.definition(trace)}`
    const shownOpen = this.#shown.get(name)
    if (shownOpen === false || shownOpen === this.#isOpen) {
      this.#add(`${conclusion} (see above)`, indent, 2)
      return
    }
    this.#shown.set(name, this.#isOpen)
    this.#add(conclusion, indent, 2)
    const clauses = trace.clauses.filter((clause) => this.#isShown(trace, clause))
    for (const clause of clauses) this.#clause(clause, indent + 2)
  }

  /** In brief: what decided; and where nothing is decided yet, only what is still open. */
  #isShown({ verdict }: DefinitionTrace, { part, reads }: ClauseTrace): boolean {
    if (this.#extent === 'full') return true
    if (verdict.kind !== 'undetermined') return part === 'decided' && !this.#isOpen
    // A clause may apply for certain and still have a value that nobody can tell.
    return part === 'open' || (part === 'decided' && reads.some((read) => this.#isUnknown(read)))
  }

  #isUnknown({ kind, name, value }: Reading): boolean {
    if (kind !== 'definition') return value === undefined
    return this.#traces.get(name)?.verdict.kind === 'undetermined'
  }

  #clause(clause: ClauseTrace, indent: number): void {
    const provisions = this.#words.provisions(clause)
    this.#add(`- ${partInWords(clause)}${clause.title} [${provisions}]`, indent, 2)
    const inner = indent + 2
    if (this.#extent === 'full') this.#particulars(clause, inner)
    const values = clause.reads.filter(({ kind }) => kind !== 'definition')
    if (values.length > 0) {
      this.#add(values.map((reading) => this.#reading(reading)).join('; '), inner, 2)
    }
    for (const { kind, name } of clause.reads) {
      if (kind === 'definition') this.#definition(name, inner)
    }
  }

  #particulars(clause: ClauseTrace, indent: number): void {
    const { inForceFrom, inForceTo, status, statusCite, verifiedAt, pack, note, cite } = clause
    const until = inForceTo === undefined ? '' : ` until ${inForceTo}`
    const standing = statusCite === '' ? status : `${status} (${statusCite})`
    this.#add(
      `${pack}: from ${inForceFrom}${until}, ${standing}, verified ${verifiedAt}`,
      indent,
      2,
    )
    for (const { quote } of cite) if (quote !== undefined) this.#add(`"${quote}"`, indent, 1)
    if (note !== undefined) this.#add(`Note: ${note}`, indent, 2)
  }

  #reading(reading: Reading): string {
    const source = reading.fromTable === true ? ' (from the table)' : ''
    const cited = (reading.cite ?? []).map(({ provision }) => provision).join('; ')
    const law = cited === '' ? '' : ` [${cited}]`
    return `${reading.title} = ${this.#words.reading(reading)}${source}${law}`
  }

  #add(text: string, indent: number, hang: number): void {
    // Deep reasons are still readable when they do not run off to the right.
    this.lines.push(...wrapped(text, Math.min(indent, 40), hang))
  }
}

function partInWords({ part, overriddenBy }: ClauseTrace): string {
  if (part === 'open') return 'cannot yet tell: '
  return part === 'overridden' ? `overridden by ${overriddenBy.join(', ')}: ` : ''
}
