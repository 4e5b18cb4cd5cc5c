import type { ClauseTrace, DefinitionTrace, Program, Reading } from '#rules'
import { plainInWords, verdictInWords } from '#rules'

/** What the parts of a trace are called, by the program's own labels. */
export interface Words {
  readonly definition: (trace: DefinitionTrace) => string
  readonly reading: (reading: Reading) => string
  readonly provisions: (clause: ClauseTrace) => string
}

/** The words of a program for the values in its traces. */
export function wordsOf({ rules }: Program): Words {
  const typeOf = ({ kind, name }: Reading) => {
    if (kind === 'fact') return rules.scope.facts.get(name)?.declaration.type
    if (kind === 'parameter') return rules.scope.parameters.get(name)?.declaration.type
    return rules.scope.definitions.get(name)?.declaration.type
  }
  return {
    definition: ({ definition, verdict }) => {
      const type = rules.scope.definitions.get(definition)?.declaration.type
      return type ? verdictInWords(rules, type, verdict) : verdict.kind
    },
    reading: (reading) => {
      const type = typeOf(reading)
      if (reading.value === undefined) return 'not known'
      return type ? plainInWords(rules, type, reading.value) : String(reading.value)
    },
    provisions: ({ cite }) => [...new Set(cite.map(({ provision }) => provision))].join('; '),
  }
}
