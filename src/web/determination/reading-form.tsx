import type { Mode, Program } from '#rules'
import { firstDay } from '#rules'
import { Label, Select } from '../shell/controls.tsx'
import { useId, useState } from 'react'
import { modesOf } from '../words/labels.ts'

interface Reading {
  readonly asOf: string
  readonly mode: Mode
}

interface Props {
  readonly program: Program
  readonly reading: Reading
  readonly onChange: (reading: Reading) => void
  /** Whether the meaning of the chosen reading is shown below. */
  readonly explain?: boolean
}

/** Chooses the day whose law applies and how that law is read; every change applies at once. */
export function ReadingForm({ program, reading, onChange, explain = true }: Props) {
  const id = useId()
  const modes = modesOf(program)
  const about = modes.find(({ mode }) => mode === reading.mode)?.about ?? ''
  return (
    <div className="reading-form">
      <DayInput
        id={`${id}-day`}
        first={firstDay(program.rules)}
        asOf={reading.asOf}
        onChange={(asOf) => onChange({ ...reading, asOf })}
      />
      <div className="reading-mode">
        <Label htmlFor={`${id}-mode`}>Reading of the law</Label>
        <Select
          id={`${id}-mode`}
          name="mode"
          value={reading.mode}
          onChange={({ target }) => onChange({ ...reading, mode: target.value as Mode })}
        >
          {modes.map(({ mode, title }) => (
            <option key={mode} value={mode}>
              {title}
            </option>
          ))}
        </Select>
      </div>
      {explain && about !== '' ? <p className="reading-about quiet">{about}</p> : null}
    </div>
  )
}

interface DayProps {
  readonly id: string
  readonly first: string
  readonly asOf: string
  readonly onChange: (asOf: string) => void
}

/** A day that is half typed, or before the first rule, is not applied: the message says why. */
function DayInput({ id, first, asOf, onChange }: DayProps) {
  const [entered, setEntered] = useState(asOf)
  const [known, setKnown] = useState(asOf)
  if (known !== asOf) {
    setKnown(asOf)
    setEntered(asOf)
  }
  const isEarly = entered !== '' && entered < first
  return (
    <div className="reading-day">
      <Label htmlFor={id}>As of</Label>
      <input
        id={id}
        type="date"
        className="usa-input"
        min={first}
        value={entered}
        aria-invalid={isEarly}
        aria-describedby={isEarly ? `${id}-problem` : undefined}
        onChange={({ target }) => {
          setEntered(target.value)
          if (target.value >= first && target.value.length === 10) onChange(target.value)
        }}
      />
      {isEarly ? (
        <p id={`${id}-problem`} className="usa-error-message">
          No rule here is in force on that day; the earliest begins {first}. Still shown: {asOf}.
        </p>
      ) : null}
    </div>
  )
}
