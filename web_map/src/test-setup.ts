/** What jsdom lacks and the page asks for when it loads. */
import { afterEach } from 'vitest'
import { cleanup } from '@testing-library/react'

window.matchMedia = (media) =>
  Object.assign(new EventTarget(), { media, matches: false }) as MediaQueryList

afterEach(cleanup)
