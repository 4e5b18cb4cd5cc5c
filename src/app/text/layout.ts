/** Columns of plain text that people read on a terminal. */
const columns = 100

/** Breaks a text into lines of at most 100 columns; later lines stand `hang` further in. */
export function wrapped(text: string, indent = 0, hang = 0): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const room = columns - indent - (lines.length === 0 ? 0 : hang)
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  const pad = (index: number): string => ' '.repeat(indent + (index === 0 ? 0 : hang))
  return lines.map((content, index) => `${pad(index)}${content}`.trimEnd())
}

/** Rows in aligned columns, two spaces apart; the last column is not padded. */
export function table(rows: readonly (readonly string[])[], indent = 0): readonly string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, [...cell].length)
    })
  }
  return rows.map((row) => {
    const cells = row.map((cell, index) =>
      index === row.length - 1
        ? cell
        : cell + ' '.repeat((widths[index] ?? 0) - [...cell].length + 2),
    )
    return `${' '.repeat(indent)}${cells.join('')}`.trimEnd()
  })
}

/** A heading with the lines below it and an empty line before; nothing when there are no lines. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines]
