/** My own tokens: those there are, and a new one, whose secret is shown once. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useAdminWords } from '../text/useAdminWords'
import styles from './admin.module.css'
import staff from '../staff/staff.module.css'
import { makeToken, tokensPath } from './asking'
import { Field } from '../staff/Field'
import { Problems } from '../staff/Problems'
import { Secret } from './parts/Secret'
import { problemsAt } from '../staff/problems'
import { Tokens } from './Tokens'

const FIELDS = ['name', 'days'] as const
const USUAL_DAYS = '90'

export function TokensPart() {
  const words = useAdminWords()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [days, setDays] = useState(USUAL_DAYS)
  const making = useMutation({
    mutationFn: () => makeToken(name, Number(days)),
    onSuccess: async () => {
      setName('')
      await client.invalidateQueries({ queryKey: ['tokens'] })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    making.mutate()
  }
  const { data, error } = making
  return (
    <div className={staff.page}>
      <h2>{words.myTokens}</h2>
      <p className={staff.soft}>{words.myTokensHint}</p>
      {data && (
        <Secret
          title={words.secretToken(data.token.name)}
          secret={data.secret}
          done={() => making.reset()}
        />
      )}
      <form className={staff.form} onSubmit={submit}>
        <Problems error={error} fields={FIELDS} />
        <div className={styles.ways}>
          <Field
            label={words.tokenName}
            hint={words.tokenNameHint}
            problems={problemsAt(error, 'name')}
          >
            {(about) => (
              <input
                {...about}
                required
                maxLength={80}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <Field label={words.tokenDays} problems={problemsAt(error, 'days')}>
            {(about) => (
              <input
                {...about}
                required
                type="number"
                inputMode="numeric"
                value={days}
                onChange={({ target }) => setDays(target.value)}
              />
            )}
          </Field>
        </div>
        <div className={staff.actions}>
          <button type="submit" className={staff.main} disabled={making.isPending}>
            {words.makeToken}
          </button>
        </div>
      </form>
      <Tokens path={tokensPath()} />
    </div>
  )
}
