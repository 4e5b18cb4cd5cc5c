import type { FactDeclaration, TableDeclaration, ValueType } from '../kernel/pure.ts'

export const cite = [{ provision: 'Random Act 1' }]
export const small = ['a', 'b', 'c'] as const
export const large = ['p', 'q', 'r', 's', 't'] as const
export const dates = ['2020-01-01', '2021-06-15', '2024-02-29'] as const

export const bool: ValueType = { kind: 'bool' }
export const meters: ValueType = { kind: 'number', unit: 'm' }
const cents: ValueType = { kind: 'number', unit: 'usd' }
export const smallMember: ValueType = { kind: 'enum', enum: 'small' }
const largeMember: ValueType = { kind: 'enum', enum: 'large' }

function fact(
  name: string,
  type: ValueType,
  example: FactDeclaration['example'],
  more: Partial<FactDeclaration> = {},
): FactDeclaration {
  const words = { title: name, question: `${name}?`, why: 'It is random', group: 'all' }
  return { name, type, ...words, assertedBy: [], evidence: [], cite, example, ...more }
}

/** The facts of every random text. */
export const facts: readonly FactDeclaration[] = [
  fact('yes1', bool, true),
  fact('yes2', bool, true),
  fact('yes3', bool, true),
  fact('size', meters, 5, { bounds: { min: 0, max: 9 } }),
  fact('drift', meters, 0, { bounds: { min: -4, max: 4 } }),
  fact('price', cents, 1, { bounds: { min: 0, max: 300 } }),
  fact('day', { kind: 'date' }, '2021-06-15'),
  fact('little', smallMember, 'a'),
  fact('big', largeMember, 'p'),
  fact('marks', { kind: 'set', enum: 'large' }, ['p']),
  fact('filled', meters, 3, {
    bounds: { min: 0, max: 9 },
    prefill: { table: 'table', key: 'big', column: 'length' },
  }),
]

/** Its one table: a key without a row, and cells that are not public. */
export const table: TableDeclaration = {
  name: 'table',
  title: 'Table',
  keyEnum: 'large',
  cite,
  verifiedAt: '2024-01-01',
  columns: { flag: bool, length: meters, cost: cents, kind: smallMember },
  rows: {
    p: { flag: true, length: 3, cost: 150, kind: 'a' },
    q: { flag: false, length: 0, cost: null, kind: 'b' },
    r: { flag: null, length: null, cost: 99, kind: null },
    s: { flag: true, length: 7, cost: 200, kind: 'c' },
  },
}
