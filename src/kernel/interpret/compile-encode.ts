import type { FactDeclaration } from '../rules/ast.ts'
import type { RuleSet } from '../rules/load.ts'
import type { QuickCase } from './encode.ts'

type Make = (maps: readonly ReadonlyMap<string, number>[], none: readonly []) => QuickCase

const cache = new WeakMap<RuleSet, QuickCase>()
let latest: { readonly rules: RuleSet; readonly quick: QuickCase } | undefined

/**
 * The short way in for a whole case, as generated code: it encodes a case all of whose values are
 * written as they should be, and hands any other to `encodeCase`, which says what is wrong. Both
 * give the same encoding. For hosts that allow `new Function`.
 */
export function quickCaseOf(rules: RuleSet): QuickCase {
  if (latest?.rules === rules) return latest.quick
  const quick = cache.get(rules) ?? generate(rules)
  cache.set(rules, quick)
  latest = { rules, quick }
  return quick
}

function generate(rules: RuleSet): QuickCase {
  const maps: ReadonlyMap<string, number>[] = []
  const facts = rules.text.facts.map((fact, slot) => factCode(rules, fact, slot, maps))
  const relations = rules.text.relations.map(
    ({ name }, slot) =>
      `v=f[${JSON.stringify(name)}];if(v!==undefined){if(!Array.isArray(v)||v.length>0)return false;n++;r[${slot}]=none}`,
  )
  const source = [
    `'use strict'`,
    ...maps.map((_, index) => `const m${index}=maps[${index}]`),
    `return (f,o,r)=>{`,
    `let v,s,n=0`,
    ...facts,
    ...relations,
    `for(const k in f)n--`,
    `return n===0`,
    `}`,
  ].join('\n')
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- names are quoted as JSON, the rest are numbers
  const make = new Function('maps', 'none', source) as Make
  return make(maps, Object.freeze<[]>([]))
}

function factCode(
  rules: RuleSet,
  { name, type, bounds }: FactDeclaration,
  slot: number,
  maps: ReadonlyMap<string, number>[],
): string {
  const found = (code: string) => `v=f[${JSON.stringify(name)}];if(v!==undefined){n++;${code}}`
  switch (type.kind) {
    case 'bool':
      return found(`o[${slot}]=v===true?2:v===false?0:1;if(o[${slot}]===1)return false`)
    case 'number': {
      const power = 10 ** (rules.scope.units.get(type.unit)?.declaration.scale ?? 0)
      const { min, max } = bounds ?? { min: 0, max: 0 }
      const inside = `s/${power}===v&&s>=${min}&&s<=${max}`
      return found(
        `if(typeof v!=='number')return false;s=Math.round(v*${power});if(!(${inside}))return false;o[${slot}]=s+0`,
      )
    }
    case 'enum': {
      const map = mapOf(rules, type.enum, maps)
      return found(`s=m${map}.get(v);if(s===undefined)return false;o[${slot}]=s`)
    }
    case 'set': {
      const map = mapOf(rules, type.enum, maps)
      const each = `for(const w of v){const b=m${map}.get(w);if(b===undefined)return false;s|=1<<b}`
      return found(`if(!Array.isArray(v))return false;s=0;${each};o[${slot}]=s`)
    }
    case 'date':
      return found('return false')
  }
}

function mapOf(rules: RuleSet, name: string, maps: ReadonlyMap<string, number>[]): number {
  const members = rules.scope.enums.get(name)?.declaration.members ?? []
  return maps.push(new Map(members.map(({ value }, index) => [value, index]))) - 1
}
