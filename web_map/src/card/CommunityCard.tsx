/** All that the public may know of one community, in the order in which people ask for it. */
import { lazy, Suspense, useEffect, useRef } from 'react'
import { Problem } from '../api/client'
import { useCard, useCatalogue } from '../api/queries'
import type { Card } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { IconButton } from '../parts/IconButton'
import { PhasePill } from '../parts/PhasePill'
import { Progress } from '../parts/Progress'
import { Empty, Failure, Skeleton } from '../parts/States'
import { usePhases } from '../parts/usePhases'
import { usePageTitle } from '../shell/usePageTitle'
import { useSelect } from '../state/useView'
import { useWords } from '../text/useWords'
import { Actions } from './Actions'
import styles from './card.module.css'
import { Closures } from './Closures'
import { Facilities } from './Facilities'
import { Lapses } from './Lapses'
import { Money } from './Money'
import { Preferences } from './Preferences'
import { Publicity } from './Publicity'
import { Receptions } from './Receptions'
import { Reports } from './Reports'
import { Satisfaction } from './Satisfaction'
import { sentence } from './sentence'
import { Timeline } from './Timeline'
import { Votes } from './Votes'
import { Works } from './Works'

const Voices = lazy(() => import('./Voices'))

export function CommunityCard({ id }: { id: number }) {
  const words = useWords()
  const select = useSelect()
  const { data, error, isPending, refetch } = useCard(id)
  // Its words stand in the catalogue. Without one, bare codes are better than nothing.
  const vocabulary = useCatalogue()
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(data?.community.name)

  const close = () => {
    select(null)
    // Back to where the reader was: the same community in the list, once that stands again.
    requestAnimationFrame(() => document.getElementById(`community-${id}`)?.focus())
  }

  useEffect(() => heading.current?.focus({ preventScroll: true }), [data?.community.id])

  return (
    <article
      aria-label={words.card}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {data?.community.name ?? words.card}
        </h2>
        <IconButton icon="close" label={words.closeCard} onClick={close} />
      </header>
      {error instanceof Problem && error.status === 404 ? (
        <Empty title={words.noCard} hint="" />
      ) : (
        error && <Failure error={error} retry={() => void refetch()} />
      )}
      {isPending || (data && vocabulary.isPending) ? (
        <Skeleton rows={7} />
      ) : (
        data && <Facts card={data} />
      )}
    </article>
  )
}

function Facts({ card }: { card: Card }) {
  const words = useWords()
  const formats = useFormats()
  const { community } = card
  const phase = usePhases().of(community)
  const facts = [
    community.buildings !== null && words.buildingsCount(community.buildings),
    community.households !== null && words.householdsCount(community.households),
    card.area_m2 !== null && formats.area(card.area_m2),
    card.built_year !== null && words.built(card.built_year),
    community.plan_year !== null && words.planYear(community.plan_year),
  ].filter((fact) => fact !== false)

  return (
    <div className={styles.body}>
      <div className={styles.summary}>
        <p className={styles.place}>
          {community.division_name}
          {card.address && ` · ${card.address}`}
        </p>
        <p className={styles.pills}>
          <PhasePill phase={phase} />
          {!community.bbox && <span className={styles.tag}>{words.noBoundary}</span>}
        </p>
        <p className={styles.sentence}>{sentence(card, words, formats)}</p>
        <Lapses lapses={community.lapses} />
        {community.progress !== null && community.progress > 0 && (
          <p className={styles.overall}>
            <Progress value={community.progress} label={words.overallProgress} />
            <strong>{formats.share(community.progress)}</strong>
          </p>
        )}
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      <Closures card={card} />
      <Timeline steps={card.timeline} />
      <Money card={card} />
      <Works works={card.works} />
      <Facilities facilities={card.facilities} />
      <Publicity community={community.id} items={card.publicity} />
      <Votes votes={card.votes} />
      <Preferences preferences={card.preferences} />
      <Suspense>
        <Voices card={card} />
      </Suspense>
      <Receptions receptions={card.receptions} />
      <Reports community={community.id} />
      <Satisfaction survey={card.satisfaction} />
      <Actions community={community} />
      <p className={styles.asOf}>
        {words.asOf(formats.moment(card.as_of))}
        {card.made && ` · ${words.madeCard}`}
      </p>
    </div>
  )
}
