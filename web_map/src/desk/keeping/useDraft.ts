/** The one unfinished draft of a site: kept on the device at every change, back after a reload. */
import { useCallback, useEffect, useState } from 'react'
import { draftOf, dropDraft, keepDraft, type Draft } from './database'

export interface Drafting {
  /** Undefined until the device has been asked. */
  draft: Draft | null | undefined
  restored: boolean
  begin: (draft: Omit<Draft, 'key' | 'owner' | 'site'>) => void
  change: (change: Partial<Draft>) => void
  end: () => void
}

export function useDraft(owner: string, site: number): Drafting {
  const [draft, setDraft] = useState<Draft | null>()
  const [restored, setRestored] = useState(false)

  useEffect(() => {
    void draftOf(owner, site).then((found) => {
      setDraft(found)
      setRestored(found !== null)
    })
  }, [owner, site])

  useEffect(() => {
    if (draft) void keepDraft(draft)
  }, [draft])

  return {
    draft,
    restored,
    begin: (begun) => {
      setRestored(false)
      setDraft({ ...begun, key: crypto.randomUUID(), owner, site })
    },
    change: useCallback(
      (change) => setDraft((current) => current && { ...current, ...change }),
      [],
    ),
    end: () => {
      if (draft) void dropDraft(draft.key)
      setDraft(null)
    },
  }
}
