import type { Bounds, ValueType } from '../../../rules/ast.ts'
import type { Circuit, CircuitInput, Gate, GateId } from '../../circuit/circuit.ts'
import type { Width } from '../reduce/width.ts'

/** A circuit made ready to run over many cases: what all batch code, of whatever kind, computes. */
export interface Plan {
  readonly circuit: Circuit
  readonly inputs: readonly CircuitInput[]
  readonly gates: readonly Gate[]
  readonly bounds: readonly Bounds[]
  readonly rows: readonly number[]
  readonly outputs: readonly PlannedOutput[]
}

/** The columns of one definition: bits become numbers, bit k of the number from plane k. */
export interface PlannedOutput {
  readonly name: string
  readonly slot: number
  readonly type: ValueType
  /** The value: a number written bit by bit, or an int gate. 0 unless decided. */
  readonly value: { readonly planes: readonly GateId[] } | { readonly gate: GateId }
  readonly width: Width
  /** 0 decided, 1 undetermined, 2 gap, 3 conflict, 4 refused. */
  readonly status: readonly GateId[]
  /** The deciding clauses by position; empty where they are not asked for. */
  readonly reason: readonly GateId[]
  readonly reasonWidth: 'u8' | 'u16' | 'u32'
}
