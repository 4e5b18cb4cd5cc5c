import type { FactProblem, RuleSet, ViewProblem } from '#rules'
import { Alert } from '../shell/controls.tsx'
import { Link } from 'wouter'
import { problemWords } from '../words/problems.ts'

interface Props {
  readonly title: string
  readonly problems: readonly (FactProblem | ViewProblem)[]
  readonly rules: RuleSet
  readonly hrefOf?: (name: string) => string
}

/** Everything wrong with the facts at once, each linked to its question where there is one. */
export function ProblemList({ title, problems, rules, hrefOf }: Props) {
  return (
    <Alert type="error" headingLevel="h2" heading={title}>
      <ul className="usa-list">
        {problems.map((problem) => (
          <li key={problem.message}>
            {problemWords(rules, problem)}{' '}
            {hrefOf && rules.scope.facts.has(problem.field) ? (
              <Link href={hrefOf(problem.field)}>Change this answer</Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Alert>
  )
}
