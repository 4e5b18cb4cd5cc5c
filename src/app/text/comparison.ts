import type { Comparison, Program } from '#rules'
import { needsText } from './determination.ts'
import { section, table, wrapped } from './layout.ts'

/** A comparison as plain text: a line per conclusion, readings side by side, then the clauses. */
export function comparisonText(program: Program, comparison: Comparison): string {
  const { determinations, lines, clauses } = comparison
  const days = new Set(determinations.map(({ asOf }) => asOf))
  const readings = determinations.map(({ mode, asOf }) =>
    days.size === 1 ? mode : `${mode} ${asOf}`,
  )
  const needs = determinations.flatMap((determination, index) =>
    determination.needs.length === 0
      ? []
      : [`  ${readings[index] ?? ''}`, ...needsText(determination.needs, 4)],
  )
  const wanted = new Set([determinations[0]?.outcome.name, ...program.headline])
  const shown = lines.filter(({ name, same }) => wanted.has(name) || !same)
  // Long labels would tear the columns apart: beyond two readings they stand below each other.
  const stacked = shown.flatMap(({ title, labels, same }) => [
    `${same ? ' ' : '*'} ${title}`,
    ...(same
      ? wrapped(labels[0] ?? '', 6, 2)
      : labels.flatMap((label, index) => wrapped(`${readings[index]}: ${label}`, 6, 2))),
  ])
  const rows = shown.map(({ title, labels, same }) => [same ? ' ' : '*', title, ...labels])
  const aligned = table([[' ', '', ...readings], ...rows])
  const fits = aligned.every((line) => line.length <= 100)
  const changes = clauses.flatMap(({ added, dropped }, index) =>
    index === 0 ? [] : changed(readings[index] ?? '', added, dropped),
  )
  return [
    ...(fits ? aligned : stacked),
    '',
    `* differs between the readings; as of ${[...days].join(', ')}`,
    ...section('Still needed', needs),
    ...section(`Clauses relied on, against ${readings[0] ?? ''}`, changes),
  ].join('\n')
}

function changed(reading: string, added: readonly string[], dropped: readonly string[]) {
  const none = added.length === 0 && dropped.length === 0 ? ['    the same clauses'] : []
  return [
    `  ${reading}`,
    ...none,
    ...added.flatMap((clause) => wrapped(`+ ${clause}`, 4, 2)),
    ...dropped.flatMap((clause) => wrapped(`- ${clause}`, 4, 2)),
  ]
}
