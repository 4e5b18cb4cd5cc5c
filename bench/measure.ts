import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'

/** A seeded generator of numbers in [0, 1): the same cases on every machine. */
export function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const seconds = Number(process.env['BENCH_SECONDS'] ?? 2.5)
/** The time of each contender comes in so many slices, all in turn: a busy moment hits all alike. */
const rounds = 5

export interface Contender<T> {
  readonly name: string
  readonly run: (one: T) => unknown
  /** The outcome in the words of the hand-written function, for the check before timing. */
  readonly outcome: (one: T) => string | Promise<string>
}

export interface Row {
  readonly name: string
  readonly perSecond: number
  readonly slowerThanHand: number
}

/** What the last call gave: kept, so that no call can be left out as useless. */
export const kept: { value: unknown } = { value: undefined }

/** Calls per second of a function over a list of cases, for about `duration` seconds. */
async function rate<T>(
  cases: readonly T[],
  run: (one: T) => unknown,
  duration: number,
): Promise<number> {
  const isAsync = run(cases[0] as T) instanceof Promise
  const start = performance.now()
  let count = 0
  let elapsed = 0
  for (let batch = 50; elapsed < duration * 1000; batch = Math.min(batch * 2, 5000)) {
    for (let index = 0; index < batch; index++) {
      const given = run(cases[(count + index) % cases.length] as T)
      kept.value = isAsync ? await given : given
    }
    count += batch
    elapsed = performance.now() - start
  }
  return count / (elapsed / 1000)
}

/** Refuses to time contenders that do not agree on the first cases. */
async function check<T>(
  cases: readonly T[],
  baseline: Contender<T>,
  contenders: readonly Contender<T>[],
): Promise<void> {
  for (const one of cases) {
    const wanted = await baseline.outcome(one)
    for (const { name, outcome } of contenders) {
      const found = await outcome(one)
      if (found === wanted) continue
      throw new Error(`${name} says ${found}, not ${wanted}, on ${JSON.stringify(one)}`)
    }
  }
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN

/**
 * Checks that all contenders agree on `checked` cases, then times them. Per round every contender
 * runs once, between two runs of the baseline; given are medians over the rounds, of the rate and
 * of the ratio to the mean of the round's two baselines.
 */
export async function compare<T>(
  cases: readonly T[],
  checked: number,
  baseline: Contender<T>,
  contenders: readonly Contender<T>[],
): Promise<readonly Row[]> {
  await check(cases.slice(0, checked), baseline, contenders)
  const slice = seconds / rounds
  for (const { run } of [baseline, ...contenders]) await rate(cases, run, slice)
  const hands: number[] = []
  const results = contenders.map(({ name, run }) => ({
    name,
    run,
    rates: [] as number[],
    ratios: [] as number[],
  }))
  for (let round = 0; round < rounds; round++) {
    const before = await rate(cases, baseline.run, slice)
    const measured: number[] = []
    for (const { run } of contenders) measured.push(await rate(cases, run, slice))
    const hand = (before + (await rate(cases, baseline.run, slice))) / 2
    hands.push(hand)
    results.forEach(({ rates, ratios }, index) => {
      rates.push(measured[index] ?? Number.NaN)
      ratios.push(hand / (measured[index] ?? Number.NaN))
    })
  }
  return [
    { name: baseline.name, perSecond: median(hands), slowerThanHand: 1 },
    ...results.map(({ name, rates, ratios }) => ({
      name,
      perSecond: median(rates),
      slowerThanHand: median(ratios),
    })),
  ]
}

/** A row for a run that has no counterpart by hand; its ratio is to a row already measured. */
export async function alone<T>(
  name: string,
  cases: readonly T[],
  run: (one: T) => unknown,
  hand: Row | undefined,
): Promise<Row> {
  await rate(cases, run, seconds / rounds)
  const perSecond = await rate(cases, run, seconds)
  return { name, perSecond, slowerThanHand: (hand?.perSecond ?? Number.NaN) / perSecond }
}

/** Rows as a table of Markdown. */
export function markdown(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ name, perSecond, slowerThanHand }) => {
    const ratio = slowerThanHand < 10 ? slowerThanHand.toFixed(1) : Math.round(slowerThanHand)
    return `| ${name} | ${Number(perSecond.toPrecision(3)).toLocaleString('en-US')} | ${ratio} |`
  })
  return [
    `### ${title}`,
    '',
    '| engine | decisions/s | slower than hand-written |',
    '| --- | ---: | ---: |',
    ...lines,
    '',
  ].join('\n')
}

/** One line on the machine and the day. */
export function machine(): string {
  const [cpu] = cpus()
  return `${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`
}

/** Builds the library as users get it; sources run through a transformer are slower. */
export function buildLibrary(root: string): void {
  execFileSync(
    process.execPath,
    [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'vite.library.config.ts',
      '--logLevel',
      'error',
    ],
    { cwd: root, stdio: 'inherit' },
  )
}
