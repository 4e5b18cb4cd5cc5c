/** Hands a text to the browser as a file to keep. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** A value as indented JSON text that ends in a line break. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
