import type { Values } from '../interpret/smt/model.ts'
import { readValues } from '../interpret/smt/model.ts'
import type { Script } from '../interpret/smt/script.ts'
import type { Term } from '../interpret/smt/terms.ts'
import { InvariantError } from '../errors.ts'
import type { UnprovedReason } from './thread.ts'
import { Stopped } from './thread.ts'
import type { Z3 } from './z3.ts'

/** How a solver answered. */
export type Checked =
  | { readonly status: 'sat' | 'unsat' }
  | { readonly status: 'unknown'; readonly reason: UnprovedReason; readonly detail: string }

/** How long one check may take, and what cancels it. */
export interface Limits {
  readonly milliseconds: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Definitions and several questions about them, one after another. What is asserted inside `within`
 * is forgotten after it. When the thread had to be ended, the session begins anew by itself.
 */
export class Session {
  readonly #z3: Z3
  readonly #base: string
  #generation = -1
  #stack: string[][] = []

  constructor(z3: Z3, script: Script) {
    this.#z3 = z3
    this.#base = script.text
  }

  /** Asserts a claim for the length of some work. */
  async within<Result>(claim: Term, work: () => Promise<Result>): Promise<Result> {
    this.#stack.push([claim])
    try {
      await this.#send(`(push 1)\n(assert ${claim})`)
      return await work()
    } finally {
      this.#stack.pop()
      if (this.#isLive) await this.#send('(pop 1)')
    }
  }

  /** Asserts one more thing within the work under way. */
  async assert(claim: Term): Promise<void> {
    this.#stack.at(-1)?.push(claim)
    await this.#send(`(assert ${claim})`)
  }

  /** Whether what is asserted can hold. */
  async check({ milliseconds, signal }: Limits): Promise<Checked> {
    const limit = Math.max(1, Math.round(milliseconds))
    try {
      await this.#send('', signal)
      const text = `(set-option :timeout ${limit})\n(check-sat)`
      const answer = (await this.#z3.evaluate(text, limit, signal)).trim()
      if (answer === 'sat' || answer === 'unsat') return { status: answer }
      if (answer !== 'unknown') {
        if (/memory/i.test(answer)) return unknown('memoryLimit', answer)
        throw new InvariantError(`the solver does not understand the question: ${answer}`)
      }
      const why = await this.#z3.evaluate('(get-info :reason-unknown)', limit, signal)
      return unknown(reasonOf(why), why.trim())
    } catch (error) {
      if (error instanceof Stopped) return unknown(error.reason, error.message)
      throw error
    }
  }

  /** The values of terms, after a check that was `sat`. */
  async values(terms: readonly Term[]): Promise<Values> {
    if (terms.length === 0) return new Map()
    const answer = await this.#send(`(get-value (${terms.join(' ')}))`)
    const values = readValues(answer)
    if (!values) throw new InvariantError(`the solver gives no values: ${answer.slice(0, 200)}`)
    return values
  }

  get #isLive(): boolean {
    return this.#generation === this.#z3.generation
  }

  /** Sends commands; begins anew first where the thread is another one than before. */
  async #send(text: string, signal?: AbortSignal): Promise<string> {
    const begin = this.#isLive
      ? ''
      : ['(reset)', this.#base, ...this.#stack.flatMap((claims) => pushed(claims))].join('\n')
    if (begin === '' && text === '') return ''
    // After a new beginning all that is asserted has been sent along.
    const isAsserting = begin !== '' && /^\((push|assert) /.test(text)
    const answer = await this.#z3.evaluate(
      begin === '' ? text : isAsserting ? begin : `${begin}\n${text}`,
      textMilliseconds,
      signal,
    )
    this.#generation = this.#z3.generation
    if (/^\(error/m.test(answer)) {
      throw new InvariantError(
        `the solver does not understand the text: ${answer.trim()} in ${text.slice(0, 600)}`,
      )
    }
    return answer
  }
}

/** Reading definitions is no search: this long is a fault. */
const textMilliseconds = 60_000

const pushed = (claims: readonly string[]): readonly string[] => [
  '(push 1)',
  ...claims.map((claim) => `(assert ${claim})`),
]

const unknown = (reason: UnprovedReason, detail: string): Checked => ({
  status: 'unknown',
  reason,
  detail,
})

function reasonOf(info: string): UnprovedReason {
  if (/timeout|canceled|resource/i.test(info)) return 'timeLimit'
  return /memout|memory/i.test(info) ? 'memoryLimit' : 'incomplete'
}
