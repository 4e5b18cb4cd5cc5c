import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from './run.ts'

const imports: [file: string, line: string, refusedBy: string | undefined][] = [
  ['src/programs/a/rules.ts', `import '#rules'`, undefined],
  ['src/programs/a/facts.ts', `import './rules.ts'`, undefined],
  ['src/programs/a/sibling.ts', `import '../b/rules.ts'`, 'no-sibling-program'],
  ['src/programs/a/sibling.test.ts', `import '../b/rules.ts'`, 'no-sibling-program'],
  ['src/programs/a/engine.ts', `import '../../engines/prover/run.ts'`, 'programs-may-import'],
  ['src/programs/a/kernel.ts', `import '#kernel'`, 'programs-may-import'],
  ['src/programs/a/kernel-type.ts', `import type { X } from '#kernel'`, 'programs-may-import'],
  ['src/programs/a/node.ts', `import 'node:fs'`, 'programs-may-import'],
  ['src/programs/a/library.ts', `import 'zod'`, 'programs-may-import'],
  ['src/programs/a/rules.test.ts', `import '../../testing/clock.ts'`, undefined],
  ['src/programs/a/helper.ts', `import '../../testing/clock.ts'`, 'testing-is-for-tests'],
  ['src/engines/prover/run.ts', `import '#kernel'`, undefined],
  ['src/engines/prover/other.ts', `import '../scorer/run.ts'`, 'no-sibling-engine'],
  ['src/engines/prover/program.ts', `import '../../programs/b/rules.ts'`, 'engines-may-import'],
  ['src/kernel/rules/schema.ts', `import 'zod'`, undefined],
  ['src/kernel/rules/node.ts', `import 'node:crypto'`, 'rules-may-import'],
  ['src/kernel/interpret/store.ts', `import '../store/db.ts'`, 'rules-may-import'],
  ['src/kernel/store/db.ts', `import 'pg'; import '@electric-sql/pglite'`, undefined],
  ['src/kernel/record/db.ts', `import 'pg'`, 'only-store-touches-a-database'],
  ['src/kernel/record/program.ts', `import '#programs'`, 'kernel-may-import'],
  ['src/app/apply.ts', `import '#kernel'; import '#programs'; import 'zod'`, undefined],
  ['src/app/one.ts', `import '../programs/b/rules.ts'`, 'app-may-import'],
  ['src/app/database.ts', `import '@electric-sql/pglite'`, 'only-store-touches-a-database'],
  ['src/app/tool.ts', `import 'vite'`, 'ships-what-it-imports'],
  ['src/http/server.ts', `import '../app/apply.ts'; import 'hono'`, undefined],
  ['src/http/kernel.ts', `import '#kernel'`, 'http-may-import'],
  ['src/cli/main.ts', `import '../app/apply.ts'; import '../http/server.ts'`, undefined],
  ['src/cli/program.ts', `import '#programs'`, 'cli-may-import'],
  ['src/mcp/tools.ts', `import '../cli/main.ts'`, 'mcp-may-import'],
  [
    'src/web/page.tsx',
    `import '#rules'; import '../programs/b/rules.ts'; import 'react'`,
    undefined,
  ],
  ['src/web/types.ts', `import type { X } from '../app/apply.ts'`, undefined],
  ['src/web/app.ts', `import { X } from '../app/apply.ts'; X`, 'web-takes-types-of-app'],
  ['src/web/kernel.ts', `import '#kernel'`, 'web-may-import'],
  ['src/web/node.ts', `import 'node:fs'`, 'web-may-import'],
  ['src/app/circle-a.ts', `import './circle-b.ts'`, 'no-cycles'],
  ['src/app/nowhere.ts', `import './missing.ts'`, 'resolves'],
  ['src/app/orphan.ts', ``, 'no-orphans'],
]
const plain = [
  ['src/kernel/pure.ts', ''],
  ['src/kernel/index.ts', ''],
  ['src/programs/index.ts', `import './b/rules.ts'`],
  ['src/programs/b/rules.ts', `import '#rules'`],
  ['src/engines/scorer/run.ts', ''],
  ['src/testing/clock.ts', ''],
  ['src/app/circle-b.ts', `import './circle-a.ts'`],
]

const folder = mkdtempSync(join(tmpdir(), 'proviso-structure-'))
let result: ICruiseResult

beforeAll(async () => {
  for (const [file, line] of [...plain, ...imports]) {
    const path = join(folder, file ?? '')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${line}\nexport const X = 1\n`)
  }
  for (const name of ['node_modules', 'package.json', 'tsconfig.json']) {
    symlinkSync(join(root, name), join(folder, name))
  }
  const { forbidden = [], options = {} } = await extractDepcruiseConfig(
    join(root, '.dependency-cruiser.mjs'),
  )
  const settings = { ...options, ruleSet: { forbidden }, validate: true, baseDir: folder }
  const { output } = await cruise(['src'], settings, options.enhancedResolveOptions)
  result = output as ICruiseResult
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the import table', () => {
  test.each(imports)('%s with %s: %s', (file, _line, refusedBy) => {
    const rules = result.summary.violations.filter((one) => one.from === file)
    if (refusedBy === undefined) expect(rules).toEqual([])
    else expect(rules.map((one) => one.rule.name)).toContain(refusedBy)
  })
})
