import { serveTools } from '../../mcp/stdio.ts'
import type { Command } from '../command.ts'
import { answer } from '../command.ts'

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'serve the same as tools over standard input and output (Model Context Protocol)',
  positionals: [],
  options: {},
  example: 'proviso mcp',
  run: async ({ context, interrupted }) => {
    await serveTools(context, interrupted())
    return answer('')
  },
}
