import type { Decision, ParameterDeclaration } from '#rules'
import { decide } from '#rules'
import { Button, Label } from '../shell/controls.tsx'
import { useId, useState } from 'react'
import { without } from '../draft/draft.ts'
import { problemWords } from '../words/problems.ts'

type Assumed = Readonly<Record<string, unknown>>

interface Props {
  readonly decision: Decision
  readonly assumed: Assumed
  readonly onChange: (assumed: Assumed) => void
}

/** Numbers of proposals that nobody has set: a reader may assume them, and the answer says so. */
export function Parameters({ decision, assumed, onChange }: Props) {
  const { text, scope } = decision.view.rules
  const unset = text.parameters.filter((parameter) => {
    const slot = scope.parameters.get(parameter.name)?.slot ?? -1
    return parameter.name in assumed || decision.view.parameterVersions[slot]?.value === null
  })
  if (unset.length === 0) return null
  return (
    <section className="card" aria-labelledby="parameters">
      <h2 id="parameters">Numbers that nobody has set</h2>
      <p>
        This reading of the law names numbers that no one has decided yet. Assume a value to see
        what would follow; the answer will say that you assumed it.
      </p>
      {unset.map((parameter) => (
        <ParameterInput
          key={`${parameter.name} ${textOf(assumed[parameter.name])}`}
          parameter={parameter}
          decision={decision}
          assumed={assumed}
          onChange={onChange}
        />
      ))}
    </section>
  )
}

function ParameterInput({
  parameter,
  decision,
  assumed,
  onChange,
}: Props & { readonly parameter: ParameterDeclaration }) {
  const { name, title, why, type } = parameter
  const id = useId()
  const [entered, setEntered] = useState(textOf(assumed[name]))
  const [problem, setProblem] = useState('')
  const others = without(assumed, name)
  const apply = (): void => {
    const { view } = decision
    const parameters = { ...others, [name]: entered.trim() }
    const result = decide(view.rules, {}, { asOf: view.asOf, mode: view.mode, parameters })
    const found = result.ok ? undefined : result.problems.find(({ field }) => field === name)
    setProblem(found ? problemWords(view.rules, found) : '')
    if (!found) onChange(parameters)
  }
  return (
    <form
      id={`parameter-${name}`}
      className="parameter"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <Label htmlFor={id}>{title}</Label>
      <p className="usa-hint" id={`${id}-hint`}>
        {name in assumed
          ? 'Assumed by you. '
          : why.startsWith('Nobody')
            ? ''
            : 'Nobody has set this. '}
        {why}.
      </p>
      {problem === '' ? null : (
        <p className="usa-error-message" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      <div className="parameter-row">
        <input
          id={id}
          className={`usa-input${problem === '' ? '' : ' usa-input--error'}`}
          inputMode="decimal"
          value={entered}
          aria-describedby={`${id}-hint${problem === '' ? '' : ` ${id}-problem`}`}
          onChange={({ target }) => setEntered(target.value)}
        />
        {type.kind === 'number' ? <span className="quiet">{type.unit}</span> : null}
        <Button type="submit" outline>
          Assume this value
        </Button>
        {name in assumed ? (
          <Button type="button" unstyled onClick={() => onChange(others)}>
            Withdraw
          </Button>
        ) : null}
      </div>
    </form>
  )
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
