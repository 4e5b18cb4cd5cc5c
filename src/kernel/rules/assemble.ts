import type { ParameterDeclaration, RuleText } from './ast.ts'
import type { Pack } from './write.ts'

/** A rule text before its packs are merged in. */
export type RuleTextParts = Omit<RuleText, 'format' | 'packs' | 'clauses' | 'parameters'> & {
  readonly parameters: readonly Omit<ParameterDeclaration, 'versions'>[]
}

/** Merges packs into one rule text: plain data, ready to load, hash and record. */
export function assemble(parts: RuleTextParts, packs: readonly Pack[]): RuleText {
  const settings = packs.flatMap((pack) => pack.parameters)
  return {
    format: 'proviso-rules/v1',
    ...parts,
    parameters: parts.parameters.map((parameter) => ({
      ...parameter,
      versions: settings
        .filter(({ name }) => name === parameter.name)
        .map(({ version }) => version),
    })),
    packs: packs.map((pack) => pack.declaration),
    clauses: packs.flatMap((pack) => pack.clauses),
  }
}
