/** A new vote: a form of the ledger itself, its whole taken from the households. */
import { useState } from 'react'
import { LayerForm, type Values } from '../../forms/LayerForm'
import { Skeleton } from '../../parts/States'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { changeView } from '../../state/useView'
import { useVotesWords } from '../../text/useVotesWords'
import { useElectorate, useNewVote } from './asking'

const FIELDS = ['title', 'matter', 'starts', 'ends', 'owners_total', 'area_total_m2', 'valid_until']
const REQUIRED = ['title', 'matter', 'starts', 'ends', 'owners_total', 'area_total_m2']

export function NewVote({ community }: { community: number }) {
  const words = useVotesWords()
  const electorate = useElectorate(community)
  const [changed, setChanged] = useState<Values>({})
  const adding = useNewVote()
  if (electorate.isPending) return <Skeleton rows={6} />
  const whole = electorate.data
  const values = {
    ...(whole && { owners_total: whole.owners, area_total_m2: Number(whole.area_m2) }),
    ...changed,
  }
  const submit = (properties: Values) =>
    adding.mutate(
      { ...filled(properties), community },
      { onSuccess: (id) => changeView({ part: `votes/${id}` }, 'replace') },
    )
  return (
    <div className={`${staff.page} ${staff.narrow}`}>
      <h2>{words.newTitle}</h2>
      <p className={staff.soft}>{words.newHint}</p>
      {whole && (
        <p className={staff.note} data-kind={whole.owners > 0 ? undefined : 'warning'}>
          {whole.owners > 0 ? words.fromLedger(whole.owners, whole.area_m2) : words.noLedger}
        </p>
      )}
      <LayerForm
        layer="decisions"
        fields={FIELDS}
        required={REQUIRED}
        values={values}
        focus="title"
        error={adding.error}
        changed={setChanged}
        submit={submit}
      >
        <Problems error={adding.error} fields={FIELDS} />
        <div className={staff.actions}>
          <button type="submit" className={staff.main} disabled={adding.isPending}>
            {words.create}
          </button>
          <button type="button" onClick={() => changeView({ part: 'votes' })}>
            {words.cancel}
          </button>
        </div>
      </LayerForm>
    </div>
  )
}

/** What was left empty is not sent at all. */
function filled(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== '' && value !== undefined),
  )
}
