import { Alert } from '../shell/controls.tsx'
import type { ReactNode } from 'react'
import { ServerProblem } from './client.ts'

interface Props {
  readonly error: unknown
  readonly title: string
  readonly children?: ReactNode
}

/** What the server refused, or that it cannot be reached, in its own plain words. */
export function ProblemAlert({ error, title, children }: Props) {
  const problems = error instanceof ServerProblem ? error.problems : []
  return (
    <div role="alert">
      <Alert type="error" headingLevel="h2" heading={title}>
        <p>{error instanceof Error ? error.message : String(error)}</p>
        {problems.length < 2 ? null : (
          <ul className="usa-list">
            {problems.map(({ field, message }) => (
              <li key={field + message}>{message}</li>
            ))}
          </ul>
        )}
        {children}
      </Alert>
    </div>
  )
}
