import type { CaseColumns, MakeAnswers, PopulationRun, Program } from '#rules'
import {
  comparisonDocument,
  PopulationComparer,
  populationChunks,
  populationReading,
  populationRun,
} from '#rules'
import { problemWords } from '../words/problems.ts'
import type { Scenario } from './scenario.ts'

/** Rows between two pauses, in which a newer request can take the place of this one. */
const chunkRows = 8192
const examplesMax = 3

export type Compared =
  | { readonly kind: 'done'; readonly run: PopulationRun }
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** A newer request came. */
  | { readonly kind: 'left' }

interface Surroundings {
  readonly answers: MakeAnswers
  /** Chunks of a population, in order, each time the same objects. */
  readonly chunks: (program: Program, rows: number, seed: number) => Iterable<CaseColumns>
  /** Lets others in; false when the work is no longer wanted. */
  readonly pause: (done: number) => Promise<boolean>
}

/** Compares the readings of a scenario over its generated population, chunk by chunk. */
export async function compareScenario(
  program: Program,
  scenario: Scenario,
  { answers, chunks, pause }: Surroundings,
): Promise<Compared> {
  const { rules, analysis } = program
  const [baseline, reform] = [scenario.baseline, scenario.reform].map((reading) =>
    populationReading(rules, reading),
  )
  const problems = [baseline, reform].flatMap((made) => (made?.ok === false ? made.problems : []))
  if (!baseline?.ok || !reform?.ok) {
    const words = new Set(problems.map((problem) => problemWords(rules, problem)))
    return { kind: 'refused', problems: [...words] }
  }
  const { measures = [], dimensions = [] } = analysis ?? {}
  const comparer = new PopulationComparer({
    ...{ baseline: baseline.reading, reform: reform.reading, answers },
    ...{ measures, dimensions, examplesMax },
  })
  const { rows, seed } = scenario
  for (const columns of chunks(program, rows, seed)) {
    comparer.add(columns)
    if (!(await pause(comparer.rows))) return { kind: 'left' }
  }
  const run = populationRun(comparisonDocument(comparer), { kind: 'generated', rows, seed })
  return { kind: 'done', run }
}

/** Chunks as they are drawn, kept for the last population asked for. */
export function keptChunks(): Surroundings['chunks'] {
  let key = ''
  let kept: CaseColumns[] = []
  return function* (program, rows, seed) {
    const asked = `${program.id} ${rows} ${seed}`
    if (asked === key) {
      yield* kept
      return
    }
    if (!program.population) return
    const drawn: CaseColumns[] = []
    const request = { rows, seed, chunkRows }
    for (const { columns } of populationChunks(program.rules, program.population, request)) {
      drawn.push(columns)
      yield columns
    }
    key = asked
    kept = drawn
  }
}
