import type { Gate, GateId } from '../../circuit/circuit.ts'
import { operandsOf } from '../plan/operands.ts'
import { roleOf, rowGatesOf } from '../schedule/roles.ts'
import type { Piece } from '../schedule/schedule.ts'
import { isInt } from '../schedule/widths.ts'
import { constantOf, expressionOf, rowOf } from './expression.ts'
import type { Names } from './names.ts'
import { columnName } from './names.ts'

/** The body of a function of (first, rows): the first row in the staged columns, and how many. */
export function pieceSource(names: Names, piece: Piece): string {
  if (piece.kind === 'bits') return bitSource(names, piece)
  return piece.kind === 'lanes' ? laneSource(names, piece) : rowSource(names, piece)
}

/** Conditions, 32 rows an operation. */
function bitSource(names: Names, { gates }: Piece): string {
  const own = new Set(gates)
  const lines: string[] = []
  const loaded = new Set<GateId>()
  const read = (id: GateId): string => {
    const gate = names.gate(id)
    if (gate.t === 'bit') return gate.value ? '-1' : '0'
    if (own.has(id)) return `g${id}`
    if (!loaded.has(id)) {
      const isColumn = gate.t === 'known' || gate.t === 'value'
      const source = isColumn ? `${columnName(gate)}[base + word]` : `${names.stored(id)}[word]`
      lines.push(`const g${id} = ${source}`)
      loaded.add(id)
    }
    return `g${id}`
  }
  for (const id of gates) {
    const gate = names.gate(id)
    if (gate.t === 'not') lines.push(`const g${id} = ~${read(gate.of)}`)
    if (gate.t === 'and') lines.push(`const g${id} = ${gate.of.map(read).join(' & ')}`)
    if (gate.t === 'or') lines.push(`const g${id} = ${gate.of.map(read).join(' | ')}`)
    if (names.schedule.stored.has(id)) lines.push(`${names.stored(id)}[word] = g${id}`)
  }
  return [
    'const base = first >>> 5',
    'const words = (rows + 31) >>> 5',
    'for (let word = 0; word < words; word++) {',
    ...lines,
    '}',
  ].join('\n')
}

/** Quantities row by row, and tests gathered to words of 32 rows. */
function laneSource(names: Names, { gates }: Piece): string {
  const own = new Set(gates)
  const lines: string[] = []
  const loaded = new Set<GateId>()
  const read = (id: GateId): string => {
    const constant = constantOf(names, id)
    if (constant !== undefined) return constant
    if (!own.has(id) && !loaded.has(id)) {
      const gate = names.gate(id)
      const isColumn = gate.t === 'known' || gate.t === 'value'
      const array = isColumn ? columnName(gate) : names.stored(id)
      const row = isColumn ? 'first + row' : 'row'
      lines.push(`const g${id} = ${rowOf(names, id, array, row)}`)
      loaded.add(id)
    }
    return `g${id}`
  }
  const words: GateId[] = []
  for (const id of gates) {
    const expression = expressionOf(names, id, read)
    lines.push(`const g${id} = ${expression}`)
    if (!names.schedule.stored.has(id)) continue
    if (isInt(names.plan, id)) lines.push(`${names.stored(id)}[row] = g${id}`)
    else {
      words.push(id)
      lines.push(`w${id} |= g${id} << bit`)
    }
  }
  return [
    'const words = (rows + 31) >>> 5',
    'for (let word = 0, row = 0; word < words; word++) {',
    ...words.map((id) => `let w${id} = 0`),
    'for (let bit = 0; bit < 32; bit++, row++) {',
    ...lines,
    '}',
    ...words.map((id) => `${names.stored(id)}[word] = w${id}`),
    '}',
  ].join('\n')
}

/** Cases one by one, each over its related rows. */
function rowSource(names: Names, { gates, relation }: Piece): string {
  const { plan } = names
  const rowGates = rowGatesOf(plan, gates)
  const ofCase: string[] = []
  const prepared = new Set<GateId>()
  for (const id of [...gates, ...rowGates]) {
    for (const of of operandsOf(names.gate(id))) {
      if (roleOf(plan, of) === 'row' || prepared.has(of) || constantOf(names, of)) continue
      prepared.add(of)
      const gate = names.gate(of)
      const isColumn = gate.t === 'known' || gate.t === 'value'
      const [array, row] = isColumn ? [columnName(gate), 'first + row'] : [names.stored(of), 'row']
      ofCase.push(`const g${of} = ${rowOf(names, of, array, row)}`)
    }
  }
  const read = (id: GateId): string => constantOf(names, id) ?? `g${id}`
  const ofRow = rowGates.map((id) => {
    const gate = names.gate(id)
    const isColumn = gate.t === 'known' || gate.t === 'value'
    const value = isColumn
      ? rowOf(names, id, columnName(gate), 'related')
      : expressionOf(names, id, read)
    return `const g${id} = ${value}`
  })
  return [
    ...gates.filter((id) => !isInt(plan, id)).map((id) => `${names.stored(id)}.fill(0)`),
    'for (let row = 0; row < rows; row++) {',
    ...ofCase,
    ...gates.map((id) => `let a${id} = 0`),
    `const end = o${relation}[first + row + 1]`,
    `for (let related = o${relation}[first + row]; related < end; related++) {`,
    ...ofRow,
    ...gates.map((id) => added(id, names.gate(id) as Extract<Gate, { relation: number }>, read)),
    '}',
    ...gates.map((id) => {
      const place = names.stored(id)
      return isInt(plan, id)
        ? `${place}[row] = a${id}`
        : `${place}[row >>> 5] |= a${id} << (row & 31)`
    }),
    '}',
  ].join('\n')
}

function added(
  id: GateId,
  gate: Extract<Gate, { relation: number }>,
  read: (id: GateId) => string,
): string {
  if (gate.t === 'someRow') return `a${id} |= ${read(gate.of)}`
  return gate.t === 'sumRows'
    ? `a${id} += ${read(gate.of)}`
    : `a${id} = Math.max(a${id}, ${read(gate.of)})`
}
