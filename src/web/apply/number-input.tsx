import type { ValueInputProps } from './value-input-props.ts'

/** A number as exact text, with its unit beside it. */
export function NumberInput({
  id,
  unit,
  entry,
  onEntry,
  describedBy,
  isWrong = false,
  label,
}: ValueInputProps & { readonly unit: string }) {
  return (
    <div className={`usa-input-group number-input${isWrong ? ' usa-input-group--error' : ''}`}>
      <input
        id={id}
        name={id}
        className="usa-input"
        inputMode="decimal"
        autoComplete="off"
        value={String(entry)}
        aria-label={label}
        aria-describedby={[`${id}-unit`, describedBy].filter(Boolean).join(' ')}
        aria-invalid={isWrong}
        onChange={({ target }) => onEntry(target.value)}
      />
      <div className="usa-input-suffix" id={`${id}-unit`}>
        {unit}
      </div>
    </div>
  )
}
