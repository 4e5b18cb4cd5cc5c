/** A decimal text with its thousands grouped: "26900000" is "26,900,000"; other text is unchanged. */
export function groupDigits(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (!match) return text
  const [, sign = '', whole = '', fraction = ''] = match
  return sign + whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + fraction
}

/** A label with its thousands grouped: "26914400 TPP" is "26,914,400 TPP". Dates stay as they are. */
export function groupLabel(label: string): string {
  const [first = '', ...rest] = label.split(' ')
  return [groupDigits(first), ...rest].join(' ')
}

/** "1 answer", "2 answers". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** A text that begins with a capital letter. */
export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
