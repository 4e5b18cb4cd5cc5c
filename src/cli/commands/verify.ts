import { readDocument } from '../../app/case-file.ts'
import { invoke } from '../../app/operation.ts'
import { verifyOperation } from '../../app/operations/verify.ts'
import { wrapped } from '../../app/text/layout.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'check a receipt offline; exit 0 when it verifies, 2 when it does not',
  positionals: ['RECEIPT'],
  options: {
    key: { type: 'string', value: 'KEY', about: 'the verifier key to trust (name+id+base64)' },
    json: { type: 'boolean', about: 'print JSON for programs instead of text for people' },
  },
  example: 'proviso verify receipt.json --key log.example+0123abcd+AbCd...',
  run: async ({ context, read }, given) => {
    const [path = ''] = given.positionals
    const text = await read(path)
    if (!text.ok) return text
    const name = path === '-' ? 'standard input' : path
    const document = readDocument(name, text.value, 'a receipt as downloaded')
    if (!document.ok) return document
    const input = { receipt: document.value, verifierKey: given.text('key') }
    const verified = await invoke(verifyOperation, context, input)
    if (!verified.ok) return verified
    const { value } = verified
    const exitCode = value.verified ? 0 : 2
    if (given.flag('json')) return answer(JSON.stringify(value, null, 2), exitCode)
    const failed = value.steps.find(({ ok }) => !ok)
    const lines = value.steps.flatMap(({ name, ok, detail }) => {
      const head = `  ${ok ? 'passed' : 'FAILED'}  ${name.padEnd(11)}`
      const [first = '', ...more] = wrapped(detail, head.length)
      return [`${head}${first.trimStart()}`, ...more]
    })
    const verdict = failed ? `not verified: ${failed.name}` : 'verified'
    return answer([verdict, ...lines].join('\n'), exitCode)
  },
}
