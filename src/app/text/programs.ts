import type { FactDeclaration, Program, RelationDeclaration } from '#rules'
import { section, table, wrapped } from './layout.ts'

/** The programs as plain text: id, title, what each decides. */
export const programsText = (programs: readonly Program[]): string =>
  programs
    .flatMap(({ id, title, summary }) => [`${id}  ${title}`, ...wrapped(summary, 2)])
    .join('\n')

/** A program as plain text: its readings, facts by group with an example, and parameters. */
export function programText(program: Program): string {
  const { title, summary, readings, groups, rules } = program
  const { facts, relations, parameters } = rules.text
  const bySection = groups.flatMap(({ id, title: heading }) => {
    const own = [...facts, ...relations].filter(({ group }) => group === id)
    return section(heading, own.flatMap(factLines))
  })
  return [
    title,
    ...wrapped(summary),
    ...section(
      'Readings',
      table(
        readings.map(({ mode, title: name }) => [mode, name]),
        2,
      ),
    ),
    ...bySection,
    ...section(
      'Parameters',
      table(
        parameters.map(({ name, title: of }) => [name, of]),
        2,
      ),
    ),
  ].join('\n')
}

function factLines(fact: FactDeclaration | RelationDeclaration): readonly string[] {
  const example =
    'fields' in fact
      ? `[{${fact.fields.map((field) => `${field.name}: ${shown(field.example)}`).join(', ')}}]`
      : shown(fact.example)
  return [...wrapped(`${fact.name}: ${example}`, 2, 4), ...wrapped(fact.question, 6)]
}

const shown = (example: boolean | number | string | readonly string[]): string =>
  typeof example === 'object' ? `[${example.join(', ')}]` : String(example)
