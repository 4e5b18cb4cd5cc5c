export interface Finding {
  file: string
  line: number
  message: string
}

interface Banned {
  pattern: RegExp
  instead: string
  /** Files the rule is about; all when absent. */
  only?: RegExp
}

const code = /\.(ts|tsx|js|mjs)$/
const lockFile = /(^|\/)package-lock\.json$/

const banned: Banned[] = [
  {
    pattern: /(?<![\w.:/-])\/(?:work|tmp|root|home\/\w+)\//,
    instead: 'a path of one computer: use a relative path, or os.tmpdir() in code',
  },
  {
    pattern: /\byou(?:['’]re| are) (?:all )?clear\b/i,
    instead: 'nobody is cleared: "on these facts, under these rules, as of this date"',
  },
  {
    pattern: /\b(?:TO[D]O|FIX[M]E)\b/,
    instead: 'do it now, or write down the limit where a user reads it',
  },
  {
    pattern: /https?:\/\/[^/\s"'`]*\b(?:registry|artifactory|nexus|verdaccio|mirror|proxy)\b/i,
    instead: 'the address of a package registry belongs to a computer, not to the project',
  },
  {
    pattern: /"resolved": "https?:/,
    instead: 'npm fills in the address: leave it out, so that any registry serves',
    only: lockFile,
  },
  { pattern: /^(?:<{7}|>{7}) /, instead: 'a merge conflict was left open' },
  {
    pattern: /eslint-disable(?!.* -- \S)/,
    instead: 'say why after two dashes: eslint-disable-next-line rule -- reason',
    only: code,
  },
  {
    pattern: /\b(?:describe|test|it)\.(?:only|todo)\b/,
    instead: 'run every test, and write the ones that are missing',
    only: code,
  },
]

const bytesMax = 300_000
// Documents in capitals keep the names that readers and code hosts look for.
const kebab = /^(?:[A-Z]+\.md|[a-z0-9]+(?:[-.][a-z0-9]+)*)$/
const allowed = /tidy-allow: \S/

function wordFindings(file: string, text: string): Finding[] {
  const rules = banned.filter((rule) => rule.only === undefined || rule.only.test(file))
  return text.split('\n').flatMap((content, index) =>
    rules
      .filter((rule) => rule.pattern.test(content) && !allowed.test(content))
      .map((rule) => ({
        file,
        line: index + 1,
        message: `"${rule.pattern.exec(content)?.[0].trim() ?? ''}": ${rule.instead}`,
      })),
  )
}

function nameFindings(file: string): Finding[] {
  if (!/^(src|tools|e2e|bench)\//.test(file)) return []
  const wrong = file.split('/').find((part) => !kebab.test(part) && !part.startsWith('.'))
  if (wrong === undefined) return []
  return [{ file, line: 1, message: `"${wrong}" is not kebab-case: small letters, digits, dashes` }]
}

/**
 * What is untidy in one file of the project: words with their replacement, its name, its size.
 * A line is excused when it says why: `tidy-allow: reason`. Binary files pass on words.
 */
export function tidyFile(file: string, bytes: Buffer): Finding[] {
  const findings = nameFindings(file)
  if (bytes.length > bytesMax && !lockFile.test(file)) {
    const message = `${bytes.length} bytes: at most ${bytesMax}, so that a clone stays small`
    findings.push({ file, line: 1, message })
  }
  const isBinary = bytes.subarray(0, 8000).includes(0)
  return isBinary ? findings : [...findings, ...wordFindings(file, bytes.toString('utf8'))]
}
