import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ServerProblem } from './client.ts'

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal stays a refusal; only a server that could not be reached is asked once more.
      retry: (failures, error) =>
        failures < 1 && error instanceof ServerProblem && error.status === 0,
      refetchOnWindowFocus: false,
      staleTime: 5_000,
    },
  },
})

/** Keeps what the server said, for pages that show stored things. */
export function ServerData({ children }: { readonly children: ReactNode }) {
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
