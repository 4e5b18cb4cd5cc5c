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

/** Evaluations per second of a function over a list of cases, after a warm-up of a fifth of the time. */
export async function rate<T>(cases: readonly T[], run: (one: T) => unknown): Promise<number> {
  await timed(cases, run, seconds / 5)
  return timed(cases, run, seconds)
}

async function timed<T>(
  cases: readonly T[],
  run: (one: T) => unknown,
  duration: number,
): Promise<number> {
  const isAsync = run(cases[0] as T) instanceof Promise
  const end = performance.now() + duration * 1000
  const start = performance.now()
  let count = 0
  while (performance.now() < end) {
    for (let batch = 0; batch < 20; batch++) {
      const one = cases[count % cases.length] as T
      if (isAsync) await run(one)
      else run(one)
      count++
    }
  }
  return count / ((performance.now() - start) / 1000)
}

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

/** Checks that all contenders agree on the cases, then times them between two runs of the baseline. */
export async function compare<T>(
  cases: readonly T[],
  checked: number,
  baseline: Contender<T>,
  contenders: readonly Contender<T>[],
): Promise<readonly Row[]> {
  for (const one of cases.slice(0, checked)) {
    const wanted = await baseline.outcome(one)
    for (const { name, outcome } of contenders) {
      const found = await outcome(one)
      if (found !== wanted) {
        throw new Error(`${name} says ${found}, not ${wanted}, on ${JSON.stringify(one)}`)
      }
    }
  }
  const before = await rate(cases, baseline.run)
  const rows: { name: string; perSecond: number }[] = []
  for (const { name, run } of contenders) rows.push({ name, perSecond: await rate(cases, run) })
  const hand = (before + (await rate(cases, baseline.run))) / 2
  return [{ name: baseline.name, perSecond: hand }, ...rows].map((row) => ({
    ...row,
    slowerThanHand: hand / row.perSecond,
  }))
}

/** Rows as a table of Markdown. */
export function markdown(title: string, rows: readonly Row[]): string {
  const lines = rows.map(({ name, perSecond, slowerThanHand }) => {
    const shown =
      perSecond >= 10_000 ? `${Math.round(perSecond / 1000)} k` : String(Math.round(perSecond))
    return `| ${name} | ${shown} | ${slowerThanHand < 10 ? slowerThanHand.toFixed(1) : Math.round(slowerThanHand)} |`
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
