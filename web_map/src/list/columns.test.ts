import { describe, expect, it } from 'vitest'
import { COLUMNS, nextSort, type Column } from './columns'

const column = (name: string) => COLUMNS.find((each) => each.name === name) as Column

describe('sorting', () => {
  it('starts figures with the largest, words with the first', () => {
    expect(nextSort('name', column('gap_cny'))).toBe('-gap_cny')
    expect(nextSort('name', column('stage'))).toBe('stage')
  })

  it('turns round when asked again', () => {
    expect(nextSort('-gap_cny', column('gap_cny'))).toBe('gap_cny')
    expect(nextSort('gap_cny', column('gap_cny'))).toBe('-gap_cny')
  })
})
