/** Who is signed in, as what and where, and what is open to them. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Session } from '../api/schema.gen'
import { DESKS, desksFor, type DeskName } from '../shell/desks'
import { changeView, useView } from '../state/useView'
import { useDeskWords } from '../text/useDeskWords'
import styles from './account.module.css'
import { begunAnew, signOut } from './session'

export function WhoAmI({ session, done }: { session: Session; done: () => void }) {
  const words = useDeskWords()
  const { language } = useView()
  const client = useQueryClient()
  const leaving = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      done()
      changeView({ desk: null, part: '', site: null })
      await begunAnew(client)
    },
  })
  const toDesk = (desk: DeskName) => {
    done()
    changeView({ desk, part: '', site: null, community: null })
  }
  return (
    <div className={styles.form}>
      <p>
        {session.role_title} · {session.username}
      </p>
      <p className={styles.soft}>{words.scope(session.areas, session.sites.length)}</p>
      {desksFor(session).map((desk) => (
        <button key={desk} type="button" className={styles.main} onClick={() => toDesk(desk)}>
          {DESKS[desk].title[language]}
        </button>
      ))}
      <button type="button" disabled={leaving.isPending} onClick={() => leaving.mutate()}>
        {words.signOut}
      </button>
      {leaving.error && <p role="alert">{leaving.error.message}</p>}
    </div>
  )
}
