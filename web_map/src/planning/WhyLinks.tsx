/** Whither from a community: its card, and for those who may, where its evidence is supplied. */
import { useSession } from '../api/queries'
import { DESKS } from '../shell/desks'
import { hrefOf, useView } from '../state/useView'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './planning.module.css'

export function WhyLinks({ community }: { community: number }) {
  const words = usePlanningWords()
  const view = useView()
  const { data } = useSession()
  const to = { community, camera: null }
  return (
    <p className={styles.links}>
      <a href={hrefOf(view, { ...to, desk: null })}>{words.openCard}</a>
      {data?.signed_in && DESKS.street.mayUse(data) && (
        <a href={hrefOf(view, { ...to, desk: 'street', part: 'gates' })}>{words.openGates}</a>
      )}
    </p>
  )
}
