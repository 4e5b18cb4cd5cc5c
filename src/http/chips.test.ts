import { describe, expect, it } from 'vitest'
import { chipRows, programs } from '#programs'
import { createServer } from './server.ts'

const clock = () => '2026-11-23T12:00:00.000Z'
const server = createServer({
  context: { programs, chips: chipRows, clock, version: '1' },
  publicOrigin: 'http://localhost',
})
const json = async (response: Response | Promise<Response>) =>
  (await (await response).json()) as Record<string, unknown>

async function classify(body: unknown) {
  const answer = await json(
    server.request('/api/chips/classify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )
  const { outputs = [] } = (answer['determination'] ?? {}) as {
    outputs?: { name: string; label: string }[]
  }
  const labels = Object.fromEntries(outputs.map(({ name, label }) => [name, label]))
  return { answer, labels }
}

describe('classify', () => {
  it('derives performance and class of a chip of the table, also under every proposal', async () => {
    const { answer, labels } = await classify({ chip: 'H20 SXM' })
    expect(labels).toMatchObject({
      totalProcessingPerformance: '2368 TPP',
      performanceDensity: '2.91 TPP/mm²',
      eccn: expect.stringMatching(/^Not 3A090/) as string,
    })
    expect(answer['alsoUnder']).toContainEqual({
      mode: 'proposal:inference-chips',
      label: '3A090.a',
    })
  })

  it('classifies a specification', async () => {
    const specification = {
      dense4BitTops: 0,
      dense8BitTops: 600,
      dense16BitTops: 300,
      dense32BitTops: 0,
      dense64BitTops: 0,
      applicableDieArea: 800,
      designedForDataCenters: true,
    }
    const { labels } = await classify({ specification })
    expect(labels).toMatchObject({ totalProcessingPerformance: '4800 TPP', eccn: '3A090.a' })
  })

  it('does not guess a die area that is not public', async () => {
    const { labels } = await classify({ chip: 'Cambricon MLU370-X8' })
    expect(labels).toMatchObject({ performanceDensity: 'cannot tell yet', eccn: 'cannot tell yet' })
  })

  it('refuses an unknown chip with the nearest names, and a question without a chip', async () => {
    expect((await classify({ chip: 'H10 SXM' })).answer).toMatchObject({
      code: 'input.unknown-member',
      field: 'chip',
      detail: expect.stringContaining('H100 SXM') as string,
    })
    expect((await classify({})).answer).toMatchObject({ code: 'input.missing', field: 'chip' })
    expect((await classify({ specification: { dense8BitTop: 1 } })).answer).toMatchObject({
      code: 'input.unknown-fact',
      detail: expect.stringContaining('dense8BitTops') as string,
    })
  })
})

describe('chips', () => {
  it('lists every chip of the table with its sources and derived numbers', async () => {
    const { chips } = (await json(server.request('/api/chips'))) as { chips: unknown[] }
    expect(chips).toHaveLength(chipRows.length)
    const found = await json(server.request('/api/chips?search=nvidia%20h20'))
    expect(found['chips']).toMatchObject([
      {
        name: 'H20',
        tpp: '2368',
        performanceDensity: '2.91',
        eccn: 'notAdvancedComputing',
        memoryBandwidth: '4000',
        sources: { memoryBandwidthGbPerS: expect.any(String) as string },
      },
      { name: 'H200 SXM' },
    ])
  })

  it('gives none for a name that nothing has', async () => {
    expect(await json(server.request('/api/chips?search=none'))).toEqual({ chips: [] })
  })
})
