import { compiled } from '../../kernel/interpret/compile.ts'

/** Generated code: a server decides many cases, and its platform allows it. */
export const evaluator = compiled
