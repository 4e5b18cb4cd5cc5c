import type { OpenEngine } from './engines.ts'

/** One query that is timed against another that does the same work. */
export interface Contest {
  readonly work: string
  readonly hand: string
  readonly generated: string
  readonly columns: readonly string[]
}

export interface Result {
  readonly engine: string
  readonly work: string
  readonly rows: number
  readonly handSeconds: number
  readonly generatedSeconds: number
  /** Of the generated query to the one by hand, in the same round; less is faster. */
  readonly ratio: number
}

const rounds = 7

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

/** Everything a query gives is read, and little is sent: how often each answer occurs. */
const tallied = (query: string, columns: readonly string[]): string =>
  `SELECT ${columns.join(', ')}, count(*) AS cases FROM (${query}) AS answers GROUP BY ${columns.join(', ')}`

/** The rows in which two queries differ, NULL being like NULL. */
const differing = ({ hand, generated, columns }: Contest, text: string): string => {
  const shown = (query: string): string =>
    `SELECT id, ${columns.map((column) => `COALESCE(CAST(${column} AS ${text}), '-') AS ${column}`).join(', ')} FROM (${query}) AS answers`
  const test = columns.map((column) => `a.${column} <> b.${column}`).join(' OR ')
  return `SELECT count(*) AS cases, SUM(CASE WHEN ${test} THEN 1 ELSE 0 END) AS differing
    FROM (${shown(hand)}) AS a JOIN (${shown(generated)}) AS b ON a.id = b.id`
}

const textOf = ({ dialect }: OpenEngine): string =>
  dialect === 'clickhouse' ? 'Nullable(String)' : 'VARCHAR'

/** Checks that both queries answer every case alike, then times them in turns; medians over rounds. */
export async function compete(engine: OpenEngine, contest: Contest, rows: number): Promise<Result> {
  const [check] = await engine.rows(differing(contest, textOf(engine)))
  if (Number(check?.['cases']) !== rows || Number(check?.['differing']) !== 0) {
    throw new Error(`${engine.name}, ${contest.work}: ${JSON.stringify(check)} of ${rows} cases`)
  }
  const time = async (query: string): Promise<number> => {
    const start = performance.now()
    await engine.rows(tallied(query, contest.columns))
    return (performance.now() - start) / 1000
  }
  await time(contest.hand)
  await time(contest.generated)
  const hands: number[] = []
  const generated: number[] = []
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const before = await time(contest.hand)
    const ours = await time(contest.generated)
    const hand = (before + (await time(contest.hand))) / 2
    hands.push(hand)
    generated.push(ours)
    ratios.push(ours / hand)
  }
  return {
    engine: engine.name,
    work: contest.work,
    rows,
    handSeconds: median(hands),
    generatedSeconds: median(generated),
    ratio: median(ratios),
  }
}
