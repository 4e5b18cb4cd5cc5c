import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { root } from './run.ts'

interface Step {
  readonly command: string
  readonly output: readonly string[]
}

/** The commands of ```console blocks: lines that begin with `$ `, each with the output under it. */
function stepsOf(markdown: string): readonly Step[] {
  return [...markdown.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...output] = part.trimEnd().split('\n')
        return { command, output }
      }),
  )
}

function run(command: string): string {
  const local = command.replaceAll('npx proviso', `"${process.execPath}" bin/proviso.mjs`)
  // Exit 3 says that facts are missing: an answer, not a failure.
  return execFileSync('sh', ['-c', `{ ${local}; } 2>&1 || [ $? = 3 ]`], {
    cwd: root,
    encoding: 'utf8',
  })
}

const documents = ['README.md']

describe.each(documents)('the commands of %s', (document) => {
  const steps = stepsOf(readFileSync(`${root}/${document}`, 'utf8'))

  it('are there', () => {
    expect(steps.length).toBeGreaterThan(0)
  })

  it.each(steps)('prints what is shown for: $command', ({ command, output }) => {
    const printed = run(command)
    // A line of three dots stands for lines left out.
    for (const line of output.filter((one) => one.trim() !== '...')) {
      expect(printed.split('\n').map((one) => one.trimEnd())).toContain(line.trimEnd())
    }
  })
})
