import { name, section, unsigned, vector } from './bytes.ts'
import type { Code } from './code.ts'
import { i32Type } from './code.ts'

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]
const functionType = 0x60
const memoryKind = 0x02
const functionKind = 0x00
/** Memory that threads can share, with a least and a greatest number of pages. */
const sharedLimits = 0x03
/** Pages of 64 KiB: 4 GiB, all that 32-bit addresses reach. */
const mostPages = 65_536

/** A function of 32-bit integers that returns nothing. */
export interface ModuleFunction {
  readonly parameters: number
  readonly code: Code
}

/** A module that imports the shared memory `host.memory` and exports its last function as `run`. */
export function moduleOf(functions: readonly ModuleFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters }) => [
    functionType,
    ...vector(Array.from({ length: parameters }, () => [i32Type])),
    ...vector([]),
  ])
  const memory = [memoryKind, sharedLimits, ...unsigned(1), ...unsigned(mostPages)]
  return Uint8Array.from([
    ...header,
    ...section(1, vector(types)),
    ...section(2, vector([[...name('host'), ...name('memory'), ...memory]])),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(7, vector([[...name('run'), functionKind, ...unsigned(functions.length - 1)]])),
    ...section(10, vector(functions.map(({ code }) => code.bytes()))),
  ])
}
