import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from '../shell/controls.tsx'
import type { ReactNode } from 'react'
import { Loading } from '../shell/loading.tsx'
import { ProblemAlert } from './problem-alert.tsx'

interface Props<Answer> {
  readonly query: UseQueryResult<Answer>
  readonly what: string
  readonly children: (answer: Answer) => ReactNode
}

/** Shows an answer of the server, or that it is on its way, or why there is none. */
export function Fetched<Answer>({ query, what, children }: Props<Answer>) {
  if (query.isPending) return <Loading what={what} />
  if (query.isError) {
    return (
      <ProblemAlert title={`Cannot show ${what}`} error={query.error}>
        <p>
          <Button type="button" outline onClick={() => void query.refetch()}>
            Try again
          </Button>
        </p>
      </ProblemAlert>
    )
  }
  return children(query.data)
}
