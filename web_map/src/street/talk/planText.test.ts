import { expect, it } from 'vitest'
import type { Row } from '../../api/items'
import { planText } from './planText'

const work = (title: string, budget_cny: string): Row => ({
  type: 'Feature',
  id: 1,
  geometry: null,
  properties: { title, budget_cny },
})

it('a plan is posted item by item, each with its budget', () => {
  const works = [work('雨污分流', '1200000.00'), work('屋面防水', '350000.50')]
  expect(planText(works, '方案如下。', (title, budget) => `${title},预算 ${budget} 元`)).toBe(
    '方案如下。\n1. 雨污分流,预算 1,200,000 元\n2. 屋面防水,预算 350,000.5 元',
  )
})
