import type { Part } from './parts.ts'

const words = ['decided', 'undetermined', 'gap', 'conflict', 'refused']
const number = (value: number): string => Math.round(value).toLocaleString('en-US')

/** The run as a page: per part, how often each way to come out occurred, and what each reading gave. */
export function report(
  parts: readonly Part[],
  about: { readonly machine: string; readonly seed: number },
): string {
  const lines = [
    '# Every reading, compared',
    '',
    'One rule text has several readings. This run gives each of them the same cases and compares status,',
    'value and deciding clauses with the interpreter, whose fifty lines are the meaning of the language.',
    '',
    `\`npm run differential -- --save\` makes this page again. ${about.machine}; seed ${about.seed}.`,
    '',
  ]
  for (const part of parts) lines.push(...partLines(part))
  return `${lines.join('\n').trimEnd()}\n`
}

function partLines({ title, statuses, tallies }: Part): readonly string[] {
  const met = statuses.map((count, index) => `${number(count)} ${words[index]}`).join(', ')
  const rows = tallies.map(
    ({ name, cases, differing, milliseconds }) =>
      `| ${name} | ${number(cases)} | ${number(differing)} | ${number(cases / (milliseconds / 1000))} |`,
  )
  const examples = tallies.flatMap((tally) => tally.examples)
  return [
    `## ${title}`,
    '',
    `The first definition came out: ${met}.`,
    '',
    '| reading | cases | differing | cases/s |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
    '',
    ...(examples.length === 0 ? [] : ['```json', JSON.stringify(examples, null, 2), '```', '']),
  ]
}
