import type { Schedule } from '../schedule/schedule.ts'
import { isInt } from '../schedule/widths.ts'
import { blockRows, Names } from './names.ts'
import { outputSource } from './output-source.ts'
import { pieceSource } from './pieces.ts'

/** Source text of a function body, and the tables that it names. */
export interface Generated {
  readonly source: string
  readonly tables: readonly (readonly number[])[]
}

/**
 * JavaScript for a schedule: the body of a function of (values, known, offsets, outputs, tables,
 * quotient, nibble) that returns a function of a number of staged rows. It prints names and
 * numbers of ours only.
 */
export function generate(schedule: Schedule): Generated {
  const names = new Names(schedule)
  const { plan, pieces, stored } = schedule
  const bodies = [
    ...pieces.map((piece) => pieceSource(names, piece)),
    ...plan.outputs.map((output, index) => outputSource(names, output, index)),
  ]
  const relations = new Set(pieces.flatMap(({ relation }) => (relation === -1 ? [] : [relation])))
  const declared = [
    ...plan.inputs.map(
      (_, index) => `const c${index} = values[${index}], k${index} = known[${index}]`,
    ),
    ...[...relations].map((relation) => `const o${relation} = offsets.get(${relation})`),
    ...names.tables.map((_, index) => `const t${index} = tables[${index}]`),
    ...[...stored].map((id) =>
      isInt(plan, id)
        ? `const s${id} = new ${names.isSmall(id) ? 'Int32Array' : 'Float64Array'}(${blockRows})`
        : `const s${id} = new Int32Array(${blockRows / 32})`,
    ),
    ...plan.outputs.map((_, index) =>
      [
        `const v${index} = outputs[${index}].value, u${index} = outputs[${index}].status`,
        `const r${index} = outputs[${index}].reason`,
        ...['v', 'u', 'r'].map((name) => `const ${name}${index}w = words(${name}${index})`),
      ].join('\n'),
    ),
  ]
  const functions = bodies.map((body, index) => `function f${index}(first, rows) {\n${body}\n}`)
  const calls = bodies.map((_, index) => `f${index}(first, Math.min(${blockRows}, rows - first))`)
  const source = [
    '"use strict"',
    'const words = (array) => array && new Int32Array(array.buffer)',
    ...declared,
    ...functions,
    'return (rows) => {',
    `for (let first = 0; first < rows; first += ${blockRows}) {`,
    ...calls,
    '}',
    '}',
  ].join('\n')
  return { source, tables: names.tables }
}
