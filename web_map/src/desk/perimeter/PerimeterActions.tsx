/** Publish, confirm on site, suspend, resume, extend, lift: each a change of the version seen. */
import { useState, type ReactNode } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import type { Perimeter, PerimeterFields } from '../items'
import type { Body } from '../keeping/database'
import { planned, put, type Outcome, type Wanted } from '../keeping/queue'
import { Extend } from './Extend'
import type { State } from './state'
import { Sure } from './Sure'

interface Props {
  perimeter: Perimeter
  state: State
  /** Somebody says that it is gone. */
  doubted: boolean
  owner: string
  mayPublish: boolean | null
  edit: () => void
  split: () => void
}

export function PerimeterActions({
  perimeter,
  state,
  doubted,
  owner,
  mayPublish,
  edit,
  split,
}: Props) {
  const words = useDeskWords()
  const [asking, setAsking] = useState<'extend' | 'lift' | 'remove' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const draft = perimeter.visibility === 'draft'

  const write = async (wanted: Pick<Wanted, 'method' | 'body'>) => {
    setAsking(null)
    const { id, version = 0, properties, geometry } = perimeter
    const made = planned(owner, {
      ...wanted,
      layer: 'warning_perimeters',
      id,
      version,
      label: properties.reason,
      seen: { geometry, properties: { ...properties } },
    })
    setOutcome(await put(owner, [made]))
  }
  const change = (properties: Partial<PerimeterFields>, body: Body = {}) =>
    write({ method: 'PATCH', body: { ...body, properties } })
  const remove = () => write({ method: 'DELETE', body: null })
  const button = (says: ReactNode, act: () => void, className = '') => (
    <button type="button" className={className} onClick={act}>
      {says}
    </button>
  )

  if (asking === 'lift' || asking === 'remove')
    return (
      <Sure
        says={asking === 'lift' ? words.liftSure : words.removeSure}
        yes={() => void (asking === 'lift' ? change({ status: 'lifted' }) : remove())}
        no={() => setAsking(null)}
      />
    )
  if (asking === 'extend')
    return (
      <Extend
        ends={perimeter.properties.ends}
        save={(ends) => void change({ ends })}
        no={() => setAsking(null)}
      />
    )
  return (
    <>
      {draft && mayPublish === false && (
        <p className={desk.note} data-kind="danger">
          {words.cannotPublish}
        </p>
      )}
      {outcome === 'waiting' && (
        <p className={desk.note} data-kind="warning" role="status">
          {words.queued}
        </p>
      )}
      {outcome === 'taken' && (
        <p className={desk.note} data-kind="good" role="status">
          {words.saved}
        </p>
      )}
      <div className={desk.actions}>
        {draft ? (
          <>
            {button(words.remove, () => setAsking('remove'), desk.danger)}
            {button(words.editPerimeter, edit)}
            {button(words.split, split)}
            <button
              type="button"
              className={desk.main}
              disabled={mayPublish !== true}
              onClick={() => void change({}, { visibility: 'published' })}
            >
              {words.publish}
            </button>
          </>
        ) : (
          <>
            {(state === 'unconfirmed' || (doubted && state !== 'suspended')) &&
              button(
                words.confirmOnSite,
                () => void change({ status: 'active', confirmed_at: new Date().toISOString() }),
                desk.main,
              )}
            {state === 'suspended'
              ? button(words.resume, () => void change({ status: 'active' }))
              : button(words.suspend, () => void change({ status: 'suspended' }))}
            {button(words.extend, () => setAsking('extend'))}
            {button(words.editPerimeter, edit)}
            {button(words.split, split)}
            {button(words.lift, () => setAsking('lift'), desk.danger)}
          </>
        )}
      </div>
    </>
  )
}
