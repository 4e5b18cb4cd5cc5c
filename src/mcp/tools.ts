import { McpServer } from '@modelcontextprotocol/server'
import type { Context } from '../app/context.ts'
import type { Operation } from '../app/operation.ts'
import { invoke } from '../app/operation.ts'
import { statelessOperations } from '../app/operations/stateless.ts'
import { problemDocument } from '../app/problem.ts'
import { proseOf } from './prose.ts'

const instructions =
  'Decides cases of public programs by dated rules that cite the law. Start with `programs`, read ' +
  'the facts of one with `program`, and let `interview` say what is still needed. State only facts ' +
  'that are known: a missing fact stays unknown. Answers hold on the stated facts, under the ' +
  'stated rules, as of the stated day; say so when you pass them on, with their citations.'

/** An MCP server whose tools are the operations themselves: same inputs, answers and refusals. */
export function createToolServer(context: Context): McpServer {
  const server = new McpServer({ name: 'proviso', version: context.version }, { instructions })
  for (const operation of statelessOperations) addTool(server, context, operation)
  return server
}

function addTool(server: McpServer, context: Context, operation: Operation): void {
  const { name, title, summary, input, output } = operation
  server.registerTool(
    name,
    {
      title,
      description: summary,
      inputSchema: input,
      outputSchema: output,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
    },
    async (given: unknown) => {
      const outcome = await invoke(operation, context, given)
      if (!outcome.ok) return { isError: true, content: [text(problemDocument(outcome))] }
      const structuredContent = outcome.value as Record<string, unknown>
      const prose = proseOf(context, name, structuredContent)
      const content = [prose === undefined ? text(outcome.value) : asText(prose)]
      return { content, structuredContent }
    },
  )
}

const asText = (prose: string) => ({ type: 'text' as const, text: prose })
const text = (value: unknown) => asText(JSON.stringify(value))
