import { findProgram } from '../../app/find-program.ts'
import { invoke } from '../../app/operation.ts'
import { programOperation, programsOperation } from '../../app/operations/programs.ts'
import { programsText, programText } from '../../app/text/programs.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

export const programsCommand: Command = {
  name: 'programs',
  summary: 'list the programs, or describe one: its readings, facts and parameters',
  positionals: ['[PROGRAM]'],
  options: { json: { type: 'boolean', about: 'print JSON for programs instead of text' } },
  example: 'proviso programs chip-exports',
  run: async ({ context }, given) => {
    const [id] = given.positionals
    const asJson = given.flag('json')
    if (id === undefined) {
      const listed = await invoke(programsOperation, context, {})
      if (!listed.ok) return listed
      const { programs } = context
      return answer(asJson ? JSON.stringify(listed.value, null, 2) : programsText(programs))
    }
    const program = findProgram(context.programs, id)
    if (!program.ok) return program
    if (!asJson) return answer(programText(program.value))
    const described = await invoke(programOperation, context, { program: id })
    return described.ok ? answer(JSON.stringify(described.value, null, 2)) : described
  },
}
