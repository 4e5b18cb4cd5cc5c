import { Button, Label } from '../shell/controls.tsx'
import { useState } from 'react'
import { ReceiptDrop } from './receipt-drop.tsx'
import { ReceiptSteps } from './receipt-steps.tsx'
import type { CheckedReceipt } from './check-receipt.ts'
import { checkReceipt } from './check-receipt.ts'

/** Checks a receipt in this browser: nothing of it is sent anywhere. */
export function VerifyReceipt() {
  const [text, setText] = useState('')
  const [key, setKey] = useState('')
  const [checked, setChecked] = useState<CheckedReceipt>()
  const check = (of: string): void => {
    setText(of)
    setChecked(of.trim() === '' ? undefined : checkReceipt(of, key))
  }
  return (
    <section className="card" aria-labelledby="verify">
      <h2 id="verify">Check a receipt</h2>
      <p>
        The check runs in this browser, from the receipt alone. Drop the file, choose it, or paste
        its text.
      </p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check(text)
        }}
      >
        <ReceiptDrop onText={check} />
        <Label htmlFor="receipt-text">Text of the receipt</Label>
        <textarea
          id="receipt-text"
          className="usa-textarea"
          rows={4}
          spellCheck={false}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <Label htmlFor="receipt-key">Key you trust (optional)</Label>
        <p className="usa-hint" id="receipt-key-hint">
          With a key from another place, such as a newspaper or a colleague, the check also shows
          who signed. Without it, the key in the receipt is used.
        </p>
        <input
          id="receipt-key"
          className="usa-input"
          autoComplete="off"
          spellCheck={false}
          value={key}
          aria-describedby="receipt-key-hint"
          onChange={({ target }) => setKey(target.value)}
        />
        <p className="actions form-actions">
          <Button type="submit">Check the receipt</Button>
        </p>
      </form>
      {checked ? <ReceiptSteps checked={checked} /> : null}
    </section>
  )
}
