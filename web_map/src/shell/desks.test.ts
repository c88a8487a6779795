import { expect, it } from 'vitest'
import type { Session } from '../api/schema.gen'
import { deskNamed, desksFor } from './desks'

const nothing = { read: true, internal: false, create: false, edit: false, publish: false }
const PUBLIC = {
  role: 'public',
  administers: false,
  layers: { warning_perimeters: nothing },
} as unknown as Session

it('nobody is offered a desk that they may not use', () => {
  expect(desksFor(PUBLIC)).toEqual([])
  const layers = { warning_perimeters: { ...nothing, create: true } }
  expect(desksFor({ ...PUBLIC, role: 'site_manager', layers })).toEqual(['site'])
  expect(desksFor({ ...PUBLIC, role: 'admin', administers: true })).toContain('admin')
})

it('a name of the URL that is no desk opens none, those of every object neither', () => {
  expect(deskNamed('site')).toBe('site')
  expect(deskNamed('kitchen')).toBeNull()
  expect(deskNamed('constructor')).toBeNull()
})
