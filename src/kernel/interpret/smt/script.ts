import type { Sort, Term } from './terms.ts'

/**
 * SMT-LIB 2.6 text being written. The same definition is never written twice, so that what two
 * cases or two versions of the law share is one term to the solver.
 */
export class Script {
  readonly #lines: string[] = []
  readonly #declared = new Map<Term, string>()
  readonly #defined = new Map<string, Term>()
  #nonlinear = false

  /** Declares a constant once; its bounds are asserted right after it. */
  declare(symbol: Term, sort: Sort, about: string, bounds?: Term): void {
    const known = this.#declared.get(symbol)
    if (known !== undefined) {
      if (known !== about) throw new RangeError(`"${symbol}" stands for two things`)
      return
    }
    this.#declared.set(symbol, about)
    this.#lines.push(`; ${about.replaceAll(/\s+/g, ' ')}`, `(declare-const ${symbol} ${sort})`)
    if (bounds !== undefined && bounds !== 'true') this.#lines.push(`(assert ${bounds})`)
  }

  /** A name for a term; the same term has one name. */
  define(sort: Sort, body: Term): Term {
    const known = this.#defined.get(body)
    if (known !== undefined) return known
    const name = `g${this.#defined.size}`
    this.#defined.set(body, name)
    this.#lines.push(`(define-fun ${name} () ${sort} ${body})`)
    return name
  }

  assert(term: Term, why?: string): void {
    if (term === 'true') return
    if (why !== undefined) this.#lines.push(`; ${why}`)
    this.#lines.push(`(assert ${term})`)
  }

  comment(text: string): void {
    this.#lines.push(`; ${text.replaceAll(/\s+/g, ' ')}`)
  }

  /** Says that two variables are multiplied or divided, so that linear arithmetic is not enough. */
  markNonlinear(): void {
    this.#nonlinear = true
  }

  /** The least logic of SMT-LIB that holds what was written. */
  get logic(): 'QF_LIA' | 'QF_NIA' {
    return this.#nonlinear ? 'QF_NIA' : 'QF_LIA'
  }

  /** Everything written so far, after the logic; commands follow. */
  get text(): string {
    return [`(set-logic ${this.logic})`, ...this.#lines, ''].join('\n')
  }
}
