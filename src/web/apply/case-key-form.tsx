import { Button, Label } from '../shell/controls.tsx'
import { useState } from 'react'

interface Props {
  readonly id: string
  readonly onKey: (key: string) => void
}

/** Asks for the key that was shown when the case was saved. */
export function CaseKeyForm({ id, onKey }: Props) {
  const [entered, setEntered] = useState('')
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (entered.trim() !== '') onKey(entered.trim())
      }}
    >
      <p>
        Case <code>{id}</code>
      </p>
      <Label htmlFor="case-key">Case key</Label>
      <p className="usa-hint" id="case-key-hint">
        It was shown when the case was saved. Without it nobody can open the case from here.
      </p>
      <input
        id="case-key"
        className="usa-input"
        autoComplete="off"
        spellCheck={false}
        value={entered}
        aria-describedby="case-key-hint"
        onChange={({ target }) => setEntered(target.value)}
      />
      <p className="actions form-actions">
        <Button type="submit">Open the case</Button>
      </p>
    </form>
  )
}
