import { useCallback, useSyncExternalStore } from 'react'
import type { Draft } from './draft.ts'
import { readDraft } from './draft.ts'
import { draftOfFragment } from './draft-link.ts'

const keyOf = (program: string): string => `proviso.draft.${program}`
const listeners = new Set<() => void>()
const known = new Map<string, Draft | undefined>()

function load(program: string): Draft | undefined {
  if (!known.has(program)) {
    const text = window.sessionStorage.getItem(keyOf(program))
    known.set(program, text === null ? undefined : readDraft(text))
  }
  return known.get(program)
}

/** Keeps a draft for as long as the tab is open, reloads included. */
export function storeDraft(program: string, draft: Draft | undefined): void {
  known.set(program, draft)
  if (draft) window.sessionStorage.setItem(keyOf(program), JSON.stringify(draft))
  else window.sessionStorage.removeItem(keyOf(program))
  for (const listener of listeners) listener()
}

/** Takes over a draft that the address carries, and takes it out of the address. */
export function adoptDraftFromAddress(program: string): void {
  const draft = draftOfFragment(window.location.hash)
  if (!draft) return
  storeDraft(program, draft)
  window.history.replaceState(null, '', window.location.pathname + window.location.search)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The draft of a program in this tab, and how to replace it. */
export function useDraft(program: string): {
  readonly draft: Draft | undefined
  readonly update: (change: (draft: Draft) => Draft) => void
} {
  const draft = useSyncExternalStore(subscribe, () => load(program))
  const update = useCallback(
    (change: (draft: Draft) => Draft) => {
      const current = load(program)
      if (current) storeDraft(program, change(current))
    },
    [program],
  )
  return { draft, update }
}
