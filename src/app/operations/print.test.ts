import { programs } from '#programs'
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/server/validators/ajv'
import { describe, expect, it } from 'vitest'
import { lakeProgram } from '../../testing/lake-program.ts'
import { invoke } from '../operation.ts'
import { factsSchemaOperation, printOperation } from './print.ts'

const clock = () => '2026-11-23T12:00:00.000Z'
const lake = { programs: [lakeProgram], clock, version: '1' }
const printed = async (input: object) => {
  const outcome = await invoke(printOperation, lake, { program: 'lake', ...input })
  if (!outcome.ok) throw new Error(outcome.message)
  return outcome.value
}

describe('printing the rules of a program', () => {
  it('prints the text as of today when nothing else is said', async () => {
    const { content, ...about } = await printed({})
    expect(about).toEqual({
      ...{ program: 'lake', rulesHash: lakeProgram.rules.hash, asOf: '2026-11-23', mode: 'text' },
      ...{ format: 'markdown', mediaType: 'text/markdown' },
    })
    expect(content).toContain('§ 3 May sail')
    expect(content).toContain('“Length limit”](#parameter.lengthLimit) (30 m)')
    expect(content).not.toContain('Bill 12 s. 1')
  })

  it('prints another day, reading and form', async () => {
    const { content } = await printed({ asOf: '2023-01-01', format: 'html' })
    expect(content).toMatch(/^<!doctype html>/)
    expect(content).toContain('“Length limit”</a> (20 m)')
    const proposal = await printed({ mode: 'proposal:marsh' })
    expect(proposal.content).toContain('**Proposed.**')
  })

  it('prints one definition and what it speaks of', async () => {
    const { content } = await printed({ definition: 'totalLength' })
    expect(content).toContain('§ 1 Total length')
    expect(content).not.toContain('May sail')
    expect(content).not.toContain('Motor')
  })

  it('prints the graph of all rules, or of one definition', async () => {
    const whole = await printed({ format: 'graph' })
    expect(whole.content).toMatch(/^digraph/)
    expect(whole.content).not.toContain('"fact zone"')
    const cone = await printed({ format: 'graph', definition: 'permitted' })
    expect(cone.content).toContain('"fact zone" -> "permitted"')
  })

  it('prints the schema that the facts have', async () => {
    const { content } = await printed({ format: 'json-schema' })
    const outcome = await invoke(factsSchemaOperation, lake, { program: 'lake' })
    expect(outcome.ok && JSON.parse(JSON.stringify(outcome.value))).toEqual(JSON.parse(content))
  })

  it.each([
    [{ program: 'pond' }, 'input.unknown-program', 'program'],
    [{ mode: 'liberal' }, 'rules.unknown-mode', 'mode'],
    [{ asOf: 'today' }, 'rules.bad-date', 'asOf'],
    [{ asOf: '1999-01-01' }, 'rules.none-in-force', 'asOf'],
    [{ definition: 'permited' }, 'input.unknown-definition', 'definition'],
    [{ format: 'pdf' }, 'input.wrong-type', 'format'],
  ])('refuses %j', async (input, code, field) => {
    const outcome = await invoke(printOperation, lake, { program: 'lake', ...input })
    expect(outcome).toMatchObject({ ok: false, code, field })
  })
})

describe.each(programs)('the schema of $id', ({ id, rules, cases, example, title }) => {
  it('takes every worked case and the example', async () => {
    const context = { ...lake, programs }
    const outcome = await invoke(factsSchemaOperation, context, { program: id })
    if (!outcome.ok) throw new Error(outcome.message)
    const schema = outcome.value as Parameters<AjvJsonSchemaValidator['getValidator']>[0]
    const validate = new AjvJsonSchemaValidator().getValidator(schema)
    expect(schema['title']).toBe(`Facts of ${title}`)
    expect(validate(example)).toMatchObject({ valid: true })
    const refused = cases.filter(({ facts }) => !validate(facts).valid).map(({ id }) => id)
    expect(refused).toEqual([])
    expect(validate({ ...example, unheard: 1 }).valid).toBe(false)
  })

  it('refuses a value of another type for every fact', async () => {
    const outcome = await invoke(factsSchemaOperation, { ...lake, programs }, { program: id })
    if (!outcome.ok) throw new Error(outcome.message)
    const schema = outcome.value as Parameters<AjvJsonSchemaValidator['getValidator']>[0]
    const validate = new AjvJsonSchemaValidator().getValidator(schema)
    const taken = rules.text.facts.filter(
      ({ name, type }) => validate({ [name]: type.kind === 'bool' ? 'yes' : true }).valid,
    )
    expect(taken.map(({ name }) => name)).toEqual([])
  })
})
