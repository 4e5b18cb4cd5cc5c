import { z } from 'zod'
import type { Operation } from '../app/operation.ts'
import { statelessOperations } from '../app/operations/stateless.ts'
import type { Route } from './routes.ts'
import { routes } from './routes.ts'

/** An operation together with where it is reached. */
export interface Bound {
  readonly operation: Operation
  readonly route: Route
  /** Members of the input that are whole numbers: addresses hold text only. */
  readonly integers: ReadonlySet<string>
  /** Whether it asks who calls: what stores nothing does not, and never waits for a database. */
  readonly identifies: boolean
}

/** The operations that have a route, in the order of the table. */
export const boundOf = (operations: readonly Operation[]): readonly Bound[] =>
  operations.flatMap((operation) => {
    const route = routes[operation.name]
    if (!route) return []
    const identifies = !statelessOperations.includes(operation)
    return [{ operation, route, integers: integerMembers(operation.input), identifies }]
  })

function integerMembers(input: z.ZodObject): ReadonlySet<string> {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input' })
  const names = Object.entries(properties).flatMap(([name, schema]) =>
    typeof schema === 'object' && schema.type === 'integer' ? [name] : [],
  )
  return new Set(names)
}

/** A path as the router writes it: `/api/cases/:id`. */
export const routerPath = ({ path }: Route): string => path.replaceAll(/\{(\w+)\}/g, ':$1')
