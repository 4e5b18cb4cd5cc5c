import { FALSE, TRUE, UNKNOWN } from '../rules/ir.ts'

/**
 * What the operators mean, for the interpreter and for generated code alike. Booleans are 0, 1, 2
 * (false, unknown, true), numbers NaN and members -1 when unknown; unknown in, unknown out.
 */
export const atLeast = (left: number, right: number): number =>
  left >= right ? TRUE : left < right ? FALSE : UNKNOWN
export const atMost = (left: number, right: number): number =>
  left <= right ? TRUE : left > right ? FALSE : UNKNOWN
export const moreThan = (left: number, right: number): number =>
  left > right ? TRUE : left <= right ? FALSE : UNKNOWN
export const lessThan = (left: number, right: number): number =>
  left < right ? TRUE : left >= right ? FALSE : UNKNOWN
export const equal = (left: number, right: number): number =>
  left === right ? TRUE : left < right || left > right ? FALSE : UNKNOWN

/** Two members of one enumeration, or two sets, are the same. */
export const sameMember = (left: number, right: number): number =>
  left < 0 || right < 0 ? UNKNOWN : left === right ? TRUE : FALSE

/** A member is one of those marked. */
export const isMember = (index: number, members: readonly boolean[]): number =>
  index < 0 ? UNKNOWN : members[index] === true ? TRUE : FALSE

/** A set (a bit mask) holds at least one member of a mask. */
export const includesAny = (set: number, mask: number): number =>
  set < 0 ? UNKNOWN : (set & mask) !== 0 ? TRUE : FALSE

/** A set (a bit mask) holds every member of a mask. */
export const includesAll = (set: number, mask: number): number =>
  set < 0 ? UNKNOWN : (set & mask) === mask ? TRUE : FALSE

/** The cell of a table column; `unknown` for an unknown key. */
export const cellAt = (index: number, cells: readonly number[], unknown: number): number =>
  index < 0 ? unknown : (cells[index] ?? unknown)
