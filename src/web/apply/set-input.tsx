import { Checkbox } from '../shell/controls.tsx'
import { enumOf } from './entry.ts'
import type { ValueInputProps } from './value-input-props.ts'

/** All members of a list, each to be ticked or left. */
export function SetInput({ id, rules, type, entry, onEntry }: ValueInputProps) {
  const ticked = typeof entry === 'string' ? [] : entry
  const members = enumOf(rules, type)?.members ?? []
  return members.map(({ value, label }, index) => (
    <Checkbox
      key={value}
      id={index === 0 ? id : `${id}-${index}`}
      name={id}
      label={label}
      value={value}
      checked={ticked.includes(value)}
      onChange={({ target }) =>
        onEntry(
          members
            .map((member) => member.value)
            .filter((one) => (one === value ? target.checked : ticked.includes(one))),
        )
      }
    />
  ))
}
