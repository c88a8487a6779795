import { act, renderHook } from '@testing-library/react'
import type { StyleSpecification } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { useHeldStyle } from './useHeldStyle'

const style = (name: string): StyleSpecification => ({ version: 8, name, sources: {}, layers: [] })
const [first, second, third] = ['first', 'second', 'third'].map(style)

const held = (initialProps: StyleSpecification | undefined) =>
  renderHook((given: StyleSpecification | undefined) => useHeldStyle(given), { initialProps })

it('keeps to the first style until the map has loaded it, then follows', () => {
  const { result, rerender } = held(undefined)
  expect(result.current.mapStyle).toBeUndefined()
  rerender(first)
  rerender(second)
  expect(result.current.mapStyle).toBe(first)
  act(() => result.current.onStyleData())
  expect(result.current.mapStyle).toBe(second)
  rerender(third)
  expect(result.current.mapStyle).toBe(third)
})

it('begins anew with the next map', () => {
  const { result, rerender } = held(first)
  act(() => result.current.onStyleData())
  rerender(undefined)
  expect(result.current.mapStyle).toBeUndefined()
  rerender(second)
  rerender(third)
  expect(result.current.mapStyle).toBe(second)
})
