import type { Answer, LoopholeAnswer } from '#kernel'
import type { Program } from '#rules'
import { modeInWords, questionTexts } from '#rules'
import type { ProofDocument } from '../prove/prove.ts'
import { section, table, wrapped } from './layout.ts'

type Witness = Answer['witnesses'][number]
type FoundCase = Witness['cases'][number]

/**
 * The answers to questions about every case as plain text of 100 columns: how many statements hold,
 * then those that fail, with the cases that show it, those that stay unproved, and the limits.
 */
export function proofText(program: Program, proof: ProofDocument): string {
  const { answers, loopholes, asOf, mode } = proof
  const all = [...answers, ...loopholes]
  const count = (verdict: Answer['verdict']): number =>
    all.filter((answer) => answer.verdict === verdict).length
  const heading =
    `${program.title}: ${all.length} statements about every case, under ${modeInWords(mode)}, ` +
    `as of ${asOf}: ${count('holds')} hold, ${count('fails')} fail, ${count('unproved')} unproved.`
  return [
    ...wrapped(heading),
    ...(proof.isFinished ? [] : wrapped('Canceled: these are the answers found until then.')),
    ...section('Asked', askedLines(answers)),
    ...section('Fails', answersOf(answers, 'fails').flatMap(answerLines)),
    ...section('Unproved', answersOf(answers, 'unproved').flatMap(answerLines)),
    ...loopholes.flatMap((answer) => ['', ...loopholeText(answer)]),
    ...section('Within what this holds', limitLines(proof)),
    '',
    ...wrapped(`Rules: ${proof.program} ${proof.rulesHash}`),
  ].join('\n')
}

const answersOf = (answers: readonly Answer[], verdict: Answer['verdict']): readonly Answer[] =>
  answers.filter((answer) => answer.verdict === verdict)

function askedLines(answers: readonly Answer[]): readonly string[] {
  const rows = questionTexts.flatMap(({ name, title }) => {
    const own = answers.filter(({ question }) => question === name)
    if (own.length === 0) return []
    const parts = (['holds', 'fails', 'unproved'] as const)
      .map((verdict) => [answersOf(own, verdict).length, verdict] as const)
      .filter(([number]) => number > 0)
      .map(([number, verdict]) => `${number} ${verdict}`)
    return [[title, parts.join(', ')]]
  })
  return table(rows, 2)
}

function answerLines(answer: Answer): readonly string[] {
  const { statement, finding, witnesses, isComplete } = answer
  const more = isComplete === false ? ['    There may be more examples than these.'] : []
  return [
    ...wrapped(`- ${statement}`, 2, 2),
    ...wrapped(finding, 4),
    ...witnesses.flatMap((witness, index) =>
      witnessLines(witness, witnesses.length > 1 ? index : -1),
    ),
    ...more,
  ]
}

function witnessLines({ cases, differs }: Witness, index: number): readonly string[] {
  const number = index < 0 ? '' : `${index + 1}. `
  const several = cases.length > 1
  const results = cases.flatMap((one) => {
    const outcome = one.results[0]?.label ?? ''
    return wrapped(`${several ? `${one.label}: ` : ''}${outcome}`, 8, 2)
  })
  const usual = Object.keys(cases[0]?.facts ?? {}).length - differs.length
  const rest = usual > 0 ? [`        ${usual} other facts as in the example`] : []
  return [
    `    ${number}${several ? 'These cases' : 'This case'}`,
    ...results,
    ...statedLines(cases, differs),
    ...rest,
  ]
}

/** What had to differ from the example; once where all cases state the same. */
function statedLines(cases: readonly FoundCase[], differs: readonly string[]): readonly string[] {
  return differs.flatMap((name) => {
    const root = name.split('[')[0] ?? name
    const stated = cases.map(({ facts, parameters }) => shown(facts[root] ?? parameters[root]))
    const [first = 'unknown'] = stated
    const same = stated.every((each) => each === first)
    const value = same
      ? first
      : cases.map(({ label }, index) => `${stated[index]} (${label})`).join(', ')
    return wrapped(`${root} = ${value}`, 8, 2)
  })
}

const shown = (value: unknown): string =>
  value === undefined ? 'unknown' : typeof value === 'string' ? value : JSON.stringify(value)

/** The cheapest way around a limit as plain text: the finding, the orders, and the proof. */
export function loopholeText(answer: LoopholeAnswer): readonly string[] {
  const { statement, finding, classes, orders, fewest, entity, source, parameters } = answer
  const assumed = Object.entries(parameters).map(([name, value]) => `${name} = ${String(value)}`)
  const most = classes.map(({ title, most: quantity, proof }) => [
    `${title}:`,
    `at most ${quantity} each (${proof.verdict === 'holds' ? 'proved' : 'unproved'})`,
  ])
  const list = orders.map(({ times, quantity, title }) => [`${times} x`, quantity, title])
  const proof = fewest
    ? [
        `  One less is ${fewest.isOneLessImpossible ? 'proved to be too few (Z3)' : 'not excluded'}; ` +
          `no solution is below ${fewest.bound} (HiGHS)`,
      ]
    : []
  return [
    ...wrapped(`Way around a limit: ${statement}`),
    ...wrapped(finding, 2),
    ...assumed.flatMap((line) => wrapped(`assumed: ${line}`, 2, 2)),
    ...section(`  What one ${entity.one} can have`, table(most, 4)),
    ...section('  Orders', table(list, 4)),
    ...(proof.length > 0 ? ['', ...proof] : []),
    ...wrapped(`Source of the question: ${source}`, 2, 2),
  ]
}

function limitLines({ limits, solvers, answers, seconds }: ProofDocument): readonly string[] {
  const count = (kind: Answer['recheck']['kind']): number =>
    answers.filter(({ recheck }) => recheck.kind === kind).length
  const again = [
    [count('agrees'), 'checked anew by a second solver, which agrees'],
    [count('differs'), 'answered otherwise by the second solver, and therefore unproved'],
    [count('noAnswer'), 'not answered in time by the second solver'],
    [count('notInstalled'), 'not checked anew: cvc5 is not installed'],
    [count('notAsked'), 'not checked anew: not asked for'],
  ] as const
  return [
    ...limits.flatMap((line) => wrapped(`- ${line}`, 2, 2)),
    ...again
      .filter(([number]) => number > 0)
      .flatMap(([number, words]) => wrapped(`- ${number} answers ${words}.`, 2, 2)),
    ...wrapped(`- Solvers: ${solvers.join(', ')}; ${seconds} seconds.`, 2, 2),
  ]
}
