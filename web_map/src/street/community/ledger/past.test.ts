import { expect, it } from 'vitest'
import { changedIn, shownSince, type Version } from './past'

const version = (part: Partial<Version>): Version => ({
  version: 1,
  operation: 'update',
  at: '2026-11-24T00:00:00Z',
  by: 'li',
  visibility: 'draft',
  before: null,
  after: null,
  ...part,
})

it('a version tells what it changed, the first one nothing', () => {
  const after = { title: '屋面', progress: 1, reason: null }
  expect(changedIn(version({ after }))).toEqual([])
  expect(changedIn(version({ before: { ...after, progress: 0.5 }, after }))).toEqual(['progress'])
})

it('it tells when the public began to see the row', () => {
  const published = version({ visibility: 'published' })
  expect(shownSince(published, version({}))).toBe('published')
  expect(shownSince(published, published)).toBeNull()
  expect(shownSince(published, undefined)).toBeNull()
})
