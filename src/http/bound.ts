import type { Operation } from '../app/operation.ts'
import type { Route } from './routes.ts'
import { routes } from './routes.ts'

/** An operation together with where it is reached. */
export interface Bound {
  readonly operation: Operation
  readonly route: Route
}

/** The operations that have a route, in the order of the table. */
export const boundOf = (operations: readonly Operation[]): readonly Bound[] =>
  operations.flatMap((operation) => {
    const route = routes[operation.name]
    return route ? [{ operation, route }] : []
  })

/** A path as the router writes it: `/api/cases/:id`. */
export const routerPath = ({ path }: Route): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
