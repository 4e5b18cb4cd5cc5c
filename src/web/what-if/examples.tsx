import type { CaseFacts, Program } from '#rules'
import { fragmentOf } from '../draft/draft-link.ts'
import { emptyDraft } from '../draft/draft.ts'
import { download, jsonText } from '../words/download.ts'
import { groupDigits } from '../words/numbers.ts'
import { Button } from '../shell/controls.tsx'
import type { Scenario, ScenarioReading } from './scenario.ts'

interface Props {
  readonly program: Program
  readonly scenario: Scenario
  readonly examples: readonly { readonly row: number; readonly facts: CaseFacts }[]
}

/** The first cases of a transition, as filled-in case files that can be decided and kept. */
export function Examples({ program, scenario, examples }: Props) {
  const { dimensions = [] } = program.analysis ?? {}
  return (
    <ul className="plain-list examples">
      {examples.map(({ row, facts }) => (
        <li key={row}>
          Case {groupDigits(String(row))}:{' '}
          {dimensions.map((fact) => labelOf(program, fact, facts)).join(', ')}.{' '}
          <a href={linkOf(program, facts, scenario.baseline)}>Decided before</a>,{' '}
          <a href={linkOf(program, facts, scenario.reform)}>decided after</a>.{' '}
          <Button
            type="button"
            unstyled
            onClick={() =>
              download(
                `${program.id}-case-${row}.json`,
                jsonText({ facts, ...scenario.reform }),
                'application/json',
              )
            }
          >
            Case file<span className="visually-hidden"> of case {row}</span>
          </Button>
        </li>
      ))}
    </ul>
  )
}

function linkOf(program: Program, facts: CaseFacts, reading: ScenarioReading): string {
  const draft = { ...emptyDraft(reading.asOf, reading.mode), facts, parameters: reading.parameters }
  return `/programs/${program.id}/determination${fragmentOf(draft)}`
}

function labelOf({ rules }: Program, fact: string, facts: CaseFacts): string {
  const declaration = rules.scope.facts.get(fact)?.declaration
  const value = facts[fact]
  if (!declaration || typeof value !== 'string') return `${declaration?.title ?? fact} not stated`
  const { type } = declaration
  const members =
    type.kind === 'enum' ? (rules.scope.enums.get(type.enum)?.declaration.members ?? []) : []
  return members.find((member) => member.value === value)?.label ?? value
}
