/** Who comes in and who falls out, against the best choice, in what is shown instead of it. */
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { changes } from './changes'
import type { Plan } from './usePlan'

export function Changes({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const { choice, names, choose } = plan
  if (choice.which.kind === 'best' || !choice.told || !choice.shown) return null
  const { entered, left } = changes(choice.told.chosen, choice.shown.chosen)
  return (
    <dl className={styles.changes} aria-live="polite">
      {[
        { word: words.enters(entered.length), ids: entered },
        { word: words.leaves(left.length), ids: left },
      ].map(({ word, ids }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>
            {ids.slice(0, FEW).map((id) => (
              <button key={id} type="button" onClick={() => choose(id)}>
                {names.get(id) ?? id}
              </button>
            ))}
            {ids.length > FEW && words.more(ids.length - FEW)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** As many names as one reads. */
const FEW = 12
