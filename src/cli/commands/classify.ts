import { readCaseFile } from '../../app/case-file.ts'
import { chipProgram, classification } from '../../app/chips.ts'
import { invoke } from '../../app/operation.ts'
import { classifyOperation } from '../../app/operations/classify.ts'
import type { Outcome } from '../../app/outcome.ts'
import { done, refused } from '../../app/outcome.ts'
import { classificationText } from '../../app/text/classification.ts'
import type { Arguments, Command, Surroundings } from '../command.ts'
import { answer } from '../command.ts'
import { isPair, readPairs } from '../values.ts'

const example = 'proviso classify "H20 SXM"'

export const classifyCommand: Command = {
  name: 'classify',
  summary: 'TPP, performance density and classification of a chip, also under every proposal',
  positionals: ['CHIP|FILE|NAME=VALUE', '[...]'],
  options: {
    mode: { type: 'string', value: 'MODE', about: 'text, enforced, or proposal:NAME' },
    'as-of': { type: 'string', value: 'DATE', about: 'the day whose law applies' },
    json: { type: 'boolean', about: 'print JSON for programs instead of text for people' },
  },
  example,
  run: async (surroundings, given) => {
    const { context } = surroundings
    const program = chipProgram(context.programs)
    if (!program.ok) return program
    const subject = await subjectOf(surroundings, given)
    if (!subject.ok) return subject
    const input = { ...subject.value, asOf: given.text('as-of'), mode: given.text('mode') }
    const classified = await invoke(classifyOperation, context, input)
    if (!classified.ok) return classified
    const value = classified.value as Parameters<typeof classificationText>[1]
    const text = given.flag('json')
      ? JSON.stringify(value, null, 2)
      : classificationText(program.value, value)
    const own = value.determination.outputs.find(({ name }) => name === classification.eccn)
    return answer(text, own?.verdict.kind === 'value' ? 0 : 3)
  },
}

interface Subject {
  readonly chip?: string
  readonly specification?: Readonly<Record<string, unknown>>
}

/** Words that name a chip, `name=value` pairs, or a file that holds a specification. */
async function subjectOf(
  { read, exists }: Surroundings,
  { positionals }: Arguments,
): Promise<Outcome<Subject>> {
  const pairs = positionals.filter(isPair)
  if (pairs.length === positionals.length) {
    const specification = readPairs(pairs, 'the specification')
    return specification.ok ? done(asSubject(specification.value)) : specification
  }
  if (pairs.length > 0) {
    const message = 'state either the name of a chip or name=value pairs, not both'
    return refused('input.contradiction', message, { field: pairs[0] ?? '', example })
  }
  const [path = ''] = positionals
  const isFile = positionals.length === 1 && (path === '-' || /\.(ya?ml|json)$/i.test(path))
  if (!isFile && !(positionals.length === 1 && path.includes('/') && exists(path)))
    return done({ chip: positionals.join(' ') })
  const text = await read(path)
  if (!text.ok) return text
  const file = readCaseFile(path === '-' ? 'standard input' : path, text.value)
  return file.ok ? done(asSubject(file.value.facts)) : file
}

function asSubject(facts: Readonly<Record<string, unknown>>): Subject {
  const { chip, ...specification } = facts
  return typeof chip === 'string' ? { chip, specification } : { specification: facts }
}
