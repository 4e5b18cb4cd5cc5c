import type { Operation } from '../operation.ts'
import { chipsOperation } from './chips.ts'
import { classifyOperation } from './classify.ts'
import { compareOperation } from './compare.ts'
import { decideOperation, interviewOperation } from './decide.ts'
import { factsSchemaOperation, printOperation } from './print.ts'
import { programOperation, programsOperation } from './programs.ts'
import {
  loopholeOperation,
  possibleOperation,
  proveOperation,
  questionsOperation,
} from './prove.ts'
import { sqlOperation } from './sql.ts'
import { verifyOperation } from './verify.ts'
import { whatIfOperation } from './whatif.ts'

/** Operations that store nothing: they run anywhere, without a database. */
export const statelessOperations: readonly Operation[] = [
  programsOperation,
  programOperation,
  printOperation,
  factsSchemaOperation,
  sqlOperation,
  decideOperation,
  interviewOperation,
  compareOperation,
  whatIfOperation,
  questionsOperation,
  proveOperation,
  loopholeOperation,
  possibleOperation,
  chipsOperation,
  classifyOperation,
  verifyOperation,
]
