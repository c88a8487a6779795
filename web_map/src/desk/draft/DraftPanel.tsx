/** Below the map while drawing: what is asked at each step, and the way on. */
import { useState } from 'react'
import { IconButton } from '../../parts/IconButton'
import type { Proposed } from '../../api/schema.gen'
import type { Polygon } from 'geojson'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import type { Draft } from '../keeping/database'
import { QueueNotice } from '../keeping/QueueNotice'
import type { Drafting } from '../keeping/useDraft'
import { Sure } from '../perimeter/Sure'
import { DetailsForm } from './DetailsForm'
import { WorkFields } from './WorkFields'

export type Step = 'area' | 'perimeter' | 'form'
export type Proposal = Proposed & { perimeter: Polygon }

interface Props {
  owner: string
  draft: Draft
  drafting: Drafting
  step: Step
  go: (step: Step) => void
  kind: string
  height: number
  proposal: Proposal | null
  proposing: boolean
  /** Nothing can be proposed now: there is no network. */
  alone: boolean
  mayPublish: boolean | null
  fromFile: () => void
}

export function DraftPanel(props: Props) {
  const { owner, draft, drafting, step, go, kind, height, proposal } = props
  const words = useDeskWords()
  const [leaving, setLeaving] = useState(false)
  const accept = () => {
    if (!proposal) return
    drafting.change({
      shape: proposal.perimeter,
      fields: { ...draft.fields, kind, working_height_m: height },
    })
    go('perimeter')
  }
  const drawAlone = () => {
    drafting.change({ fields: { ...draft.fields, kind, working_height_m: height } })
    go('perimeter')
  }
  const title = { area: words.drawArea, perimeter: words.editPerimeter, form: words.form }[step]

  return (
    <section className={desk.panel} data-step={step} aria-label={title}>
      <div className={desk.head}>
        <h2>{title}</h2>
        <IconButton icon="close" label={words.discard} onClick={() => setLeaving(true)} />
      </div>
      {leaving && <Sure says={words.discardSure} yes={drafting.end} no={() => setLeaving(false)} />}
      <QueueNotice owner={owner} />
      {drafting.restored && (
        <p className={desk.note} role="status">
          {words.restored}
        </p>
      )}
      {step === 'area' && (
        <>
          <WorkFields
            kind={kind}
            height={height}
            change={(fields) => drafting.change({ fields: { ...draft.fields, ...fields } })}
          />
          {draft.area && !proposal && props.proposing && <p>{words.proposing}</p>}
          {proposal && <Suggestion proposal={proposal} />}
          {draft.id === null && !draft.area && (
            <div className={desk.actions}>
              <button type="button" onClick={props.fromFile}>
                {words.fromFile}
              </button>
            </div>
          )}
          {draft.area && props.alone && !proposal && (
            <p className={desk.note} data-kind="warning">
              {words.noProposal}
            </p>
          )}
          <div className={desk.way}>
            {draft.area && props.alone && !proposal ? (
              <button type="button" className={desk.main} onClick={drawAlone}>
                {words.drawAlone}
              </button>
            ) : (
              <button
                type="button"
                className={desk.main}
                disabled={!proposal || props.proposing}
                onClick={accept}
              >
                {draft.shape ? words.acceptAnew : words.accept}
              </button>
            )}
          </div>
        </>
      )}
      {step === 'perimeter' && (
        <div className={desk.actions}>
          {draft.id === null && (
            <button type="button" onClick={() => go('area')}>
              {words.editArea}
            </button>
          )}
          <button
            type="button"
            className={desk.main}
            disabled={!draft.shape}
            onClick={() => go('form')}
          >
            {words.next}
          </button>
        </div>
      )}
      {step === 'form' && (
        <DetailsForm
          owner={owner}
          draft={draft}
          drafting={drafting}
          mayPublish={props.mayPublish}
          back={() => go('perimeter')}
        />
      )}
    </section>
  )
}

function Suggestion({ proposal }: { proposal: Proposal }) {
  const words = useDeskWords()
  const { rule } = proposal
  return (
    <p>
      <strong>{words.proposed(String(proposal.radius_m))}</strong>{' '}
      <small className={desk.soft}>
        {words.by(rule.source, rule.clause)}
        {rule.status !== 'verified' && words.unverified}
      </small>
    </p>
  )
}
