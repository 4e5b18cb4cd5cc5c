import type { ParameterVersion, RuleText } from './ast.ts'
import type { Report } from './check-value.ts'
import {
  checkBounds,
  checkCitations,
  checkConstant,
  checkPeriod,
  checkType,
} from './check-value.ts'
import type { Scope } from './scope.ts'
import { hintFor } from './scope.ts'

/** The name of the proposal a pack belongs to, if it is one. */
export function proposalOf(text: RuleText, pack: string): string | undefined {
  return text.packs.find(({ id }) => id === pack)?.proposal?.name
}

/** Checks parameters: each has values of its type, cited, dated, one at a time per reading. */
export function checkParameters(text: RuleText, scope: Scope, report: Report): void {
  for (const parameter of text.parameters) {
    const place = { file: text.program, definition: `parameter ${parameter.name}` }
    checkType(parameter.type, place, scope, report)
    checkBounds(parameter.type, parameter.bounds, place, report)
    if (parameter.versions.length === 0) {
      const message = 'no pack gives it a value; use value null if nobody has set it'
      report({ ...place, code: 'rules.missing-value', message })
    }
    const sorted = [...parameter.versions].sort((a, b) => (a.from < b.from ? -1 : 1))
    sorted.forEach((version, index) => {
      const inPack = { ...place, file: fileOf(text, version.pack) ?? text.program }
      if (fileOf(text, version.pack) === undefined) {
        const ids = text.packs.map(({ id }) => id)
        const message = `there is no pack "${version.pack}"${hintFor(version.pack, ids)}`
        report({ ...place, code: 'rules.unknown-name', message })
      }
      checkCitations(version.cite, inPack, report)
      checkPeriod(version, inPack, report)
      const what = `value from ${version.from}`
      checkConstant(what, version.value, parameter, inPack, scope, report)
      const clash = sorted.slice(0, index).find((earlier) => overlap(text, earlier, version))
      if (!clash) return
      const message = `two values hold from ${version.from}: those of ${clash.pack} and ${version.pack}; end the first`
      report({ ...inPack, code: 'rules.overlap', message })
    })
  }
}

const fileOf = (text: RuleText, pack: string): string | undefined =>
  text.packs.find(({ id }) => id === pack)?.file

function overlap(text: RuleText, earlier: ParameterVersion, later: ParameterVersion): boolean {
  const sameReading = proposalOf(text, earlier.pack) === proposalOf(text, later.pack)
  return sameReading && (earlier.to ?? '9999-12-31') > later.from
}
