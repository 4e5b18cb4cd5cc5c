import { Alert, Button, Label } from '../shell/controls.tsx'
import { useState } from 'react'
import { ask, withQuery } from '../server/client.ts'
import { ProblemAlert } from '../server/problem-alert.tsx'
import type { ConsistencyProof } from '../server/types.ts'
import type { CheckedGrowth } from './check-growth.ts'
import { checkGrowth } from './check-growth.ts'

/** Checks in this browser that the record only grew between two of its sizes. */
export function ConsistencyForm({ size }: { readonly size: number }) {
  const [from, setFrom] = useState(String(Math.max(1, size - 1)))
  const [to, setTo] = useState(String(size))
  const [checked, setChecked] = useState<CheckedGrowth>()
  const [error, setError] = useState<unknown>()
  const check = (): void => {
    setChecked(undefined)
    setError(undefined)
    ask<ConsistencyProof>(withQuery('/api/record/consistency', { from, to })).then(
      (proof) => setChecked(checkGrowth(proof)),
      setError,
    )
  }
  return (
    <section className="card" aria-labelledby="consistency">
      <h2 id="consistency">Check that the record only grew</h2>
      <p>
        The proof shows that the larger record begins with exactly the smaller one: nothing was
        changed, taken out or put in between. Who signed is checked with a receipt, above.
      </p>
      <form
        className="growth"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          check()
        }}
      >
        <SizeInput id="size-from" label="From size" value={from} onValue={setFrom} />
        <SizeInput id="size-to" label="To size" value={to} onValue={setTo} />
        <Button type="submit">Check the growth</Button>
      </form>
      {error === undefined ? null : <ProblemAlert title="No proof" error={error} />}
      {checked ? (
        <div role="status">
          <Alert
            type={checked.isGood ? 'success' : 'error'}
            headingLevel="h3"
            heading={checked.isGood ? 'It only grew' : 'The proof does not hold'}
          >
            {checked.summary}
          </Alert>
        </div>
      ) : null}
    </section>
  )
}

interface SizeProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
}

function SizeInput({ id, label, value, onValue }: SizeProps) {
  return (
    <div>
      <Label htmlFor={id}>{label}</Label>
      <input
        id={id}
        className="usa-input"
        inputMode="numeric"
        value={value}
        onChange={({ target }) => onValue(target.value)}
      />
    </div>
  )
}
