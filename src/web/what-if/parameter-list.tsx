import type { Program } from '#rules'
import { decide, decimalText } from '#rules'
import { useId, useState } from 'react'
import { Label, Select } from '../shell/controls.tsx'
import { amountOf } from './amounts.ts'
import { ParameterSlider } from './parameter-slider.tsx'
import type { Scenario } from './scenario.ts'
import { withParameter } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly onChange: (scenario: Scenario) => void
}

/** The numbers of the reform: those nobody has set, those changed, and any other on request. */
export function ParameterList({ program, scenario, onChange }: Props) {
  const id = useId()
  const [opened, setOpened] = useState<readonly string[]>([])
  const { reform } = scenario
  const values = valuesInForce(program, scenario)
  const all = program.rules.text.parameters.flatMap((declaration) => {
    const amount = amountOf(program, declaration)
    return amount && values.has(amount.name) ? [amount] : []
  })
  const isShown = (name: string): boolean =>
    name in reform.parameters || values.get(name) === null || opened.includes(name)
  const others = all.filter(({ name }) => !isShown(name))
  return (
    <div className="parameter-list">
      {all
        .filter(({ name }) => isShown(name))
        .map((amount) => (
          <ParameterSlider
            key={amount.name}
            amount={amount}
            assumed={reform.parameters[amount.name]}
            inForce={values.get(amount.name) ?? undefined}
            onChange={(value) => onChange(withParameter(scenario, amount.name, value))}
          />
        ))}
      {others.length === 0 ? null : (
        <div className="another-number">
          <Label htmlFor={id}>Change another number of the law</Label>
          <Select
            id={id}
            value=""
            onChange={({ target }) => {
              if (target.value !== '') setOpened([...opened, target.value])
            }}
          >
            <option value="">Choose a number</option>
            {others.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </Select>
        </div>
      )}
    </div>
  )
}

/** The numbers that the reform's reading has, as decimal text; null where nobody has set one. */
function valuesInForce(program: Program, { reform }: Scenario): ReadonlyMap<string, string | null> {
  const { rules } = program
  const { mode, asOf } = reform
  const decided = decide(rules, {}, { mode, asOf })
  const values = new Map<string, string | null>()
  if (!decided.ok) return values
  const { parameters, parameterVersions } = decided.decision.view
  rules.text.parameters.forEach(({ name, type }, slot) => {
    const version = parameterVersions[slot]
    if (!version || type.kind !== 'number') return
    const scale = rules.scope.units.get(type.unit)?.declaration.scale ?? 0
    values.set(name, version.value === null ? null : decimalText(parameters[slot] ?? 0, scale))
  })
  return values
}
