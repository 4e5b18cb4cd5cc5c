import type { RelationDeclaration, RuleSet } from '#rules'
import { Button, Label } from '../shell/controls.tsx'
import type { Entry } from './entry.ts'
import type { RowEntry } from './rows.ts'
import { emptyRow } from './rows.ts'
import { ValueInput } from './value-input.tsx'

interface Props {
  readonly id: string
  readonly rules: RuleSet
  readonly relation: RelationDeclaration
  readonly rows: readonly RowEntry[]
  readonly onRows: (rows: readonly RowEntry[]) => void
}

/** A small list to fill in row by row; no rows means that there are none. */
export function RowsInput({ id, rules, relation, rows, onRows }: Props) {
  const change = (row: RowEntry, name: string, entry: Entry): void =>
    onRows(
      rows.map((one) => (one === row ? { ...one, fields: { ...one.fields, [name]: entry } } : one)),
    )
  return (
    <div className="rows">
      {rows.length === 0 ? <p className="quiet">No rows: there are none.</p> : null}
      {rows.map((row, index) => (
        <fieldset key={row.number} className="row">
          <legend>Row {index + 1}</legend>
          {relation.fields.map(({ name, title, type }) => {
            const field = `${id}-${index}-${name}`
            return (
              <div key={name} className="row-field">
                <Label htmlFor={field}>{title}</Label>
                <ValueInput
                  id={field}
                  rules={rules}
                  type={type}
                  entry={row.fields[name] ?? ''}
                  onEntry={(entry) => change(row, name, entry)}
                  isCompact
                />
              </div>
            )
          })}
          <Button type="button" unstyled onClick={() => onRows(rows.filter((one) => one !== row))}>
            Remove row {index + 1}
          </Button>
        </fieldset>
      ))}
      {rows.length < relation.maxRows ? (
        <Button type="button" outline id={id} onClick={() => onRows([...rows, emptyRow(rows)])}>
          Add {rows.length === 0 ? 'a row' : 'another row'}
        </Button>
      ) : (
        <p className="quiet">At most {relation.maxRows} rows are taken.</p>
      )}
    </div>
  )
}
