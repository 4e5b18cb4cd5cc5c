import type { Operation } from '../operation.ts'
import { chipsOperation } from './chips.ts'
import { classifyOperation } from './classify.ts'
import { compareOperation } from './compare.ts'
import { decideOperation, interviewOperation } from './decide.ts'
import { healthOperation } from './health.ts'
import { programOperation, programsOperation } from './programs.ts'
import { verifyOperation } from './verify.ts'

/** Everything the product can be asked to do. Routes, commands and tools are made from this list. */
export const operations: readonly Operation[] = [
  programsOperation,
  programOperation,
  decideOperation,
  interviewOperation,
  compareOperation,
  chipsOperation,
  classifyOperation,
  verifyOperation,
  healthOperation,
]
