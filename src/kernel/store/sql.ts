/** What a parameter may be. Instants are ISO 8601 text; JSON goes through `json`. */
export type SqlValue =
  string | number | bigint | boolean | null | Uint8Array | readonly string[] | readonly bigint[]

/** A statement, or a part of one, with its values apart: values never become text of a statement. */
export interface Sql {
  readonly parts: readonly string[]
  readonly values: readonly SqlValue[]
}

const isSql = (value: SqlValue | Sql): value is Sql =>
  typeof value === 'object' && value !== null && 'parts' in value

/** A statement from a template: values are bound as parameters, nested statements are spliced in. */
export function sql(template: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  const parts: string[] = [template[0] ?? '']
  const bound: SqlValue[] = []
  const append = (text: string): void => {
    parts[parts.length - 1] += text
  }
  for (const [index, value] of values.entries()) {
    if (isSql(value)) {
      append(value.parts[0] ?? '')
      parts.push(...value.parts.slice(1))
      bound.push(...value.values)
    } else {
      parts.push('')
      bound.push(value)
    }
    append(template[index + 1] ?? '')
  }
  return { parts, values: bound }
}

/** A value as a jsonb parameter. */
export const json = (value: unknown): Sql => sql`${JSON.stringify(value)}::text::jsonb`

/** The text of a statement with $1, $2, ... where its values go. */
export function statementText(statement: Sql): string {
  return statement.parts.reduce((text, part, index) => `${text}$${index}${part}`)
}
