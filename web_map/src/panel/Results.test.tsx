import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CommunityRow } from '../api/schema.gen'
import { Panel } from '../shell/Panel'

const ROW = {
  id: 7,
  name: '锦绣小区',
  division_name: '上高县 · 敖阳街道',
  phase: 'works',
  households: 200,
  progress: 0.5,
  closures_today: 1,
  lapses: [] as CommunityRow['lapses'],
  bbox: null,
} as CommunityRow

const asked: URL[] = []
let status = 200

beforeEach(() => {
  history.replaceState(null, '', '/')
  asked.length = 0
  status = 200
  vi.stubGlobal('fetch', (path: string) => {
    const url = new URL(path, location.origin)
    asked.push(url)
    const rows = url.searchParams.get('q') === 'none' ? [] : [ROW]
    const body = {
      '/api/communities': { rows, matched: rows.length, next: null },
      '/api/overview': { within: null, divisions: [], total: { without_boundary: 1, phases: {} } },
      '/api/catalogue': { layers: [], themes: [], data_source: '', map_approval: '' },
    }[url.pathname]
    return Promise.resolve(new Response(JSON.stringify(body), { status }))
  })
})

afterEach(() => vi.unstubAllGlobals())

function show() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <Panel bbox="" />
    </QueryClientProvider>,
  )
}

it('says how many there are, and of each what one must know', async () => {
  show()
  expect(await screen.findByText('共 1 个小区')).toBeTruthy()
  expect(screen.getByText('今日 1 处围挡')).toBeTruthy()
  expect(screen.getAllByText('尚无边界').length).toBeGreaterThan(0)
})

it('asks for what is typed once the typing rests, and writes it in the URL', async () => {
  show()
  await userEvent.type(screen.getByRole('searchbox'), 'jxxq')
  await vi.waitFor(() => expect(location.search).toBe('?q=jxxq'))
  const searched = asked.filter(({ pathname }) => pathname === '/api/communities')
  await vi.waitFor(() => expect(searched.length).toBeLessThanOrEqual(2))
})

it('opens a card with the arrow keys and Enter alone', async () => {
  show()
  await screen.findByText('锦绣小区')
  await userEvent.type(screen.getByRole('searchbox'), '{ArrowDown}{Enter}')
  expect(location.search).toBe('?community=7')
})

it('says what to do when nothing matches', async () => {
  history.replaceState(null, '', '/?q=none')
  show()
  expect(await screen.findByText('没有符合条件的小区')).toBeTruthy()
  await userEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement)
  expect(location.search).toBe('')
})

it('says in words that the service failed, and offers to try again', async () => {
  status = 503
  show()
  expect(await screen.findByRole('button', { name: '重试' })).toBeTruthy()
})
