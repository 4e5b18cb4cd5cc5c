import depcheck from 'depcheck'
import { relative } from 'node:path'
import { root } from './run.ts'
import type { StepResult } from './step.ts'

// Used, but by nothing that can be read off an import.
const usedOtherwise = [
  'dependency-cruiser', // run by the structure step
  'focus-trap-react', // the component library asks for it beside itself
]
const ignorePatterns = ['dist', 'data', 'bench', 'e2e/.output']

/** Finds packages in package.json that nothing uses, and imports that package.json does not list. */
export async function dependencies(): Promise<StepResult> {
  const found = await depcheck(root, { ignoreMatches: usedOtherwise, ignorePatterns })
  const unused = [...found.dependencies, ...found.devDependencies].map(
    (name) => `package.json: nothing uses ${name}: remove it`,
  )
  const missing = Object.entries(found.missing).map(
    ([name, files]) => `${relative(root, files[0] ?? '')} imports ${name}: list it in package.json`,
  )
  const output = [...unused, ...missing].join('\n')
  return { ok: output === '', output }
}
