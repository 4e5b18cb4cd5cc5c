import { invoke } from '../../app/operation.ts'
import { chipsOperation } from '../../app/operations/chips.ts'
import { chipsText } from '../../app/text/chips.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

export const chipsCommand: Command = {
  name: 'chips',
  summary: 'list the chips of the table, or those whose name or maker contains a word',
  positionals: ['[SEARCH]', '[...]'],
  options: { json: { type: 'boolean', about: 'print JSON for programs instead of a table' } },
  example: 'proviso chips H20',
  run: async ({ context }, given) => {
    const search = given.positionals.join(' ')
    const listed = await invoke(chipsOperation, context, search === '' ? {} : { search })
    if (!listed.ok) return listed
    const { chips } = listed.value
    if (given.flag('json')) return answer(JSON.stringify(listed.value, null, 2))
    if (chips.length === 0) return answer(`no chip of the table contains "${search}"`)
    return answer(chipsText(chips))
  },
}
