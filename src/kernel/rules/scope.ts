import type {
  DefinitionDeclaration,
  EnumDeclaration,
  FactDeclaration,
  ParameterDeclaration,
  RelationDeclaration,
  RuleText,
  TableDeclaration,
  UnitDeclaration,
} from './ast.ts'

/** Where in a rule text something is: enough for a person to find the line. */
export interface Place {
  readonly file: string
  readonly definition?: string
  readonly clause?: string
}

/** One reason why a rule text cannot be loaded. */
export interface RuleDefect extends Place {
  readonly code: string
  readonly message: string
}

interface Slot<T> {
  readonly slot: number
  readonly declaration: T
}
type Index<T> = ReadonlyMap<string, Slot<T>>

/** Every name a rule text declares, with the slot that interpretations use for it. */
export interface Scope {
  readonly units: Index<UnitDeclaration>
  readonly enums: Index<EnumDeclaration>
  readonly tables: Index<TableDeclaration>
  readonly facts: Index<FactDeclaration>
  readonly relations: Index<RelationDeclaration>
  readonly parameters: Index<ParameterDeclaration>
  readonly definitions: Index<DefinitionDeclaration>
}

/** Builds the scope; a name declared twice is a defect. */
export function scopeOf(text: RuleText, report: (defect: RuleDefect) => void): Scope {
  const index = <T extends { readonly name: string }>(
    what: string,
    list: readonly T[],
  ): Index<T> => {
    const map = new Map<string, Slot<T>>()
    list.forEach((declaration, slot) => {
      if (map.has(declaration.name)) {
        report({
          code: 'rules.duplicate-name',
          file: text.program,
          message: `${what} "${declaration.name}" is declared twice; give each its own name`,
        })
      }
      map.set(declaration.name, { slot, declaration })
    })
    return map
  }
  return {
    units: index('unit', text.units),
    enums: index('enumeration', text.enums),
    tables: index('table', text.tables),
    facts: index('fact', text.facts),
    relations: index('relation', text.relations),
    parameters: index('parameter', text.parameters),
    definitions: index('definition', text.definitions),
  }
}

/** The names nearest to a misspelled one, for messages: at most three, closest first. */
export function nearest(name: string, names: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase()
  return [...names]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.max(2, Math.floor(candidate.length / 2)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** "; did you mean ..." with the nearest names, or nothing when none is near. */
export function hintFor(name: string, names: Iterable<string>): string {
  const close = nearest(name, names)
  return close.length > 0 ? `; did you mean ${close.join(', ')}` : ''
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      current[j] = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1)
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
