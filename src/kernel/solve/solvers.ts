import type { SecondSolver } from './cvc5.ts'
import { findCvc5 } from './cvc5.ts'
import { Highs } from './highs.ts'
import { Z3 } from './z3.ts'

/** The solvers of a process, for one piece of work at a time. */
export interface SolversAtHand {
  /** Solvers that may work side by side. */
  readonly z3: readonly [Z3, ...Z3[]]
  readonly highs: Highs
  /** The cvc5 of this computer, where it is installed. */
  readonly second: SecondSolver | undefined
}

/** As many pieces of work wait at most; more are turned away at once. */
const waitingMax = 8

/**
 * The solvers of a process. Their threads start when they are first needed and go on running; work
 * is done one piece after the other, so that whoever asks much does not slow everybody down.
 */
export class Solvers {
  readonly #z3: readonly [Z3, ...Z3[]]
  readonly #highs = new Highs()
  #second: Promise<SecondSolver | undefined> | undefined
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** `threads`: Z3s that work side by side on one proof. */
  constructor(threads = 1) {
    const more = Array.from({ length: Math.max(0, threads - 1) }, () => new Z3())
    this.#z3 = [new Z3(), ...more]
  }

  /** Does some work when all before it is done; undefined when too much waits already. */
  async use<Result>(
    work: (solvers: SolversAtHand) => Promise<Result>,
  ): Promise<{ readonly value: Result } | undefined> {
    if (this.#waiting >= waitingMax) return undefined
    this.#waiting++
    const turn = this.#last.then(async () => {
      this.#second ??= findCvc5()
      return work({ z3: this.#z3, highs: this.#highs, second: await this.#second })
    })
    this.#last = turn.catch(() => undefined)
    try {
      return { value: await turn }
    } finally {
      this.#waiting--
    }
  }

  /** Ends the threads. Later work would start them again. */
  async close(): Promise<void> {
    await Promise.all([...this.#z3, this.#highs].map((each) => each.close()))
  }
}
