/** Tokens, one's own or those of an account: what they are called, until when, and revoked. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Token } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Failure, Skeleton } from '../parts/States'
import { useAdminWords } from '../text/useAdminWords'
import styles from './admin.module.css'
import staff from '../staff/staff.module.css'
import tags from '../staff/tag.module.css'
import { getTokens, revokeToken } from './asking'
import { AskFirst } from '../staff/AskFirst'
import { Problems } from '../staff/Problems'

export function Tokens({ path }: { path: string }) {
  const words = useAdminWords()
  const client = useQueryClient()
  const tokens = useQuery({ queryKey: ['tokens', path], queryFn: () => getTokens(path) })
  const revoking = useMutation({
    mutationFn: (id: number) => revokeToken(path, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['tokens', path] }),
  })
  if (tokens.error) return <Failure error={tokens.error} retry={() => void tokens.refetch()} />
  if (!tokens.data) return <Skeleton rows={2} />
  if (tokens.data.length === 0) return <p className={staff.soft}>{words.noTokens}</p>
  return (
    <>
      <Problems error={revoking.error} />
      <ul className={styles.tokens}>
        {tokens.data.map((token) => (
          <li key={token.id}>
            <TokenFacts token={token} />
            <AskFirst
              label={words.revoke}
              says={words.revokeSure(token.name)}
              busy={revoking.isPending}
              yes={() => revoking.mutate(token.id)}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

function TokenFacts({ token }: { token: Token }) {
  const words = useAdminWords()
  const { date, moment } = useFormats()
  const over = new Date(token.ends_at) <= new Date()
  return (
    <div>
      <strong>{token.name}</strong>
      {over && (
        <span className={tags.tag} data-kind="danger">
          {words.ended}
        </span>
      )}
      <p className={staff.soft}>
        {words.made} {date(token.created_at)} · {words.ends} {date(token.ends_at)} ·{' '}
        {words.lastUsed} {token.seen_at ? moment(token.seen_at) : words.never}
      </p>
    </div>
  )
}
