/** Asks once more before what cannot simply be undone. */
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'

export function Sure({ says, yes, no }: { says: string; yes: () => void; no: () => void }) {
  const words = useDeskWords()
  return (
    <div role="alertdialog" aria-label={says}>
      <p className={desk.note} data-kind="warning">
        {says}
      </p>
      <div className={desk.actions}>
        <button type="button" onClick={no}>
          {words.cancel}
        </button>
        <button type="button" className={desk.danger} onClick={yes}>
          {words.sure}
        </button>
      </div>
    </div>
  )
}
