import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '../shell/controls.tsx'
import type { ReactNode } from 'react'
import { ask } from '../server/client.ts'
import { Fetched } from '../server/fetched.tsx'
import type { Session } from '../server/types.ts'

/** Shows its children to officers only; everyone else learns how officers sign in. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const query = useQuery({ queryKey: ['session'], queryFn: () => ask<Session>('/api/session') })
  const signOut = (): void => {
    void ask('/api/session', { method: 'DELETE' }).finally(() => client.resetQueries())
  }
  return (
    <Fetched query={query} what="who you are">
      {(session) =>
        session.role === 'public' ? (
          <SignInHelp />
        ) : (
          <>
            <p className="quiet">
              Signed in as {session.name ?? session.role}.{' '}
              <Button type="button" unstyled onClick={signOut}>
                Sign out
              </Button>
            </p>
            {children}
          </>
        )
      }
    </Fetched>
  )
}

/** How to get in, for someone who is not signed in. */
export function SignInHelp() {
  return (
    <div className="card">
      <h2>This page is for officers</h2>
      <p>
        The server printed a one-time administrator link when it was first started. Open that link
        in this browser to sign in. It works once; an administrator can make another.
      </p>
      <p>You do not need to sign in to ask a question, to save a case, or to check the record.</p>
    </div>
  )
}
