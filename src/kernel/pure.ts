/**
 * The browser-safe door of the kernel: the rule language, its interpretations, and the offline
 * verifiers. Nothing here does I/O, reads a clock or draws a random number.
 */
export type * from './rules/ast.ts'
export type { Bool, Choice, Choices, Day, EnumOf, Num, Typed, Unit } from './rules/build.ts'
export {
  add,
  addDays,
  all,
  amount,
  any,
  atLeast,
  atMost,
  before,
  day,
  divide,
  equal,
  includesAll,
  includesAny,
  isOneOf,
  lessThan,
  maximum,
  member,
  minimum,
  moreThan,
  multiply,
  no,
  not,
  onOrAfter,
  subtract,
  yes,
} from './rules/build.ts'
export {
  boolFact,
  boolField,
  dateFact,
  declareFacts,
  declareRelation,
  enumDeclaration,
  enumeration,
  enumFact,
  enumField,
  numberFact,
  numberField,
  setFact,
  unit,
} from './rules/declare.ts'
export type { ClauseText, Pack } from './rules/write.ts'
export {
  boolDefinition,
  declareDefinitions,
  declareParameters,
  enumDefinition,
  lookup,
  numberDefinition,
  numberParameter,
  pack,
} from './rules/write.ts'
export { assemble } from './rules/assemble.ts'
export { canonicalJson, sha256Hex } from './rules/canonical.ts'
export { dayFromIso, isInForce, isoFromDay } from './rules/calendar.ts'
export { decimalText, scaledInteger } from './rules/decimal.ts'
export type { LoadedClause, LoadResult, RuleSet } from './rules/load.ts'
export { load, loadOrThrow, sentence } from './rules/load.ts'
export type { RuleDefect } from './rules/scope.ts'

export type { CaseFacts } from './interpret/encode.ts'
export type { DecideOptions, DecideResult } from './interpret/decide.ts'
export { decide, Decision } from './interpret/decide.ts'
export type { Need } from './interpret/needs.ts'
export type { FactProblem } from './interpret/problem.ts'
export type { ClauseTrace, DefinitionTrace, Reading } from './interpret/trace.ts'
export type { Verdict } from './interpret/verdict.ts'
export type { Mode, ViewProblem } from './interpret/view.ts'
export { firstDay, proposalNames, statusOn } from './interpret/view.ts'
export type { Warning } from './interpret/warnings.ts'
export type { Interview, Question } from './interpret/ask.ts'
export { interviewOf } from './interpret/ask.ts'
export type { ComparedLine, Comparison, CompareResult } from './interpret/compare.ts'
export { compare } from './interpret/compare.ts'
export type { DeterminationDocument, LabeledVerdict } from './interpret/document.ts'
export { documentOf } from './interpret/document.ts'
export { inSentence, modeInWords, plainInWords, verdictInWords } from './interpret/words.ts'
export type { Plain } from './interpret/decode.ts'
export type {
  AccountPlan,
  Entitlement,
  Program,
  Reference,
  Reservation,
  WorkedCase,
} from './program.ts'
export { defineProgram } from './program.ts'

export type { Checkpoint } from './record/checkpoint.ts'
export type { TreeHead } from './record/merkle.ts'
export { verifyConsistency } from './record/merkle.ts'
export type { Receipt } from './record/receipt.ts'
export { saltedDigest } from './record/salted-digest.ts'
export type { ReceiptRefusal, VerifyResult, VerifyStep } from './record/verify.ts'
export { verifyReceipt } from './record/verify.ts'
