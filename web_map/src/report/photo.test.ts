import { expect, it } from 'vitest'
import { fitted, smaller } from './photo'

it('a photo keeps its shape and is never enlarged', () => {
  expect(fitted({ width: 4000, height: 3000 }, 2048)).toEqual({ width: 2048, height: 1536 })
  expect(fitted({ width: 3000, height: 4000 }, 2048)).toEqual({ width: 1536, height: 2048 })
  expect(fitted({ width: 800, height: 600 }, 2048)).toEqual({ width: 800, height: 600 })
})

it('what the browser cannot read is left to the service', async () => {
  const file = new File(['no picture'], 'a.jpg', { type: 'image/jpeg' })
  expect(await smaller(file)).toBe(file)
})
