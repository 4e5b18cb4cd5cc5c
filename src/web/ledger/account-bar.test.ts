import { describe, expect, test } from 'vitest'
import { barOf } from './account-bar.ts'

describe('the bar of an account', () => {
  test.each([
    ['26900000', '0', '0', 0, 0],
    ['26900000', '13450000', '0', 500, 0],
    ['26900000', '13450000', '6725000', 500, 250],
    ['26900000', '26900000', '0', 1000, 0],
    ['26900000', '1', '0', 4, 0],
    ['26900000', '26899999', '1', 999, 1],
    ['0', '0', '0', 1000, 0],
    ['100.5', '50.25', '0', 500, 0],
  ])('cap %s, used %s, reserved %s', (cap, used, reserved, usedWidth, reservedWidth) => {
    expect(barOf({ cap, used, reserved })).toEqual({ used: usedWidth, reserved: reservedWidth })
  })
})
