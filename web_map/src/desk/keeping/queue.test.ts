import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../../api/client'
import type { Write } from './database'

const kept = new Map<string, Write>()
const send = vi.fn<(write: Write) => Promise<{ id: number }>>()

vi.mock('./database', () => ({
  writesOf: () => Promise.resolve([...kept.values()].sort((a, b) => a.at - b.at)),
  keepWrite: (write: Write) => Promise.resolve(void kept.set(write.key, write)),
  dropWrite: (key: string) => Promise.resolve(void kept.delete(key)),
}))
vi.mock('./sending', () => ({ send: (write: Write) => send(write) }))

const { again, dismiss, planned, put } = await import('./queue')

const UNSAFE = { code: 'safety.egress', field: 'geometry', message: '堵门', severity: 'critical' }
const refusal = new Problem(422, '堵门', {
  problems: [{ ...UNSAFE, citation: null, geometry: null }],
})
const write = (label: string, change: Partial<Write> = {}): Write => ({
  ...planned('me', {
    method: 'POST',
    layer: 'warning_perimeters',
    id: null,
    version: null,
    label,
    body: { properties: {}, visibility: 'published' },
  }),
  ...change,
})
const sent = () => send.mock.calls.map(([{ label }]) => label)

beforeEach(() => {
  kept.clear()
  send.mockReset()
})

test('a publication that is refused blocks nothing and keeps its reasons', async () => {
  send.mockImplementation(({ label }) =>
    label === 'unsafe' ? Promise.reject(refusal) : Promise.resolve({ id: 1 }),
  )
  expect(await put('me', [write('unsafe'), write('safe')])).toBe('refused')
  expect(sent()).toEqual(['unsafe', 'safe'])
  expect([...kept.values()].map(({ label, state }) => [label, state])).toEqual([
    ['unsafe', 'refused'],
  ])
  expect([...kept.values()][0]?.told?.problems?.[0]?.code).toBe('safety.egress')
  await put('me', [write('later')])
  expect(sent()).toEqual(['unsafe', 'safe', 'later'])
})

test('sent again it has another key, and what waits for it gets its id', async () => {
  send.mockRejectedValueOnce(refusal).mockResolvedValue({ id: 7 })
  const work = write('work')
  await put('me', [work, write('perimeter', { fills: { write: work.key, property: 'work_area' } })])
  const [refused] = [...kept.values()].filter(({ state }) => state === 'refused')
  if (!refused) throw new Error('nothing was refused')
  await again('me', refused, { properties: {}, visibility: 'draft' })
  expect(sent()).toEqual(['work', 'work', 'perimeter'])
  const [, second, third] = send.mock.calls.map(([each]) => each)
  expect(second?.key).not.toBe(work.key)
  expect(second?.body?.visibility).toBe('draft')
  expect(third?.body?.properties?.work_area).toBe(7)
  expect(kept.size).toBe(0)
})

test('let go of, it takes along what could only have followed it', async () => {
  send.mockRejectedValue(refusal)
  const work = write('work')
  await put('me', [work, write('perimeter', { fills: { write: work.key, property: 'work_area' } })])
  await dismiss('me', work.key)
  expect(kept.size).toBe(0)
})
