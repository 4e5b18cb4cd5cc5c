import type { Command } from '../command.ts'
import { answer } from '../command.ts'

export const mcpCommand: Command = {
  name: 'mcp',
  summary: 'serve the same as tools over standard input and output (Model Context Protocol)',
  positionals: [],
  options: {},
  example: 'proviso mcp',
  run: async ({ context, interrupted }) => {
    // Loaded when it is wanted: other commands start faster without it.
    const serveTools = await import('../../mcp/stdio.ts').then((module) => module.serveTools)
    await serveTools(context, interrupted())
    return answer('')
  },
}
