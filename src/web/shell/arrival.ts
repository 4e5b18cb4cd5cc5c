let hasArrived = false

/** True from the second page on: the first keeps the browser's own focus and place. */
export function arriveAgain(): boolean {
  const again = hasArrived
  hasArrived = true
  return again
}
