import type { Ir } from '../rules/ir.ts'
import { TRUE, unknownOf } from '../rules/ir.ts'
import type { Writer } from './generate-expression.ts'
import { expressionCode, printed } from './generate-expression.ts'
import { CONFLICT, GAP, NOT_EVALUATED } from './resolve.ts'
import type { ClauseNode, View, ViewDefinition } from './view.ts'

/** A program text for one view, with the values it reads by position (`k0`, `k1`, ...). */
export interface Generated {
  readonly source: string
  readonly constants: readonly unknown[]
}

/**
 * The JavaScript of a view: a function body that takes `operators` (see compile.ts), `constants`
 * and `slow` and returns `run(facts, relations, parameters, values, marks, targets)`. Each
 * definition is a function that works once per run; while all it reads is known it stays inline,
 * and otherwise it hands its clauses to `slow` (default logic with unknowns).
 */
export function generate(view: View, operatorNames: readonly string[]): Generated {
  const writer: Writer = { functions: [], constants: [] }
  const definitions = view.definitions.map((definition, slot) =>
    definitionCode(definition, slot, writer),
  )
  const constants = writer.constants.map((_, index) => `const k${index}=constants[${index}]`)
  const list = view.definitions.map((_, slot) => `d${slot}`).join(',')
  const source = [
    `'use strict'`,
    `const {${operatorNames.join(',')}}=operators`,
    ...constants,
    `let F,R,P,V,M`,
    `const r=undefined`,
    ...writer.functions,
    ...definitions,
    `const D=[${list}]`,
    `return (facts,relations,parameters,values,marks,targets)=>{`,
    `F=facts;R=relations;P=parameters;V=values;M=marks`,
    `for(const target of targets)D[target]()`,
    `}`,
  ].join('\n')
  return { source, constants: writer.constants }
}

function definitionCode(definition: ViewDefinition, slot: number, writer: Writer): string {
  const openTest = openTestOf(definition)
  const read = (ir: Ir): string => expressionCode(ir, writer)
  const whens = definition.clauses.map(({ clause }) => `()=>${read(clause.when)}`)
  const thens = definition.clauses.map(({ clause }) => `()=>${read(clause.then)}`)
  const body = siblingsCode(definition.roots, 0, { slot, read, openTest })
  const open = printed(unknownOf(definition.loaded.declaration.type.kind))
  return [
    `const w${slot}=[${whens.join(',')}],t${slot}=[${thens.join(',')}]`,
    `function s${slot}(){const z=slow(${slot},w${slot},t${slot});M[${slot}]=z.mark;return V[${slot}]=z.value}`,
    `function x${slot}(){`,
    `let w,t`,
    body,
    `if(m0===${NOT_EVALUATED}){M[${slot}]=${GAP};return V[${slot}]=${open}}`,
    `M[${slot}]=m0`,
    `return V[${slot}]=m0===${CONFLICT}?${open}:v0`,
    `}`,
    `function d${slot}(){return M[${slot}]===${NOT_EVALUATED}?x${slot}():V[${slot}]}`,
  ].join('\n')
}

interface Within {
  readonly slot: number
  readonly read: (ir: Ir) => string
  readonly openTest: string
}

/** Siblings at one depth: `m` is the mask of clauses that apply (0 none, CONFLICT), `v` their value. */
function siblingsCode(nodes: readonly ClauseNode[], depth: number, within: Within): string {
  const parts = nodes.map((node) => nodeCode(node, depth, within))
  return [`let m${depth}=0,v${depth}=0`, ...parts].join('\n')
}

function nodeCode(node: ClauseNode, depth: number, within: Within): string {
  const bit = 1 << node.position
  const { read } = within
  if (node.exceptions.length === 0) {
    return ifApplies(node, within, combineCode(depth, `${bit}`, 't'))
  }
  const inner = depth + 1
  const only = node.sole
  return [
    `{`,
    // Where the one exception does not hold, whatever excepts it restores this clause's own value.
    ...(only === undefined
      ? []
      : [
          `if(${read(only.clause.when)}===0){t=${constantOf(node)};${combineCode(depth, `${bit}`, 't')}}else{`,
        ]),
    siblingsCode(node.exceptions, inner, within),
    `if(m${inner}===0){`,
    ifApplies(node, within, `m${inner}=${bit};v${inner}=t`),
    `}`,
    `if(m${inner}!==0){t=v${inner};${combineCode(depth, `m${inner}`, 't')}}`,
    only === undefined ? `}` : `}}`,
  ].join('\n')
}

const constantOf = ({ clause }: ClauseNode): string =>
  clause.then.t === 'constant' ? printed(clause.then.value + 0) : ''

/** Runs `code` with the clause's value in `t` when its condition holds; unknowns go the slow way. */
function ifApplies(node: ClauseNode, within: Within, code: string): string {
  const { when, then } = node.clause
  const { slot, read, openTest } = within
  const slowly = `return s${slot}()`
  // Plus zero: minus zero is zero, as in resolve.ts.
  const value =
    then.t === 'constant'
      ? `t=${printed(then.value + 0)}`
      : `t=${read(then)}+0;if(${openTest})${slowly}`
  const applied = `${value};${code}`
  if (when.t === 'constant' && when.value === TRUE) return applied
  return `w=${read(when)};if(w===1)${slowly};if(w===${TRUE}){${applied}}`
}

function combineCode(depth: number, mask: string, value: string): string {
  const m = `m${depth}`
  const v = `v${depth}`
  const agree = mask.startsWith('m')
    ? `${m}>0&&${mask}>0&&${v}===${value}`
    : `${m}>0&&${v}===${value}`
  return `if(${m}===0){${m}=${mask};${v}=${value}}else if(${agree})${m}|=${mask};else ${m}=${CONFLICT}`
}

function openTestOf(definition: ViewDefinition): string {
  const { kind } = definition.loaded.declaration.type
  if (kind === 'bool') return 't===1'
  return kind === 'number' || kind === 'date' ? 't!==t' : 't===-1'
}
