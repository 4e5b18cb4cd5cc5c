// The import table of ARCHITECTURE.md, checked over the real import graph; type-only imports count.
import { builtinModules } from 'node:module'

const tests = String.raw`\.(test|prop\.test|test-d)\.tsx?$`
const node = String.raw`^(node:)?(${builtinModules.join('|')})$`
const npm = (...names) => `node_modules/(${names.join('|')})/`
const noble = '@noble/hashes|@noble/curves'
const rulesDoor = String.raw`^src/kernel/pure\.ts$`
const kernelTop = String.raw`^src/kernel/(?!index\.)[^/]+\.ts$`

/** A room may import the given paths and itself, nothing else. Its tests also reach src/testing. */
function room(name, from, mayImport, comment) {
  return {
    name: `${name}-may-import`,
    comment,
    severity: 'error',
    from: { path: from, pathNot: tests },
    to: { pathNot: [from, ...mayImport] },
  }
}

const rooms = [
  room(
    'rules',
    '^src/kernel/(rules|interpret)/',
    [kernelTop, npm('zod', '@noble/hashes')],
    'kernel/rules and kernel/interpret import each other, the top-level files of the kernel, zod and @noble/hashes: they also run in the browser',
  ),
  room(
    'kernel',
    '^src/kernel/',
    [node, npm('zod', noble, 'pg', '@electric-sql/pglite')],
    'the kernel imports the kernel: no program, no engine, no application',
  ),
  room(
    'engines',
    '^src/engines/',
    ['^src/kernel/', node, 'node_modules/'],
    'an engine imports the kernel and its own libraries',
  ),
  room(
    'programs',
    '^src/programs/',
    [rulesDoor],
    'a program imports #rules and its own files: no node:, no library, no engine',
  ),
  room(
    'app',
    '^src/app/',
    [
      '^src/kernel/',
      '^src/engines/',
      String.raw`^src/programs/index\.ts$`,
      node,
      npm('zod', 'yaml'),
    ],
    'app imports the kernel, the engines and the registry of programs',
  ),
  room(
    'http',
    '^src/http/',
    ['^src/app/', node, npm('hono', '@hono/[^/]+', 'zod')],
    'http imports app, hono and node:',
  ),
  room(
    'mcp',
    '^src/mcp/',
    ['^src/app/', node, npm('@modelcontextprotocol/[^/]+', 'zod')],
    'mcp imports app, its protocol library and node:',
  ),
  room(
    'cli',
    '^src/cli/',
    ['^src/app/', '^src/http/', '^src/mcp/', node, npm('yaml', 'zod')],
    'cli imports app and starts http and mcp',
  ),
  room(
    'web',
    '^src/web/',
    [rulesDoor, '^src/programs/', '^src/app/', 'node_modules/'],
    'the pages import #rules, programs, and types of app',
  ),
]

const exceptions = [
  {
    name: 'only-store-touches-a-database',
    comment: 'SQL lives in src/kernel/store and nowhere else',
    from: { path: '^src/', pathNot: ['^src/kernel/store/', '^src/testing/'] },
    to: { path: npm('pg', 'pg-[^/]+', '@electric-sql/[^/]+') },
  },
  {
    name: 'no-sibling-program',
    comment: 'programs meet through evidence on the record, never by import',
    from: { path: '^src/programs/([^/]+)/' },
    to: { path: '^src/programs/', pathNot: '^src/programs/$1/' },
  },
  {
    name: 'no-sibling-engine',
    comment: 'an engine never imports another engine',
    from: { path: '^src/engines/([^/]+)/' },
    to: { path: '^src/engines/', pathNot: '^src/engines/$1/' },
  },
  {
    name: 'web-takes-types-of-app',
    comment: 'the pages use `import type` for anything of src/app: the code stays on the server',
    from: { path: '^src/web/' },
    to: { path: '^src/app/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'testing-is-for-tests',
    comment: 'src/testing, tools, e2e and bench are imported by tests only',
    from: { path: '^src/', pathNot: [tests, '^src/testing/'] },
    to: { path: '^(src/testing|tools|e2e|bench)/' },
  },
  {
    name: 'ships-what-it-imports',
    comment: 'what runs on a server imports "dependencies": a devDependency is not installed there',
    from: { path: '^src/', pathNot: [tests, '^src/(web|testing)/'] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
]

const health = [
  {
    name: 'no-cycles',
    comment: 'modules in a circle cannot be understood alone',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolves',
    comment: 'the import leads nowhere',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'nothing imports this file and it imports nothing: use it or remove it',
    from: { orphan: true, pathNot: [tests, String.raw`\.d\.m?ts$`, String.raw`\.css$`] },
    to: {},
  },
]

export default {
  forbidden: [...rooms, ...exceptions, ...health].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
