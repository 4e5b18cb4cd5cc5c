import { serveStdio } from '@modelcontextprotocol/server/stdio'
import type { Context } from '../app/context.ts'
import { createToolServer } from './tools.ts'

/** Serves the tools over standard input and output until `until` resolves. */
export async function serveTools(context: Context, until: Promise<void>): Promise<void> {
  const serving = serveStdio(() => createToolServer(context))
  await until
  await serving.close()
}
