/** What residents reported here, read when it is asked for. */
import { lazy, Suspense, useState } from 'react'
import { Skeleton } from '../parts/States'
import { useWords } from '../text/useWords'
import { Section } from './Section'

const CommunityReports = lazy(() => import('../report/CommunityReports'))

export function Reports({ community }: { community: number }) {
  const words = useWords()
  const [opened, setOpened] = useState(false)
  return (
    <Section title={words.reports}>
      <details onToggle={() => setOpened(true)}>
        <summary>{words.reportsShown}</summary>
        {opened && (
          <Suspense fallback={<Skeleton rows={2} />}>
            <CommunityReports community={community} />
          </Suspense>
        )}
      </details>
    </Section>
  )
}
