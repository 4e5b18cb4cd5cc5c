import type { Draft } from './draft.ts'
import { readDraft } from './draft.ts'

const name = 'case='

/**
 * The fragment of an address that carries a draft. Browsers never send fragments to a server, so a
 * link shares the facts only with whom it is given to. Saved places and references stay out of it.
 */
export function fragmentOf({ facts, asOf, mode, parameters }: Draft): string {
  const bytes = new TextEncoder().encode(JSON.stringify({ facts, asOf, mode, parameters }))
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const encoded = btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  return `#${name}${encoded}`
}

/** The draft that a fragment carries, or undefined when it carries none. */
export function draftOfFragment(fragment: string): Draft | undefined {
  const start = fragment.indexOf(name)
  if (start < 0) return undefined
  const encoded = fragment.slice(start + name.length)
  try {
    const text = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    return readDraft(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
