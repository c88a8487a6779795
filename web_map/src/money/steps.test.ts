import { expect, test } from 'vitest'
import { scaleOf, shares } from './steps'

const row = (planned: string, committed: string, received: string, spent: string) => ({
  planned_cny: planned,
  committed_cny: committed,
  received_cny: received,
  spent_cny: spent,
})

test('the largest amount of all rows is the whole length, whichever step it is', () => {
  const first = row('100.00', '80.00', '0.00', '0.00')
  expect(scaleOf([first, row('50.00', '200.00', '0.00', '0.00')])).toBe(200)
  expect(shares(first, 200)).toEqual({ planned: 0.5, committed: 0.4, received: 0, spent: 0 })
})

test('no money has no length, and no division by nothing', () => {
  const none = row('0.00', '0.00', '0.00', '0.00')
  expect(shares(none, scaleOf([none])).planned).toBe(0)
})
