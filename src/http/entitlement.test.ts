import { describe, expect, it } from 'vitest'
import { programs } from '#programs'
import { databases, useDatabase } from '../testing/database.ts'
import type { Answered } from '../testing/installation.ts'
import { installation } from '../testing/installation.ts'

const [chipExports] = programs
const shipment = { ...chipExports?.example, lppUsedThisYear: undefined }
const references = { ultimateConsignee: 'Example Data Centers Sdn. Bhd.' }

describe.each(databases)('License Exception LPP on $kind', (database) => {
  const store = useDatabase(database)

  async function ordered(
    { ask }: ReturnType<typeof installation>,
    facts: object,
    about: object = references,
  ) {
    const body = { program: 'chip-exports', facts: { ...shipment, ...facts }, references: about }
    const opened = (await ask('/api/cases', { body })).body as {
      case: { id: string }
      caseKey: string
    }
    const path = `/api/cases/${opened.case.id}/decide`
    const request = { expectedVersion: 2, asOf: '2026-11-23', mode: 'text' }
    return () => ask(path, { key: opened.caseKey, body: request })
  }

  /** What an order reserves under LPP; nothing when it needs a license instead. */
  const underLpp = ({ body }: Answered) =>
    (body['reservations'] as { account: string; amount: string }[])
      .filter(({ account }) => account.startsWith('chip-exports/lpp/2026/'))
      .map(({ amount }) => amount)

  it('states what the ledger knows: the 1,700th H100 of the year is over the limit', async () => {
    const started = installation(programs, store())
    const first = await (await ordered(started, { quantity: 1000 }))()
    expect(first.body).toMatchObject({
      determination: {
        facts: { lppUsedThisYear: '0' },
        outcome: { verdict: { value: 'licenseException' } },
      },
      reservations: [{ amount: '15832000', unit: 'TPP' }],
    })
    const second = await (await ordered(started, { quantity: 699 }))()
    expect(second.body).toMatchObject({
      determination: { facts: { lppUsedThisYear: '15832000' } },
      reservations: [{ amount: '11066568' }],
    })
    const third = await (await ordered(started, { quantity: 1 }))()
    expect(third.body).toMatchObject({
      determination: {
        facts: { lppUsedThisYear: '26898568' },
        outcome: { verdict: { value: 'licenseApproval' } },
      },
    })
    expect([first, second, third].map(underLpp)).toEqual([['15832000'], ['11066568'], []])
    const other = await ordered(started, { quantity: 1 }, { ultimateConsignee: 'Another Ltd' })
    expect(underLpp(await other())).toEqual(['15832'])
  })

  it('admits one of two orders that come at once and together pass the limit', async () => {
    const started = installation(programs, store())
    const orders = [
      await ordered(started, { quantity: 900 }),
      await ordered(started, { quantity: 900 }),
    ]
    const answered = await Promise.all(orders.map((order) => order()))
    expect(answered.map(underLpp).sort()).toEqual([[], ['14248800']])
    const { accounts } = (await started.ask('/api/ledger/accounts')).body as {
      accounts: { cap: string; reserved: string }[]
    }
    const lpp = accounts.filter(({ cap }) => cap === '26900000')
    expect(lpp).toMatchObject([{ reserved: '14248800' }])
  })

  it('lets an applicant state more than the ledger knows, never less', async () => {
    const started = installation(programs, store())
    const more = await (await ordered(started, { quantity: 1, lppUsedThisYear: 26_900_000 }))()
    expect(underLpp(more)).toEqual([])
    await (
      await ordered(started, { quantity: 1699 })
    )()
    const less = await (await ordered(started, { quantity: 1, lppUsedThisYear: 0 }))()
    expect(less.body).toMatchObject({
      determination: { facts: { lppUsedThisYear: '26898568' } },
    })
    expect(underLpp(less)).toEqual([])
  })
})
