/** What an entry is about, in a few words: its kind, its program and its outcome where it says so. */
export function entryWords(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return 'Entry'
  const { kind, type, program, outcome } = entry as Readonly<Record<string, unknown>>
  const what = [kind, type].find((one) => typeof one === 'string')
  const words = [what, program, labelOf(outcome)].filter((one) => typeof one === 'string')
  return words.length === 0 ? 'Entry' : words.join(' · ')
}

function labelOf(outcome: unknown): string | undefined {
  if (typeof outcome === 'string') return outcome
  if (typeof outcome !== 'object' || outcome === null) return undefined
  const { label } = outcome as { readonly label?: unknown }
  return typeof label === 'string' ? label : undefined
}
