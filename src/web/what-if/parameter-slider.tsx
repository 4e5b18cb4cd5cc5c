import { useId, useState } from 'react'
import { scaledInteger } from '#rules'
import { Button, Label } from '../shell/controls.tsx'
import { groupDigits } from '../words/numbers.ts'
import type { Amount } from './amounts.ts'
import { countOf, stepOf, textOf } from './amounts.ts'

interface Props {
  readonly amount: Amount
  /** The value that the scenario assumes, as decimal text; absent where it is left as it is. */
  readonly assumed: string | undefined
  /** The value in force, as decimal text; absent where nobody has set one. */
  readonly inForce: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A number of the law with a slider and, for exact values and the keyboard, inputs beside it. */
export function ParameterSlider({ amount, assumed, inForce, onChange }: Props) {
  const id = useId()
  const { title, why, unit, least, most, each } = amount
  const shown = assumed ?? inForce
  const scaled = shown === undefined ? undefined : scaledInteger(shown, amount.scale)
  const words = wordsOf(amount, scaled)
  return (
    <fieldset className="parameter-slider usa-fieldset" id={`set-${amount.name}`}>
      <legend className="usa-legend">{title}</legend>
      <p className="usa-hint small">
        {inForce === undefined
          ? 'Nobody has set this number. '
          : `In force: ${groupDigits(inForce)} ${unit}. `}
        {assumed === undefined
          ? ''
          : inForce === undefined
            ? 'You assume a value. '
            : 'You assume another value. '}
        {why.startsWith('Nobody has set') ? '' : `${why}.`}
      </p>
      <input
        type="range"
        className="slider"
        aria-label={title}
        aria-valuetext={words}
        min={least}
        max={Math.max(most, scaled ?? 0)}
        step={stepOf(amount)}
        value={scaled ?? least}
        data-unset={scaled === undefined}
        onChange={({ target }) => onChange(textOf(amount, Number(target.value)))}
      />
      <div className="parameter-inputs">
        {each ? (
          <ExactInput
            id={`${id}-count`}
            label={each.title}
            value={scaled === undefined ? '' : String(countOf(each, scaled))}
            toScaled={(text) => {
              const count = scaledInteger(text.trim(), 0)
              return count === undefined ? undefined : count * each.size
            }}
            amount={amount}
            onChange={onChange}
          />
        ) : null}
        <ExactInput
          id={`${id}-exact`}
          label={unit}
          value={shown ?? ''}
          toScaled={(text) => scaledInteger(text.trim(), amount.scale)}
          amount={amount}
          onChange={onChange}
        />
        {assumed === undefined ? null : (
          <Button type="button" unstyled onClick={() => onChange(undefined)}>
            {inForce === undefined ? 'Leave it unset' : 'As in force'}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function wordsOf({ each, scale, unit }: Amount, scaled: number | undefined): string {
  if (scaled === undefined) return 'not set'
  const exact = `${groupDigits(textOf({ scale } as Amount, scaled))} ${unit}`
  return each ? `${groupDigits(String(countOf(each, scaled)))} ${each.title}, ${exact}` : exact
}

interface ExactProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly toScaled: (text: string) => number | undefined
  readonly amount: Amount
  readonly onChange: (value: string) => void
}

/** A text that applies as soon as it is a number; until then it says what is wrong. */
function ExactInput({ id, label, value, toScaled, amount, onChange }: ExactProps) {
  const [entered, setEntered] = useState(value)
  const [known, setKnown] = useState(value)
  const [problem, setProblem] = useState('')
  if (known !== value) {
    setKnown(value)
    // What is being typed stays as it is: "1e" of "1,000" is not corrected under the fingers.
    if (toScaled(entered) !== toScaled(value)) setEntered(value)
    setProblem('')
  }
  const apply = (text: string): void => {
    setEntered(text)
    const scaled = toScaled(text)
    if (scaled === undefined || scaled < 0) {
      setProblem(text.trim() === '' ? '' : `“${text}” is no amount in ${label}`)
      return
    }
    setProblem('')
    onChange(textOf(amount, scaled))
  }
  return (
    <div className="exact-input">
      <Label htmlFor={id} className="exact-label">
        in {label}
      </Label>
      <input
        id={id}
        className={`usa-input${problem === '' ? '' : ' usa-input--error'}`}
        inputMode="decimal"
        autoComplete="off"
        value={entered}
        aria-invalid={problem !== ''}
        aria-describedby={problem === '' ? undefined : `${id}-problem`}
        onChange={({ target }) => apply(target.value)}
      />
      {problem === '' ? null : (
        <p className="usa-error-message small" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
