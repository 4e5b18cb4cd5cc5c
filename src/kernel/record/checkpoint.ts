import { fromBase64, toBase64 } from './base64.ts'
import type { TreeHead } from './merkle.ts'
import type { Signer } from './note.ts'
import { signNote } from './note.ts'

/** What a checkpoint says (c2sp.org/tlog-checkpoint): which log, how many leaves, which root. */
export interface Checkpoint extends TreeHead {
  readonly origin: string
}

/** The signed checkpoint of a tree: three lines and the signer's signature. */
export function signCheckpoint({ origin, size, root }: Checkpoint, signer: Signer): string {
  return signNote(`${origin}\n${size}\n${toBase64(root)}\n`, signer)
}

/** The checkpoint in a note's text, or undefined when the text is none. Extensions are skipped. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  if (!text.endsWith('\n')) return undefined
  const lines = text.slice(0, -1).split('\n')
  const [origin, sizeText, rootText] = lines
  if (lines.includes('') || !origin || !sizeText || rootText === undefined) return undefined
  if (!/^(0|[1-9][0-9]{0,15})$/.test(sizeText)) return undefined
  const size = Number(sizeText)
  const root = fromBase64(rootText)
  if (!Number.isSafeInteger(size) || root?.length !== 32) return undefined
  return { origin, size, root }
}
