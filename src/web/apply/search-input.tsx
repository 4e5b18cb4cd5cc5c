import { ComboBox } from '@trussworks/react-uswds'

interface Props {
  readonly id: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onValue: (value: string) => void
  readonly describedBy: string | undefined
  readonly isWrong: boolean
}

/** A long list to search by typing. */
export function SearchInput({ id, options, value, onValue, describedBy, isWrong }: Props) {
  return (
    <ComboBox
      id={id}
      name={id}
      options={options.map((option) => ({ ...option }))}
      {...(value === '' ? {} : { defaultValue: value })}
      onChange={(chosen) => onValue(chosen ?? '')}
      noResults="Nothing in the list matches"
      inputProps={{
        placeholder: 'Type to search',
        'aria-describedby': [`${id}--assistiveHint`, describedBy].filter(Boolean).join(' '),
        'aria-invalid': isWrong,
      }}
    />
  )
}
