import { Code } from './code.ts'
import { moduleOf } from './module.ts'

let found: boolean | undefined

/** Whether the host runs WebAssembly with vectors and shared memory, code generation allowed. */
export function hasWasm(): boolean {
  found ??= probe()
  return found
}

function probe(): boolean {
  if (typeof WebAssembly === 'undefined' || typeof SharedArrayBuffer === 'undefined') return false
  const code = new Code(3)
  code
    .constant(Array.from({ length: 16 }, () => 0))
    .simd('not')
    .keep('v128')
  try {
    // Compiling, unlike validating, also meets a content security policy that forbids it.
    return new WebAssembly.Module(moduleOf([{ parameters: 3, code }])) instanceof WebAssembly.Module
  } catch {
    return false
  }
}
