import { expect, it } from 'vitest'
import { changes, sent, shown } from './values'

const FIELDS = ['title', 'ends', 'passed']

it('what is left empty is sent as nothing', () => {
  expect(sent({ title: '屋面', ends: '' }, FIELDS)).toEqual({
    title: '屋面',
    ends: null,
    passed: null,
  })
})

it('a form knows no null', () => {
  expect(shown({ title: '屋面', ends: null, passed: false }, FIELDS)).toEqual({
    title: '屋面',
    passed: false,
  })
})

it('only what was changed is sent, so that others keep what they wrote elsewhere', () => {
  const before = { title: '屋面', reason: '', ends: null, progress: 0 }
  expect(changes(before, { title: '外墙', reason: null, ends: null, progress: 0 })).toEqual({
    title: '外墙',
  })
  expect(changes(before, { title: '屋面', progress: 1 })).toEqual({ progress: 1 })
})
