import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

/** A second solver that checks what the first one said, from the same text. */
export interface SecondSolver {
  /** Such as "cvc5 1.0.3". */
  readonly version: string
  /**
   * The answer to every check of a text, in order; `unknown` where it gave none in time. The
   * process is ended at the limit or when the signal says so.
   */
  readonly check: (
    text: string,
    limits: { readonly milliseconds: number; readonly signal?: AbortSignal | undefined },
  ) => Promise<readonly ('sat' | 'unsat' | 'unknown')[]>
}

/** The cvc5 of this computer (Debian: `apt install cvc5`), or undefined where there is none. */
export async function findCvc5(command = 'cvc5'): Promise<SecondSolver | undefined> {
  const found = await promisify(execFile)(command, ['--version']).catch(() => undefined)
  const version = /cvc5 version (\S+)/.exec(found?.stdout ?? '')?.[1]
  if (version === undefined) return undefined
  return {
    version: `cvc5 ${version}`,
    check: (text, { milliseconds, signal }) => run(command, text, milliseconds, signal),
  }
}

function run(
  command: string,
  text: string,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<readonly ('sat' | 'unsat' | 'unknown')[]> {
  const checks = text.split('(check-sat)').length - 1
  return new Promise((resolve) => {
    const child = spawn(command, ['--lang=smt2', '--incremental', '-'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
      ...(signal ? { signal } : {}),
    })
    let answer = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (answer += part))
    // Ended early, it leaves the rest unanswered: that is what "unknown" says.
    const end = (): void => {
      const lines = answer.split('\n').filter((line) => /^(sat|unsat|unknown)$/.test(line))
      resolve(Array.from({ length: checks }, (_, index) => (lines[index] ?? 'unknown') as 'sat'))
    }
    child.on('error', end)
    child.on('close', end)
    child.stdin.on('error', () => undefined)
    child.stdin.end(text)
  })
}
