/** Publish, confirm on site, suspend, resume, extend, lift: each a change of the version seen. */
import { useState, type ReactNode } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import type { Perimeter, PerimeterFields } from '../items'
import type { Body } from '../keeping/database'
import { planned, put, type Outcome } from '../keeping/queue'
import { Extend } from './Extend'
import type { State } from './state'
import { Sure } from './Sure'

interface Props {
  perimeter: Perimeter
  state: State
  owner: string
  mayPublish: boolean | null
  edit: () => void
}

export function PerimeterActions({ perimeter, state, owner, mayPublish, edit }: Props) {
  const words = useDeskWords()
  const [asking, setAsking] = useState<'extend' | 'lift' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const draft = perimeter.visibility === 'draft'

  const change = async (properties: Partial<PerimeterFields>, body: Body = {}) => {
    setAsking(null)
    const { id, version = 0 } = perimeter
    const label = perimeter.properties.reason
    const layer = 'warning_perimeters'
    const whole = { ...body, properties }
    const seen = { geometry: perimeter.geometry, properties: { ...perimeter.properties } }
    setOutcome(
      await put(owner, [
        planned(owner, { method: 'PATCH', layer, id, version, label, body: whole, seen }),
      ]),
    )
  }
  const button = (says: ReactNode, act: () => void, className = '') => (
    <button type="button" className={className} onClick={act}>
      {says}
    </button>
  )

  if (asking === 'lift')
    return (
      <Sure
        says={words.liftSure}
        yes={() => void change({ status: 'lifted' })}
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
        {draft && (
          <button
            type="button"
            className={desk.main}
            disabled={mayPublish !== true}
            onClick={() => void change({}, { visibility: 'published' })}
          >
            {words.publish}
          </button>
        )}
        {state === 'unconfirmed' &&
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
        {button(words.lift, () => setAsking('lift'), desk.danger)}
      </div>
    </>
  )
}
