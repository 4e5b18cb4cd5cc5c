import type { Program, Reading } from '#rules'
import { groupLabel } from '../words/numbers.ts'
import { valueWords } from '../words/labels.ts'

interface Props {
  readonly program: Program
  readonly reading: Reading
}

/** One value that a clause read, and where that value comes from. */
export function ReadingLine({ program, reading }: Props) {
  return (
    <span className="reading-line">
      <span className="step-title">{reading.title}</span>{' '}
      <strong data-kind={reading.value === undefined ? 'undetermined' : 'value'}>
        {words(program, reading)}
      </strong>{' '}
      <span className="quiet small">{sourceWords(program, reading)}</span>
    </span>
  )
}

function words({ rules }: Program, { kind, name, value, unit }: Reading): string {
  if (value === undefined) return kind === 'parameter' ? 'nobody has set this' : 'unknown'
  const { scope } = rules
  const declared = { fact: scope.facts, parameter: scope.parameters, definition: scope.definitions }
  const type = kind === 'relation' ? undefined : declared[kind].get(name)?.declaration.type
  if (type) return valueWords(rules, type, value)
  return groupLabel([String(value), unit ?? ''].join(' ').trim())
}

/** Where a value comes from: a cited table, the law, an assumption, or the case itself. */
function sourceWords({ rules }: Program, reading: Reading): string {
  const { kind, fromTable, cite, value, name } = reading
  if (kind === 'parameter') {
    const provisions = (cite ?? []).map(({ provision }) => provision).join('; ')
    return provisions === '' ? '(assumed by you)' : `(${provisions})`
  }
  if (kind === 'definition') return ''
  if (fromTable === true) {
    const table = rules.scope.facts.get(name)?.declaration.prefill?.table
    return `(table: ${rules.scope.tables.get(table ?? '')?.declaration.title ?? 'cited'})`
  }
  return value === undefined ? '(not stated)' : '(stated in this case)'
}
