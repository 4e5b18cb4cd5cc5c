import { Label } from '../shell/controls.tsx'
import { useState } from 'react'

const bytesMax = 2_000_000

/** Takes a receipt as a file: dropped, or chosen with the keyboard or the mouse. */
export function ReceiptDrop({ onText }: { readonly onText: (text: string) => void }) {
  const [isOver, setOver] = useState(false)
  const [problem, setProblem] = useState('')
  const take = (file: File | undefined): void => {
    if (!file) return
    if (file.size > bytesMax) {
      setProblem(`${file.name} is too large to be a receipt; a receipt has a few kilobytes.`)
      return
    }
    setProblem('')
    void file.text().then(onText)
  }
  return (
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      <Label htmlFor="receipt-file">Receipt file</Label>
      <input
        id="receipt-file"
        type="file"
        accept=".json,application/json"
        onChange={({ target }) => take(target.files?.[0])}
      />
      {problem === '' ? null : (
        <p className="usa-error-message" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
