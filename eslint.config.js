import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const tests = ['**/*.test.ts', '**/*.test-d.ts', 'e2e/**', 'src/testing/**']
const configs = ['*.config.ts', '*.config.js', '.dependency-cruiser.mjs']
const pure = ['src/kernel/**', 'src/programs/**', 'src/app/**']

const passItIn = 'Time, randomness and identity are passed in here: take it as a parameter'
const clocks = [
  ['Date', 'now'],
  ['performance', 'now'],
  ['Math', 'random'],
  ['crypto', 'randomUUID'],
  ['crypto', 'getRandomValues'],
].map(([object, property]) => ({ object, property, message: passItIn }))

const sources = [
  { name: 'node:crypto', importNames: ['randomUUID', 'randomBytes', 'randomInt'] },
  { name: 'node:perf_hooks', importNames: ['performance'] },
  { name: '@noble/hashes/utils.js', importNames: ['randomBytes'] },
].map((source) => ({ ...source, message: passItIn }))

const named = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a default export can be imported under any name',
}
const currentDate = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: passItIn,
}

export default tseslint.config(
  {
    ignores: ['dist/', 'data/', 'bench/', '**/node_modules/', '**/*.generated.ts', 'e2e/.output/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // The compiler does these better: it knows every name.
      'no-undef': 'off',
      // An async function may await nothing: it fulfills an interface whose other members do.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', 70],
      'no-restricted-syntax': ['error', named],
      eqeqeq: 'error',
    },
  },
  { files: tests, rules: { 'max-lines-per-function': 'off' } },
  // A pack is a list of clauses in the order of the law: length there is not complexity.
  { files: ['src/programs/*/rules/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: configs, rules: { 'no-restricted-syntax': 'off' } },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', named, currentDate],
      'no-restricted-properties': ['error', ...clocks],
      'no-restricted-imports': ['error', { paths: sources }],
    },
  },
  { files: ['src/web/**'], ...reactHooks.configs.flat.recommended },
)
