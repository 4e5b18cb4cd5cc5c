/** The extent of a logarithmic axis: all values and edges, with some room on both sides. */
export function extentOf(values: readonly number[], edges: readonly number[]): [number, number] {
  const all = [...values, ...edges].filter((value) => value > 0 && Number.isFinite(value))
  if (all.length === 0) return [1, 10]
  return [Math.min(...all) / 1.35, Math.max(...all) * 1.5]
}

/** The values 1, 2 and 5 of each power of ten within an extent: round marks for a logarithmic axis. */
export function roundMarks([low, high]: readonly [number, number]): readonly number[] {
  const marks: number[] = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) {
    for (const digit of [1, 2, 5]) {
      const mark = Number(`${digit}e${power}`)
      if (mark >= low && mark <= high) marks.push(mark)
    }
  }
  return marks
}
