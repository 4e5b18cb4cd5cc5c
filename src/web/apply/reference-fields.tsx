import type { Program } from '#rules'
import { Label } from '../shell/controls.tsx'

interface Props {
  readonly program: Program
  readonly references: Readonly<Record<string, string>>
  readonly onChange: (references: Readonly<Record<string, string>>) => void
}

/** Who or what the case is about: never a fact of the rules, and kept off the public record. */
export function ReferenceFields({ program, references, onChange }: Props) {
  const fields = program.entitlement?.references ?? []
  return fields.map(({ name, question, why, example }) => (
    <div key={name}>
      <Label htmlFor={`reference-${name}`}>{question}</Label>
      <p className="usa-hint" id={`reference-${name}-hint`}>
        {why} For example: {example}
      </p>
      <input
        id={`reference-${name}`}
        className="usa-input"
        autoComplete="off"
        value={references[name] ?? ''}
        aria-describedby={`reference-${name}-hint`}
        onChange={({ target }) => onChange({ ...references, [name]: target.value })}
      />
    </div>
  ))
}
