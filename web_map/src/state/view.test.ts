import { describe, expect, it } from 'vitest'
import { FIRST_VIEW, parseView, writeView, type View } from './view'

const FULL: View = {
  language: 'en',
  shape: 'list',
  theme: 'closures',
  q: '锦绣 & xx',
  division: '360923',
  phases: ['works', 'paused'],
  year: 2026,
  closures: true,
  unmapped: true,
  here: true,
  basemap: 'outside',
  sort: '-gap_cny',
  community: 12,
  building: 345,
  desk: 'site',
  part: 'ledger/owner_organisations/12/formed_evidence',
  site: 7,
  code: true,
  camera: { zoom: 14.25, latitude: 28.23456, longitude: 114.98765 },
}

describe('the URL', () => {
  it('holds everything and gives it back', () => {
    expect(parseView(writeView(FULL))).toEqual(FULL)
  })

  it('is empty at first', () => {
    expect(writeView(FIRST_VIEW)).toBe('')
    expect(parseView('')).toEqual(FIRST_VIEW)
  })

  it.each([
    '?theme=nonsense&view=3d&lang=xx&desk=kitchen',
    '?community=abc&building=-1&year=1e9',
    '?at=1/2&division=36; DROP&sort=name,id',
    '?at=99/28/114',
    '?desk=kitchen&part=../x',
    '?part=a/b/c/d/e/f',
  ])('drops what is no view of ours: %s', (search) => {
    expect(parseView(search)).toEqual(FIRST_VIEW)
  })
})
