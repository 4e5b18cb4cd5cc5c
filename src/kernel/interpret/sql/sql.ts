import type { Refusal } from '../../errors.ts'
import { refuse } from '../../errors.ts'
import type { RuleSet } from '../../rules/load.ts'
import type { Circuit, CircuitOutput } from '../circuit/circuit.ts'
import { finished } from '../circuit/finish.ts'
import { modeInWords } from '../words.ts'
import { simplified } from './alike/alike.ts'
import { tablesText } from './ddl.ts'
import type { Dialect, DialectName } from './dialect.ts'
import { MissingFunction } from './dialect.ts'
import { dialects } from './dialects.ts'
import type { Graph } from './graph.ts'
import { graphOf } from './graph.ts'
import type { Layout, TableOptions } from './layout.ts'
import { layoutOf } from './layout.ts'
import { memberPlan } from './members.ts'
import { remark } from './names.ts'
import type { SqlColumnKind, SqlOptions, SqlOutput } from './options.ts'
import { outputColumns } from './outputs.ts'
import { printed } from './print.ts'
import { flatSize, rootsOf, scheduleOf } from './schedule.ts'

export type SqlResult =
  | {
      readonly ok: true
      readonly text: string
      /** The name of the column with the case's id. */
      readonly id: string
      readonly outputs: readonly SqlOutput[]
    }
  | Refusal

/**
 * One SELECT over the tables of `ddlOf`: per case its id and per output the value (NULL unless
 * decided), the status (0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused) and the reason
 * (bit mask of the deciding clauses by position, 0 unless decided), equal to `interpret`. Refuses
 * dialects that are not known, or lack a function that the rules need.
 */
export function sqlOf(circuit: Circuit, options: SqlOptions): SqlResult {
  return inDialect(options.dialect, (dialect) => {
    const layout = layoutOf(circuit.view.rules, dialect, options)
    return printedQuery(circuit, layout, options)
  })
}

/** The CREATE TABLE statements of the tables that `sqlOf` reads. */
export function ddlOf(
  rules: RuleSet,
  options: TableOptions & Pick<SqlOptions, 'dialect'>,
): { readonly ok: true; readonly text: string } | Refusal {
  return inDialect(options.dialect, (dialect) => ({
    ok: true,
    text: tablesText(rules, dialect, options),
  }))
}

function inDialect<Result>(
  name: string,
  print: (dialect: Dialect) => Result | Refusal,
): Result | Refusal {
  const dialect = Object.hasOwn(dialects, name) ? dialects[name as DialectName] : undefined
  if (!dialect) {
    const known = Object.keys(dialects)
    const message = `"${name}" is no dialect of SQL that is printed here; use one of ${known.join(', ')}`
    return refuse('sql.unknown-dialect', message, { field: 'dialect', example: known[0] })
  }
  try {
    return print(dialect)
  } catch (error) {
    if (!(error instanceof MissingFunction)) throw error
    const message = `${dialect.title} lacks a function that these rules need: ${error.message}; use another dialect`
    return refuse('sql.missing-function', message, { field: 'dialect' })
  }
}

const every: readonly SqlColumnKind[] = ['value', 'status', 'reason']

function printedQuery(circuit: Circuit, layout: Layout, options: SqlOptions): SqlResult {
  const { dialect } = layout
  const wanted = circuit.outputs.filter(
    ({ name }) => options.outputs === undefined || options.outputs.includes(name),
  )
  const isChecked = options.values !== 'trusted'
  const kinds = new Set(options.columns ?? every)
  const { graph, schedule } = planOf(circuit, wanted, layout, kinds, isChecked)
  const outputs = wanted.map(({ name }) => namedOutput(name, kinds, layout))
  const { subqueries, last } = printed(graph, schedule, layout, isChecked)
  const columns = outputColumns(graph, outputs, layout, last.speller)
  const id = dialect.quotedName(layout.id)
  const text = [
    ...heading(graph, layout, options, wanted),
    ...(subqueries.length === 0 ? [] : [`WITH ${subqueries.join(',\n')}`]),
    'SELECT',
    [`  ${last.id} AS ${id}`, ...columns].join(',\n'),
    ...last.from,
  ].join('\n')
  return { ok: true, text: `${text}\n`, id: layout.id, outputs }
}

/** A small rule set is written as it is read, one arm after the other; a large one in layers. */
function planOf(
  circuit: Circuit,
  outputs: readonly CircuitOutput[],
  layout: Layout,
  kinds: ReadonlySet<SqlColumnKind>,
  isChecked: boolean,
) {
  const { flatMax, repeatMax } = layout.dialect
  const { circuit: simple, arms } = simplified(finished({ ...circuit, outputs }))
  const options = { members: memberPlan(simple, layout), isChecked, arms }
  const graph = graphOf(simple, simple.outputs, options)
  const roots = rootsOf(graph, kinds)
  const isFlat = flatSize(graph, roots, flatMax) < flatMax
  return { graph, schedule: scheduleOf(graph, roots, isFlat ? Infinity : repeatMax) }
}

function namedOutput(
  name: string,
  kinds: ReadonlySet<SqlColumnKind>,
  { names }: Layout,
): SqlOutput {
  return {
    name,
    ...(kinds.has('value') ? { value: names.give(name) } : {}),
    ...(kinds.has('status') ? { status: names.give(`${name}_status`) } : {}),
    ...(kinds.has('reason') ? { reason: names.give(`${name}_reason`) } : {}),
  }
}

function heading(
  { circuit: { view } }: Graph,
  { dialect }: Layout,
  { assumed = {} }: SqlOptions,
  outputs: readonly CircuitOutput[],
): readonly string[] {
  const { text, hash } = view.rules
  const assumptions = Object.entries(assumed).map(([name, value]) => `${name} = ${String(value)}`)
  return [
    remark(
      `${outputs.map(({ name }) => name).join(', ')} of "${text.program}", for ${dialect.title}`,
    ),
    remark(`On the facts of each case, under rule text ${hash},`),
    remark(`as of ${view.asOf}, reading ${modeInWords(view.mode)}.`),
    ...(assumptions.length === 0 ? [] : [remark(`Assumed: ${assumptions.join(', ')}`)]),
    remark('Status: 0 decided, 1 undetermined, 2 gap (no rule applies), 3 conflict, 4 refused.'),
  ]
}
