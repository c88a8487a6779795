import { expect, it } from 'vitest'
import { standing } from './standing'

const vote = {
  decision: 3,
  title: '改造方案',
  community: 7,
  place: '朝阳小区',
  starts: '2026-11-20',
  ends: '2026-11-24',
  used: false,
}

// In Greenwich it is still the day before.
const at = (day: string) => new Date(`${day}T01:00:00+08:00`)

it.each([
  ['2026-11-19', 'early'],
  ['2026-11-20', 'open'],
  ['2026-11-24', 'open'],
  ['2026-11-25', 'over'],
])('on %s, by the calendar of China, the vote is %s', (day, told) => {
  expect(standing(vote, at(day))).toBe(told)
})

it('a code that was used stays used, and a survey has no first day', () => {
  expect(standing({ ...vote, used: true }, at('2026-11-25'))).toBe('used')
  expect(standing({ ...vote, decision: null, starts: null }, at('2020-01-01'))).toBe('open')
})
