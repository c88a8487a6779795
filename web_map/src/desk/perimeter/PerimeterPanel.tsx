/** A perimeter that stands: how it is, what the engine says of it, and what its manager may do. */
import { useEffect, useState } from 'react'
import { Icon } from '../../icons/Icon'
import { IconButton } from '../../parts/IconButton'
import type { Finding } from '../../api/schema.gen'
import { useDeskWords } from '../../text/useDeskWords'
import { FindingList } from '../checking/FindingList'
import { useCheck } from '../checking/useCheck'
import { Verdict } from '../checking/Verdict'
import desk from '../desk.module.css'
import type { Perimeter } from '../items'
import { QueueNotice } from '../keeping/QueueNotice'
import { SignPhoto } from '../photo/SignPhoto'
import { useTimes } from '../useTimes'
import { History } from './History'
import { PerimeterActions } from './PerimeterActions'
import { StateChip } from './StateChips'
import { stateAt } from './state'
import { useSightings } from './useSightings'

type Place = NonNullable<Finding['geometry']>

interface Props {
  perimeter: Perimeter
  community: number
  owner: string
  found: (findings: Finding[]) => void
  fly: (geometry: Place) => void
  edit: () => void
  split: () => void
  back: () => void
}

export function PerimeterPanel({
  perimeter,
  community,
  owner,
  found,
  fly,
  edit,
  split,
  back,
}: Props) {
  const words = useDeskWords()
  const times = useTimes()
  const [open, setOpen] = useState(false)
  const { properties, geometry, id } = perimeter
  const check = useCheck({
    community,
    shape: geometry,
    area: properties.work_area,
    height: properties.working_height_m,
    site: properties.site,
    id,
    starts: properties.starts,
    ends: properties.ends,
  })
  useEffect(() => found(check.data?.findings ?? []), [check.data, found])
  const state = stateAt(new Date(), properties)
  const { gone, still_there: there } = useSightings(community)(id)
  return (
    <section className={desk.panel} aria-label={properties.reason}>
      <div className={desk.head}>
        <IconButton icon="back" label={words.back} onClick={back} />
        <h2>{properties.reason}</h2>
      </div>
      <QueueNotice owner={owner} fly={(place) => fly(place as unknown as Place)} />
      <p>
        {perimeter.visibility === 'draft' ? (
          <StateChip state="lifted" says={words.draft} />
        ) : (
          <StateChip state={state} says={words.state[state]} />
        )}{' '}
        {times.span(properties.starts, properties.ends)}
      </p>
      {properties.duty_phone && (
        <p>
          <Icon name="phone" /> {properties.duty_phone}
        </p>
      )}
      {gone > 0 && (
        <p className={desk.note} data-kind="warning">
          {words.goLook(gone, there)}
        </p>
      )}
      <Verdict
        findings={check.data}
        pending={check.isFetching}
        failed={check.isError || check.isPaused}
        open={open}
        toggle={() => setOpen(!open)}
      />
      {open && <FindingList findings={check.data?.findings ?? []} fly={fly} />}
      <SignPhoto perimeter={perimeter} owner={owner} />
      <PerimeterActions
        perimeter={perimeter}
        state={state}
        doubted={gone > 0}
        owner={owner}
        mayPublish={check.data?.may_publish ?? null}
        edit={edit}
        split={split}
      />
      <History id={id} version={perimeter.version} />
    </section>
  )
}
