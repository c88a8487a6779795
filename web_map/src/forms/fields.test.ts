import type { RJSFSchema } from '@rjsf/utils'
import { expect, it } from 'vitest'
import { formZh } from '../text/formZh'
import { narrowed, requiredOf, uiOf } from './fields'
import { FileWidget } from './FileWidget'
import { RefWidget } from './RefWidget'

const SCHEMA = {
  type: 'object',
  properties: {
    title: { title: '内容', type: 'string', maxLength: 100 },
    reason: { title: '说明', type: 'string', maxLength: 5000, default: '' },
    budget: { title: '预算', type: 'number', 'x-ogc-unit': 'CNY' },
    passed: { title: '合格', type: 'boolean' },
    covered: { title: '有顶', type: 'boolean', default: false },
    work: { title: '改造内容', type: ['integer', 'null'], 'x-ogc-collectionId': 'works' },
    photo: { title: '照片', type: ['string', 'null'], 'x-onemap-attachment': ['picture'] },
    phone: { title: '电话', type: 'string', default: '', 'x-onemap-private': true },
  },
  required: ['title', 'reason', 'budget', 'passed', 'covered', 'phone'],
} as unknown as RJSFSchema
const FIELDS = Object.keys(SCHEMA.properties ?? {})
const form = narrowed(SCHEMA, FIELDS, requiredOf(SCHEMA, FIELDS), formZh)

it('asks for what may not be null and has no default', () => {
  expect(form.required).toEqual(['title', 'budget', 'passed'])
})

it('says the unit, and what the public does not read', () => {
  expect(form.properties?.budget).toMatchObject({ title: '预算 (元)' })
  expect(form.properties?.phone).toMatchObject({ title: '电话 · 不对外' })
})

it('a verdict is chosen of two, what may be left is a box', () => {
  expect(form.properties?.passed).toHaveProperty('oneOf')
  expect(form.properties?.covered).not.toHaveProperty('oneOf')
})

it('names rows by a picker and takes files', () => {
  const ui = uiOf(SCHEMA, FIELDS, {}, undefined)
  expect(ui.work).toMatchObject({ 'ui:widget': RefWidget })
  expect(ui.photo).toMatchObject({ 'ui:widget': FileWidget })
  expect(ui.reason).toMatchObject({ 'ui:widget': 'textarea' })
})
