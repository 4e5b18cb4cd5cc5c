import { afterAll, describe, expect, it } from 'vitest'
import { Stopped } from './thread.ts'
import { Z3 } from './z3.ts'

const z3 = new Z3()
afterAll(() => z3.close())

/** No sum of two cubes is a cube: true, and beyond any solver that tries numbers. */
const hard = `(reset)
(declare-const a Int) (declare-const b Int) (declare-const c Int)
(assert (and (< 2 a) (< 2 b) (< 2 c)))
(assert (= (+ (* a a a) (* b b b)) (* c c c)))
(check-sat)`

const easy = '(reset)(declare-const x Int)(assert (< 3 x 5))(check-sat)(get-value (x))'

describe('Z3 in a thread', () => {
  it('answers texts, and says which version does', async () => {
    expect(await z3.evaluate(easy, 20_000)).toBe('sat\n((x 4))\n')
    expect(z3.version).toMatch(/^z3 \d+\.\d+/)
  })

  it('ends a question that takes too long and goes on with the next', async () => {
    const before = z3.generation
    await expect(z3.evaluate(hard, 300)).rejects.toMatchObject({ reason: 'timeLimit' })
    expect(z3.generation).toBe(before + 1)
    expect(await z3.evaluate(easy, 20_000)).toContain('((x 4))')
  })

  it('ends a question when it is canceled', async () => {
    const control = new AbortController()
    const answer = z3.evaluate(hard, 60_000, control.signal)
    setTimeout(() => control.abort(), 100)
    await expect(answer).rejects.toBeInstanceOf(Stopped)
    await expect(answer).rejects.toMatchObject({ reason: 'canceled' })
    await expect(z3.evaluate(easy, 1000, control.signal)).rejects.toMatchObject({
      reason: 'canceled',
    })
    expect(await z3.evaluate(easy, 20_000)).toContain('((x 4))')
  })

  it('takes one text at a time', async () => {
    const first = z3.evaluate(easy, 20_000)
    await expect(z3.evaluate(easy, 20_000)).rejects.toThrow('one text at a time')
    expect(await first).toContain('sat')
  })

  it('passes long texts on whole, one right after the other', async () => {
    for (let round = 0; round < 20; round++) {
      const names = Array.from({ length: 400 }, (_, index) => `name-${round}-${index}`)
      const text = names.map((name) => `(declare-const ${name} Bool)(assert ${name})`).join('\n')
      const ask = `(reset)${text}(check-sat)(get-value (${names.at(-1)}))`
      expect(await z3.evaluate(ask, 20_000)).toBe(`sat\n((${names.at(-1)} true))\n`)
    }
  })

  it('says what is wrong with a malformed text', async () => {
    expect(await z3.evaluate('(assert (and', 20_000)).toContain('error')
    expect(await z3.evaluate('(assert unheard-of)', 20_000)).toContain('unknown constant')
    expect(await z3.evaluate(easy, 20_000)).toContain('sat')
  })
})
