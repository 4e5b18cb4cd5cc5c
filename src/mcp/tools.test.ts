import { Client, InMemoryTransport } from '@modelcontextprotocol/client'
import { afterEach, describe, expect, it } from 'vitest'
import { statelessOperations } from '../app/operations/stateless.ts'
import { lakeProgram } from '../testing/lake-program.ts'
import { createToolServer } from './tools.ts'

const context = {
  programs: [lakeProgram],
  clock: () => '2025-06-01T12:00:00.000Z',
  version: '0.0.0-test',
}
const open: Client[] = []

async function connect(): Promise<Client> {
  const [near, far] = InMemoryTransport.createLinkedPair()
  const client = new Client({ name: 'test', version: '1.0.0' })
  await createToolServer(context).connect(far)
  await client.connect(near)
  open.push(client)
  return client
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((client) => client.close()))
})

const facts = lakeProgram.example

describe('tools', () => {
  it('are the operations, with what goes in and comes out', async () => {
    const { tools } = await (await connect()).listTools()
    expect(tools.map(({ name }) => name)).toEqual(statelessOperations.map(({ name }) => name))
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description).toMatch(/\.$/)
      expect(inputSchema.type).toBe('object')
      expect(outputSchema?.type).toBe('object')
      expect(annotations).toMatchObject({ readOnlyHint: true })
    }
  })

  it('decide with reasons in words and the whole determination as data', async () => {
    const client = await connect()
    const answer = await client.callTool({
      name: 'decide',
      arguments: { program: 'lake', facts, asOf: '2025-06-01' },
    })
    expect(answer.isError).toBeFalsy()
    expect(answer.structuredContent).toMatchObject({
      outcome: { verdict: { value: 'allowed' } },
      asOf: '2025-06-01',
    })
    expect(answer.content).toMatchObject([
      {
        type: 'text',
        text: expect.stringMatching(/^Allowed\n\nOn these facts, .*\[Lake Act 8\]/s) as string,
      },
    ])
  })

  it.each([
    ['programs', {}, /^lake {2}Boats on the lake/],
    ['program', { program: 'lake' }, /Which shore\?/],
    ['interview', { program: 'lake', facts: {} }, /Next question\n {2}Which shore\?/],
    [
      'compare',
      { program: 'lake', facts, readings: [{ mode: 'text' }, { mode: 'enforced' }] },
      /Answer +Allowed +Allowed/,
    ],
    ['verify', { receipt: {} }, /"verified":false/],
  ])('%s answers with data that fits its schema', async (name, input, text) => {
    // The client checks the structured content against the schema of the tool, and throws.
    const answer = await (await connect()).callTool({ name, arguments: input })
    expect(answer.isError).toBeFalsy()
    expect(answer.structuredContent).toBeTypeOf('object')
    const [content] = answer.content
    expect(content?.type === 'text' ? content.text : '').toMatch(text)
  })

  it.each([
    ['an unknown program', { program: 'lak', facts }, /did you mean lake/],
    ['an unknown fact', { program: 'lake', facts: { lenght: 1 } }, /did you mean length/],
    ['a day without rules', { program: 'lake', facts, asOf: '1999-01-01' }, /2020-01-01/],
    ['an unknown member', { program: 'lake', facts, asof: '2025-01-01' }, /asof/],
    ['a missing member', { program: 'lake' }, /facts/],
  ])('refuse %s and say what would be right', async (_, input, message) => {
    const answer = await (await connect()).callTool({ name: 'decide', arguments: input })
    expect(answer.isError).toBe(true)
    expect(JSON.stringify(answer.content)).toMatch(message)
  })
})
