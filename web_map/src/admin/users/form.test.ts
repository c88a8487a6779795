import { describe, expect, it } from 'vitest'
import type { Account } from '../../api/schema.gen'
import { changeOf, draftOf, EMPTY, formOf, matching, scopeOf } from './form'

const CHEN: Account = {
  id: 1,
  username: 'chen',
  full_name: '陈工',
  role: 'site_manager',
  areas: [],
  sites: [3, 5],
  active: true,
  subject: null,
  area_names: {},
  site_names: { 3: '三号工地' },
}
const LI: Account = { ...CHEN, id: 2, username: 'Li', full_name: '李', role: 'planner' }

describe('the form of an account', () => {
  it('sends only what differs', () => {
    expect(changeOf(CHEN, formOf(CHEN))).toEqual({})
    expect(changeOf(CHEN, { ...formOf(CHEN), sites: [5, 3] })).toEqual({})
    expect(changeOf(CHEN, { ...formOf(CHEN), sites: [5], full_name: '陈' })).toEqual({
      sites: [5],
      full_name: '陈',
    })
  })

  it('sends no empty subject: that would be an account nobody can enter', () => {
    expect(draftOf({ ...EMPTY, username: 'x' })).not.toHaveProperty('subject')
    expect(draftOf({ ...EMPTY, subject: '248' })).toHaveProperty('subject', '248')
  })

  it('gives sites to those who work there, and areas to the others', () => {
    expect(scopeOf('supervisor')).toBe('sites')
    expect(scopeOf('auditor')).toBe('areas')
  })
})

it('accounts are found by user name, name and role', () => {
  expect(matching([CHEN, LI], ' li', '')).toEqual([LI])
  expect(matching([CHEN, LI], '陈', '')).toEqual([CHEN])
  expect(matching([CHEN, LI], '', 'planner')).toEqual([LI])
  expect(matching([CHEN, LI], '陈', 'planner')).toEqual([])
})
