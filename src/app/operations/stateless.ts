import type { Operation } from '../operation.ts'
import { chipsOperation } from './chips.ts'
import { classifyOperation } from './classify.ts'
import { compareOperation } from './compare.ts'
import { decideOperation, interviewOperation } from './decide.ts'
import { programOperation, programsOperation } from './programs.ts'
import { verifyOperation } from './verify.ts'

/** Operations that store nothing: they run anywhere, without a database. */
export const statelessOperations: readonly Operation[] = [
  programsOperation,
  programOperation,
  decideOperation,
  interviewOperation,
  compareOperation,
  chipsOperation,
  classifyOperation,
  verifyOperation,
]
