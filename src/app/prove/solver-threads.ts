import { Solvers } from '#kernel'

/** Two Z3s side by side where there is room: more would take more memory than time. */
export const solverThreads = (processors: number): Solvers => new Solvers(Math.min(2, processors))
