import type { Sheet } from './goal.ts'

/** The first lines of every file, and what each question in it is, with its answer where known. */
interface Heading {
  readonly program: string
  readonly reading: string
  readonly rulesHash: string
}

/**
 * A sheet as a whole SMT-LIB 2.6 text that any solver can check: each question between push and
 * pop, with its statement, what a case would mean, and the status if it is known.
 */
export function sheetText(
  { script, goals }: Sheet,
  { program, reading, rulesHash }: Heading,
  statuses: readonly ('sat' | 'unsat' | 'unknown' | undefined)[] = [],
): string {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')
  const questions = goals.map(({ statement, claim, caseMeans }, index) => {
    const status = statuses[index]
    return [
      `; ${index + 1}. ${plain(statement)}`,
      caseMeans === 'fails'
        ? '; sat: it fails; unsat: it holds'
        : '; sat: it holds; unsat: it fails',
      ...(status === undefined ? [] : [`; found: ${status}`]),
      '(push 1)',
      `(assert ${claim})`,
      '(check-sat)',
      '(pop 1)',
    ].join('\n')
  })
  const about = `; ${plain(program)}, ${plain(reading)}; rules ${rulesHash}`
  return [about, `(set-info :smt-lib-version 2.6)`, script.text, ...questions, ''].join('\n')
}
