import type { RejectedRow } from './cases.ts'
import type { NewFile } from './new-file.ts'
import { newFile } from './new-file.ts'

/** Rows that were left out, kept for whoever mends them. */
export interface Quarantine {
  readonly path: string
  readonly add: (rows: readonly RejectedRow[]) => Promise<void>
  readonly finish: () => Promise<void>
  readonly discard: () => Promise<void>
}

/**
 * A file of rejected rows, one JSON object a line: the file and row it stood in, everything wrong
 * with it, and what it held. It is begun with the first row, or at once where `isWanted`.
 */
export function quarantine(path: string, source: string, isWanted: boolean): Quarantine {
  let file: NewFile | undefined
  return {
    path,
    add: async (rows) => {
      if (rows.length === 0) return
      file ??= await newFile(path)
      for (let from = 0; from < rows.length; from += 1000) {
        const lines = rows.slice(from, from + 1000).map(({ row, problems, content }) => {
          return `${JSON.stringify({ file: source, row, problems, content })}\n`
        })
        await file.append(lines.join(''))
      }
    },
    finish: async () => {
      if (isWanted) file ??= await newFile(path)
      await file?.finish()
    },
    discard: async () => file?.discard(),
  }
}
