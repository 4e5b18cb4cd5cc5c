import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The benchmarks whose results are kept, in the order of the file. */
const order = ['decide', 'batch', 'sql', 'prove'] as const
export type Section = (typeof order)[number]

const title = `# Measured

Every section below is written by one command; \`bench/\` has what they run. All were measured on the same
two cores, beside other work: ratios within one section hold, absolute figures understate.
`
const marker = /^<!-- bench (\w+) -->$/m

/**
 * Prints the results of one benchmark; with `--save` they also take their place in
 * bench/RESULTS.md, the other sections left as they are. Begin the text with a heading of level two.
 */
export function report(root: string, name: Section, text: string): void {
  console.log(text)
  if (!process.argv.includes('--save')) return
  const file = join(root, 'bench', 'RESULTS.md')
  const sections = sectionsOf(existsSync(file) ? readFileSync(file, 'utf8') : '')
  sections.set(name, text.trim())
  const kept = order.flatMap((each) => {
    const section = sections.get(each)
    return section === undefined ? [] : [`<!-- bench ${each} -->\n\n${section}\n`]
  })
  writeFileSync(file, [title, ...kept].join('\n'))
  execFileSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', file], {
    cwd: root,
  })
}

function sectionsOf(text: string): Map<string, string> {
  const [, ...parts] = text.split(marker)
  const sections = new Map<string, string>()
  for (let index = 0; index + 1 < parts.length; index += 2) {
    sections.set(parts[index] ?? '', (parts[index + 1] ?? '').trim())
  }
  return sections
}
