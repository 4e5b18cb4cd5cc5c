import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { describe, expect, it } from 'vitest'

const proviso = fileURLToPath(new URL('../../bin/proviso.mjs', import.meta.url))

describe('proviso mcp', () => {
  it('serves the tools to the official client over standard input and output', async () => {
    const client = new Client({ name: 'test', version: '1.0.0' })
    const args = [proviso, 'mcp']
    await client.connect(new StdioClientTransport({ command: process.execPath, args }))
    try {
      expect(client.getServerVersion()).toMatchObject({ name: 'proviso' })
      const answer = await client.callTool({ name: 'classify', arguments: { chip: 'H20 SXM' } })
      expect(answer.isError).toBeFalsy()
      expect(JSON.stringify(answer.content)).toContain('under proposal inference-chips -> 3A090.a')
      expect(answer.structuredContent).toMatchObject({
        determination: { program: 'chip-exports' },
      })
    } finally {
      await client.close()
    }
  })
})
