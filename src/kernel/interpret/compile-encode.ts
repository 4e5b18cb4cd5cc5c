import type { FactDeclaration } from '../rules/ast.ts'
import { dayFromIso } from '../rules/calendar.ts'
import type { RuleSet } from '../rules/load.ts'
import type { QuickCase } from './encode.ts'

type Make = (
  maps: readonly ReadonlyMap<string, number>[],
  none: readonly [],
  day: typeof dayFromIso,
) => QuickCase

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
  const make = new Function('maps', 'none', 'day', source) as Make
  return make(maps, Object.freeze<[]>([]), dayFromIso)
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
      const scaled = power === 1 ? 's=Math.floor(v)' : `s=Math.round(v*${power})`
      const exact = power === 1 ? 's===v' : `s/${power}===v`
      const refused = `if(!(${exact}&&s>=${min}&&s<=${max}))return false`
      return found(`if(typeof v!=='number')return false;${scaled};${refused};o[${slot}]=s+0`)
    }
    case 'enum':
      return found(`${memberCode(rules, type.enum, maps)};o[${slot}]=s`)
    case 'set': {
      const map = mapOf(rules, type.enum, maps)
      const each = `for(const w of v){const b=m${map}.get(w);if(b===undefined)return false;s|=1<<b}`
      return found(`if(!Array.isArray(v))return false;s=0;${each};o[${slot}]=s`)
    }
    case 'date':
      return found(
        `s=typeof v==='string'?day(v):undefined;if(s===undefined)return false;o[${slot}]=s`,
      )
  }
}

/** Few members are told apart by comparison, many by a map. */
function memberCode(rules: RuleSet, name: string, maps: ReadonlyMap<string, number>[]): string {
  const members = rules.scope.enums.get(name)?.declaration.members ?? []
  const unknown = `if(s===undefined)return false`
  if (members.length > 6) return `s=m${mapOf(rules, name, maps)}.get(v);${unknown}`
  const tests = members.map(({ value }, index) => `v===${JSON.stringify(value)}?${index}:`)
  return `s=${tests.join('')}undefined;${unknown}`
}

function mapOf(rules: RuleSet, name: string, maps: ReadonlyMap<string, number>[]): number {
  const members = rules.scope.enums.get(name)?.declaration.members ?? []
  return maps.push(new Map(members.map(({ value }, index) => [value, index]))) - 1
}
