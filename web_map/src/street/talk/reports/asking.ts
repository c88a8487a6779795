/** Reports of one's own area, as the service lists them, and one of them whole. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Point } from 'geojson'
import { get } from '../../../api/client'
import type { Item } from '../../../api/items'
import type { ReceivedReports } from '../../../api/schema.gen'

export type Status = 'open' | 'in_hand' | 'closed'

/** Private attributes are there for who keeps the layer. */
export type Report = Item<
  {
    community: number | null
    category: string
    text: string
    status: Status
    reported_at: string
    reply: string
    replied_at: string | null
    reopened_at: string | null
    reopen_reason: string
    photo: string | null
    kept_photo?: string | null
    private: boolean
    hidden_reason?: string
    contact?: string
  },
  Point | null
>

export const PAGE = 100

/** What residents send comes in meanwhile. */
const AGAIN_MS = 60_000

export function useReceived(closed: boolean, limit: number) {
  return useQuery({
    queryKey: ['items', 'reports', 'received', closed, limit],
    queryFn: () => get<ReceivedReports>('/api/reports', { closed, limit }),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  })
}

export function useReport(id: number) {
  return useQuery({
    queryKey: ['items', 'reports', id],
    queryFn: () => get<Report>(`/api/collections/reports/items/${id}`),
  })
}
