import { Code } from '../../src/kernel/interpret/batch/wasm/code.ts'
import { moduleOf } from '../../src/kernel/interpret/batch/wasm/module.ts'

/**
 * A function that only reads every byte of some columns, and writes a byte per row: the fastest
 * that any evaluator of these columns could be. Widths are bytes per row, 0 for bits.
 */
export function reader(
  memory: WebAssembly.Memory,
  columns: readonly { readonly at: number; readonly width: number }[],
  out: number,
): (rows: number) => void {
  const code = new Code(3)
  const row = code.local('i32')
  code.countUp(row, 1, 128, () => {
    const sum = code.constant(Array.from({ length: 16 }, () => 0)).keep('v128')
    for (const { at, width } of columns) {
      code.get(row)
      if (width === 0) code.i32(3).op('i32ShrU')
      else code.i32(Math.log2(width)).op('i32Shl')
      const address = code.keep('i32')
      const vectors = width === 0 ? 1 : width * 8
      for (let part = 0; part < vectors; part++) {
        code.get(address).simdMemory('load', at + part * 16).get(sum).simd('xor').set(sum)
      }
    }
    for (let part = 0; part < 8; part++) {
      code.get(row).get(sum).simdMemory('store', out + part * 16)
    }
  })
  const bytes = moduleOf([{ parameters: 3, code }])
  const module = new WebAssembly.Module(bytes)
  const { exports } = new WebAssembly.Instance(module, { host: { memory } })
  const run = exports['run'] as (none: number, rows: number, unused: number) => void
  return (rows) => run(0, rows, 0)
}
