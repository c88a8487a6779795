import { beforeEach, expect, it } from 'vitest'
import { parseView } from '../state/view'
import { handedCode, takeCode } from './handed'

beforeEach(() => history.replaceState(null, '', '/'))

it.each(['/#code=K7QF-2M9X-HT4P', '/?code=K7QF-2M9X-HT4P', '/?lang=en#code=K7QF-2M9X-HT4P'])(
  'a code is taken out of the address and opens its page: %s',
  (address) => {
    const entries = history.length
    history.replaceState(null, '', address)
    takeCode()
    expect(handedCode()).toBe('K7QF-2M9X-HT4P')
    expect(location.href).not.toContain('K7QF')
    expect(history.length).toBe(entries)
    expect(parseView(location.search).code).toBe(true)
  },
)

it('keeps the language of a letter in English', () => {
  history.replaceState(null, '', '/?lang=en#code=K7QF-2M9X-HT4P')
  takeCode()
  expect(parseView(location.search).language).toBe('en')
})

it('leaves other addresses alone', () => {
  history.replaceState(null, '', '/?community=7')
  takeCode()
  expect(location.search).toBe('?community=7')
})
