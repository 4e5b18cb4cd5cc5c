import { findProgram } from '../../app/find-program.ts'
import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import type { ProofRun, StatedProof } from '../../app/prove/prove.ts'
import { proveProgram } from '../../app/prove/prove.ts'
import { questionLines } from '../../app/text/questions.ts'
import { proofText } from '../../app/text/proof.ts'
import type { Arguments, Command, Option } from '../command.ts'
import { answer } from '../command.ts'
import { folderFor } from '../files.ts'

const example = 'proviso prove chip-exports --question gap --question splitting'

const options = {
  question: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'a kind of question, or one that the program declares; all if absent',
  },
  definition: {
    type: 'string',
    multiple: true,
    value: 'NAME',
    about: 'ask about this definition only',
  },
  'as-of': { type: 'string', value: 'DATE', about: 'the day whose law applies; today if absent' },
  mode: { type: 'string', value: 'MODE', about: 'text (if absent), enforced or proposal:NAME' },
  against: {
    type: 'string',
    value: 'MODE@DATE',
    about: 'prove that this reading comes to the same, or find cases that change',
  },
  'time-limit': { type: 'string', value: 'S', about: 'seconds for one question (10)' },
  'smt-dir': {
    type: 'string',
    value: 'DIR',
    about: 'write the questions as SMT-LIB texts, which any solver can check',
  },
  'no-recheck': {
    type: 'boolean',
    about: 'do not check answers with cvc5, where it is installed',
  },
  list: { type: 'boolean', about: 'list the questions instead of asking them' },
  json: { type: 'boolean', about: 'print JSON for programs instead of text for people' },
} as const satisfies Readonly<Record<string, Option>>

export const proveCommand: Command = {
  name: 'prove',
  summary:
    'ask solvers about every case at once: gaps, conflicts, dead clauses, ways around limits',
  positionals: ['PROGRAM'],
  options,
  example,
  run: async ({ context, interrupted, progress }, given) => {
    const program = findProgram(context.programs, given.positionals[0] ?? '')
    if (!program.ok) return program
    if (given.flag('list')) return answer(questionLines(program.value).join('\n'))
    const stated = readStated(given)
    if (!stated.ok) return stated
    const folder = given.text('smt-dir')
    const written = folder === undefined ? undefined : await folderFor(folder)
    if (written && !written.ok) return written
    const control = new AbortController()
    // Whoever interrupts gets the answers found until then.
    void interrupted().then(() => control.abort())
    const run: ProofRun = {
      signal: control.signal,
      ...(progress
        ? {
            onAnswer: (found, { done: count, of }) =>
              progress(`${count} of ${of}: ${found.statement}`),
          }
        : {}),
      ...(written ? { onText: (name, text) => written.value(`${name}.smt2`, text) } : {}),
    }
    const proof = await proveProgram(context, program.value, stated.value, run)
    if (!proof.ok) return proof
    const { answers, loopholes, isFinished } = proof.value
    const isOpen = [...answers, ...loopholes].some(({ verdict }) => verdict === 'unproved')
    const text = given.flag('json')
      ? JSON.stringify(proof.value, null, 2)
      : proofText(program.value, proof.value)
    return answer(text, isFinished && !isOpen ? 0 : 3)
  },
}

function readStated(given: Arguments): Outcome<StatedProof> {
  const limit = given.text('time-limit') ?? '10'
  const seconds = /^\d{1,5}(\.\d+)?$/.test(limit) ? Number(limit) : 0
  if (seconds < 0.1) {
    const message = `--time-limit "${limit}" must be a number of seconds, at least 0.1`
    return refused('input.wrong-type', message, { field: '--time-limit', example: '10' })
  }
  const against = given.text('against')
  const [mode = '', asOf] = (against ?? '').split('@')
  const list = (name: string): readonly string[] | undefined => {
    const values = given.list(name)
    return values.length > 0 ? values : undefined
  }
  return done({
    mode: given.text('mode') ?? 'text',
    asOf: given.text('as-of'),
    questions: list('question'),
    definitions: list('definition'),
    against: against === undefined ? undefined : { mode, asOf },
    seconds,
    recheck: !given.flag('no-recheck'),
  })
}
