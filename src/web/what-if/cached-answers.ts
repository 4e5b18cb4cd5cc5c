import type { CaseColumns, MakeAnswers } from '#rules'

type Answers = ReturnType<ReturnType<MakeAnswers>>

/**
 * Answers that are kept as long as their columns are: while only the reform is changed, the
 * baseline is not decided anew. Readings are told apart by what they say, not by their identity.
 */
export function cachedAnswers(make: MakeAnswers, readingsMax = 8): MakeAnswers {
  const kept = new Map<string, WeakMap<CaseColumns, Answers>>()
  return (reading, outputs) => {
    const { view, parameters } = reading
    const key = JSON.stringify([
      view.rules.hash,
      view.asOf,
      view.mode,
      outputs,
      parameters.map(String),
    ])
    const known = kept.get(key) ?? new WeakMap<CaseColumns, Answers>()
    kept.delete(key)
    kept.set(key, known)
    for (const oldest of kept.keys()) if (kept.size > readingsMax) kept.delete(oldest)
    let answer: ReturnType<MakeAnswers> | undefined
    return (columns) => {
      const found = known.get(columns)
      if (found) return found
      answer ??= make(reading, outputs)
      const made = answer(columns)
      known.set(columns, made)
      return made
    }
  }
}
