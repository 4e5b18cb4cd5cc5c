import type { Code, Refusal } from '../errors.ts'
import { refuse } from '../errors.ts'

/**
 * A file that cannot be read or written any further. Thrown inside of streams, where no value can
 * be returned; whoever opened the stream catches it with `refusalOf`.
 */
export class TableFault extends Error {
  override readonly name = 'TableFault'
  readonly refusal: Refusal

  constructor(code: Code, message: string, more: Pick<Refusal, 'field' | 'example'> = {}) {
    super(message)
    this.refusal = refuse(code, message, more)
  }
}

/** The refusal of a fault; anything else is a fault of the code and thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof TableFault) return error.refusal
  throw error
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'you may not use it',
  EPERM: 'you may not use it',
  ENOSPC: 'no space is left on the disk',
  EROFS: 'the disk is read-only',
  EMFILE: 'too many files are open',
}

/** What the operating system says of a path, as a fault; other errors are passed through. */
export function fileFault(path: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error
  const reason = reasons[code] ?? `cannot be used (${code})`
  return new TableFault('table.no-file', `${path}: ${reason}`, { field: path })
}
