import { lazy, Suspense } from 'react'
import { Radio, Select } from '../shell/controls.tsx'
import { Loading } from '../shell/loading.tsx'
import { enumOf } from './entry.ts'
import { NumberInput } from './number-input.tsx'
import { SetInput } from './set-input.tsx'
import type { ValueInputProps } from './value-input-props.ts'

const radiosMax = 12
const SearchInput = lazy(() =>
  import('./search-input.tsx').then((module) => ({ default: module.SearchInput })),
)

/** The input that fits a type: choices, a searchable list, a number with its unit, or a day. */
export function ValueInput(props: ValueInputProps) {
  const { rules, type } = props
  switch (type.kind) {
    case 'bool':
      return <Choices {...props} options={yesNo} />
    case 'number':
      return <NumberInput {...props} unit={type.unit} />
    case 'date':
      return <DayInput {...props} />
    case 'set':
      return <SetInput {...props} />
    case 'enum': {
      const options = enumOf(rules, type)?.members ?? []
      const isLong = options.length > radiosMax
      return isLong ? (
        <Search {...props} options={options} />
      ) : (
        <Choices {...props} options={options} />
      )
    }
  }
}

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]
type Options = { readonly options: readonly { readonly value: string; readonly label: string }[] }

function Choices(props: ValueInputProps & Options) {
  const { id, options, entry, onEntry, isCompact, describedBy, label } = props
  if (isCompact === true) {
    return (
      <Select
        id={id}
        name={id}
        aria-label={label}
        aria-describedby={describedBy}
        value={String(entry)}
        onChange={({ target }) => onEntry(target.value)}
      >
        <option value="">Not known</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    )
  }
  return options.map(({ value, label: text }, index) => (
    <Radio
      key={value}
      id={index === 0 ? id : `${id}-${index}`}
      name={id}
      label={text}
      value={value}
      checked={entry === value}
      onChange={() => onEntry(value)}
    />
  ))
}

function Search({ id, options, entry, onEntry, describedBy, isWrong }: ValueInputProps & Options) {
  return (
    <Suspense fallback={<Loading what="the list" />}>
      <SearchInput
        id={id}
        options={options}
        value={String(entry)}
        onValue={onEntry}
        describedBy={describedBy}
        isWrong={isWrong === true}
      />
    </Suspense>
  )
}

function DayInput({ id, entry, onEntry, describedBy, isWrong, label }: ValueInputProps) {
  return (
    <input
      id={id}
      type="date"
      className="usa-input date-input"
      value={String(entry)}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={isWrong === true}
      onChange={({ target }) => onEntry(target.value)}
    />
  )
}
