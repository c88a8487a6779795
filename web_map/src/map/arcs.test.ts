import { describe, expect, it } from 'vitest'
import { arcs } from './arcs'

describe('a ring', () => {
  it('starts at the top and runs clockwise', () => {
    const [first] = arcs([{ share: 0.25, color: 'red' }], 10, 10)
    expect(first?.path.startsWith('M10.00 0.00A10 10 0 0 1 ')).toBe(true)
  })

  it('leaves out nothing but empty slices', () => {
    const slices = [0.5, 0, 0.3, 0.2].map((share) => ({ share, color: String(share) }))
    expect(arcs(slices, 10, 10).map(({ color }) => color)).toEqual(['0.5', '0.3', '0.2'])
  })

  it('is whole when one slice is all', () => {
    const [whole] = arcs([{ share: 1, color: 'red' }], 10, 10)
    expect(whole?.path.match(/A/g)).toHaveLength(2)
  })
})
