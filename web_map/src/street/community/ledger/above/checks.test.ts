import { expect, it } from 'vitest'
import type { Row } from '../../../../api/items'
import { dueOf, stepsOf } from './checks'

let id = 0
const check = (kind: string, on: string, passed = true, step = '管沟开挖'): Row => ({
  type: 'Feature',
  geometry: null,
  id: (id += 1),
  properties: { kind, on, passed, step },
})

it('自检 comes first, then 交接检, then 专职检', () => {
  const self = check('self', '2026-09-01')
  const handover = check('handover', '2026-09-02')
  expect(dueOf(stepsOf([]))).toEqual({ step: null, kind: 'self' })
  expect(dueOf(stepsOf([self]))).toEqual({ step: '管沟开挖', kind: 'handover' })
  expect(dueOf(stepsOf([handover, self]))).toEqual({ step: '管沟开挖', kind: 'professional' })
})

it('a check that failed is done again, and so are those after it', () => {
  const rows = [
    check('self', '2026-09-01'),
    check('handover', '2026-09-02'),
    check('self', '2026-09-03', false),
  ]
  expect(dueOf(stepsOf(rows)).kind).toBe('self')
})

it('after three checks a new step may begin; a patrol is none of them', () => {
  const rows = ['self', 'patrol', 'handover', 'professional'].map((kind, day) =>
    check(kind, `2026-09-0${day + 1}`),
  )
  expect(stepsOf(rows)).toEqual([{ step: '管沟开挖', passed: 3 }])
  expect(dueOf(stepsOf(rows)).step).toBeNull()
})
