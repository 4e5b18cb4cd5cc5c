// `npm run reference`: writes docs/reference, a page, a graph and a schema for each program.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { programs } from '#programs'
import type { Program } from '#rules'
import { dotOf, factsSchemaOf, graphOf, markdownOf, referenceBlocks } from '#rules'
import { instance } from '@viz-js/viz'

const folder = new URL('../docs/reference/', import.meta.url)

/** The generated files by name, made from the rules as they are; the same rules make the same bytes. */
export async function referenceFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const program of programs) {
    files.set(`${program.id}.md`, pageOf(program))
    files.set(`${program.id}.svg`, await pictureOf(program))
    const schema = factsSchemaOf(program.rules, program.title)
    files.set(`${program.id}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
  }
  return files
}

function pageOf(program: Program): string {
  const note = '<!-- Made by npm run reference from the rules of the program: do not edit. -->'
  const beside = {
    graph: `${program.id}.svg`,
    schema: `${program.id}.schema.json`,
    sources: `../../src/programs/${program.id}/sources.md`,
  }
  return `${note}\n\n${markdownOf(referenceBlocks(program, beside))}`
}

async function pictureOf({ id, rules }: Program): Promise<string> {
  const viz = await instance()
  const dot = dotOf(graphOf(rules), (anchor) => `${id}.md#${anchor}`)
  return viz.renderString(dot, { format: 'svg' })
}

/** Reads a generated file as it stands in the repository; empty when there is none. */
export function storedReference(file: string): string {
  try {
    return readFileSync(new URL(file, folder), 'utf8')
  } catch {
    return ''
  }
}

if (process.argv[1]?.endsWith('generate-reference.ts') === true) {
  mkdirSync(folder, { recursive: true })
  for (const [file, text] of await referenceFiles()) writeFileSync(new URL(file, folder), text)
}
