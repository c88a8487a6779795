import { expect, it } from 'vitest'
import type { Row } from '../../../../api/items'
import { byChannel } from './answers'

const row = (properties: Row['properties'], id = 1): Row => ({
  type: 'Feature',
  geometry: null,
  id,
  properties,
})

it('answers stand beside how many households were asked, where a round says so', () => {
  const answers = [
    row({ channel: 'form', satisfied: true }),
    row({ channel: 'form', satisfied: false }),
    row({ channel: 'visit', satisfied: true }),
  ]
  const rounds = [
    row({ channel: 'form', households_asked: 150 }),
    row({ channel: 'form', households_asked: 50 }),
  ]
  expect(byChannel(answers, rounds)).toEqual([
    { channel: 'form', received: 2, satisfied: 1, asked: 200 },
    { channel: 'visit', received: 1, satisfied: 1, asked: null },
  ])
})
