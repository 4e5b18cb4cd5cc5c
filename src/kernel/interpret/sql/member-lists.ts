import type { Graph } from './graph.ts'
import type { Layout } from './layout.ts'
import { membersOf } from './layout.ts'
import type { Names } from './names.ts'
import { remark } from './names.ts'

/** A list of members that a query brings along, joined to a column by the member. */
export interface MemberList {
  /** The quoted name of the list, and that of its join for one column. */
  readonly list: string
  readonly alias: string
}

/** The member lists of a query: per input its join, and their text as subqueries. */
export interface MemberLists {
  readonly byInput: ReadonlyMap<number, MemberList>
  readonly texts: readonly string[]
  /** The join for an input whose column is `raw`. */
  readonly join: (input: number, raw: string) => string
}

/** Lists of members for the inputs that are looked up in one; none where a function does it. */
export function memberLists(graph: Graph, layout: Layout, names: Names): MemberLists {
  const { dialect, rules } = layout
  const byInput = new Map<number, MemberList>()
  const texts = new Map<string, { list: string; text: string }>()
  const reads = new Set(graph.list.nodes.flatMap((node) => ('input' in node ? [node.input] : [])))
  for (const input of [...reads].sort((a, b) => a - b)) {
    const plan = graph.members.of(input)
    if (plan?.by !== 'class' || !plan.isListed || dialect.numbered) continue
    const { enumeration, classes } = plan
    const made = texts.get(enumeration) ?? {
      list: dialect.quotedName(names.give(`members_of_${enumeration}`)),
      text: '',
    }
    if (made.text === '') {
      const members = membersOf(rules, { kind: 'enum', enum: enumeration })
      const rows = members.map((member, place) => {
        const key = layout.members === 'code' ? [] : [dialect.quotedText(member)]
        return `(${[...key, place, classes[place] ?? 0].join(', ')})`
      })
      const columns = [...(layout.members === 'code' ? [] : ['member']), 'place', 'class']
      const head = `${made.list} (${columns.map(dialect.quotedName).join(', ')})`
      made.text = [
        remark(`Members of ${enumeration}; those of one class are alike to these rules.`),
        `${head} AS (VALUES ${filled(rows)})`,
      ].join('\n')
      texts.set(enumeration, made)
    }
    byInput.set(input, {
      list: made.list,
      alias: dialect.quotedName(names.give(`member_${input}`)),
    })
  }
  return {
    byInput,
    texts: [...texts.values()].map(({ text }) => text),
    join: (input, raw) => {
      const { list, alias } = byInput.get(input) ?? { list: '', alias: '' }
      const key = dialect.quotedName(layout.members === 'code' ? 'place' : 'member')
      return `LEFT JOIN ${list} AS ${alias} ON ${alias}.${key} = ${raw}`
    },
  }
}

/** Parts in lines of about 100 characters. */
function filled(parts: readonly string[]): string {
  let line = ''
  const lines: string[] = []
  for (const part of parts) {
    if (line.length + part.length > 100) {
      lines.push(line)
      line = ''
    }
    line += line === '' ? part : `, ${part}`
  }
  return [...lines, line].join(',\n  ')
}
