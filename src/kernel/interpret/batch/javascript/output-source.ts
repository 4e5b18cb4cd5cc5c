import type { GateId } from '../../circuit/circuit.ts'
import type { PlannedOutput } from '../plan/planned.ts'
import { roleOf } from '../schedule/roles.ts'
import { constantOf } from './expression.ts'
import type { Names } from './names.ts'
import { columnName } from './names.ts'

/** The body of a function of (first, rows) that fills the staged columns of an output. */
export function outputSource(names: Names, output: PlannedOutput, index: number): string {
  const { value, width, status, reason, reasonWidth } = output
  return [
    'const base = first >>> 5',
    'const words = (rows + 31) >>> 5',
    ...('gate' in value
      ? gateLines(names, value.gate, `v${index}`)
      : planeLines(names, value.planes, `v${index}`, width === 'u8')),
    ...planeLines(names, status, `u${index}`, true),
    ...(reason.length > 0 ? planeLines(names, reason, `r${index}`, reasonWidth === 'u8') : []),
  ].join('\n')
}

/** Plus 0: minus zero is zero. */
function gateLines(names: Names, gate: GateId, out: string): readonly string[] {
  const role = roleOf(names.plan, gate)
  const own = names.gate(gate)
  const constant = constantOf(names, gate)
  const isColumn = role === 'column' && (own.t === 'known' || own.t === 'value')
  const value = constant ?? (isColumn ? `${columnName(own)}[first + row]` : `s${gate}[row]`)
  return [`for (let row = 0; row < rows; row++) ${out}[first + row] = ${value} + 0`]
}

/** Numbers whose bit k is in plane k: four rows of bytes at once, or row by row. */
function planeLines(
  names: Names,
  planes: readonly GateId[],
  out: string,
  asBytes: boolean,
): readonly string[] {
  const set = planes.flatMap((id, bit) => {
    const gate = names.gate(id)
    return gate.t === 'bit' && !gate.value ? [] : [{ id, bit }]
  })
  if (set.length === 0) return [`${out}.fill(0, first, first + rows)`]
  const load = set.map(({ id }, at) => `const p${at} = ${wordOf(names, id)}`)
  if (!asBytes) {
    const bits = set.map(({ bit }, at) => `((p${at} >>> bit) & 1) << ${bit}`)
    return [
      'for (let word = 0; word < words; word++) {',
      ...load,
      'const at = first + word * 32',
      `for (let bit = 0; bit < 32; bit++) ${out}[at + bit] = ${bits.join(' | ')}`,
      '}',
    ]
  }
  const nibbles = set.map(({ bit }, at) => `nibble[(p${at} >>> bit) & 15] << ${bit}`)
  return [
    'for (let word = 0; word < words; word++) {',
    ...load,
    'const at = (first >>> 2) + word * 8',
    'for (let bit = 0, four = 0; bit < 32; bit += 4, four++) {',
    `${out}w[at + four] = ${nibbles.join(' | ')}`,
    '}',
    '}',
  ]
}

function wordOf(names: Names, id: GateId): string {
  const gate = names.gate(id)
  if (gate.t === 'bit') return gate.value ? '-1' : '0'
  const isColumn = gate.t === 'known' || gate.t === 'value'
  return isColumn ? `${columnName(gate)}[base + word]` : `${names.stored(id)}[word]`
}
