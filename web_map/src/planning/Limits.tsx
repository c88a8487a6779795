/** What else a choice must hold to: counties, sources of money, locks, bundles, neighbours. */
import { Icon } from '../icons/Icon'
import parts from '../parts/parts.module.css'
import { usePlanningWords } from '../text/usePlanningWords'
import styles from './choice.module.css'
import { NumberField } from './NumberField'
import { Quotas } from './Quotas'
import { SourceLimits } from './SourceLimits'
import type { Plan } from './usePlan'
import { limited, locked, type Lock } from './wish'

export function Limits({ plan }: { plan: Plan }) {
  const words = usePlanningWords()
  const { wish, change, names } = plan
  const count = limited(wish)
  const named = (id: string) => names.get(id) ?? id
  return (
    <details className={styles.limits}>
      <summary>{count ? words.limitsSet(count) : words.limits}</summary>
      <Quotas plan={plan} />
      <SourceLimits sources={wish.sources} change={(sources) => change({ sources })} />
      <fieldset>
        <legend>{words.together}</legend>
        <NumberField
          label={words.neighbourBonus}
          value={wish.bonus ? wish.bonus * 100 : null}
          max={100}
          change={(points) => change({ bonus: (points ?? 0) / 100 })}
        />
        <NumberField
          label={words.minCount}
          value={wish.least}
          change={(least) => change({ least: least && Math.round(least) })}
        />
      </fieldset>
      <fieldset>
        <legend>{words.locks}</legend>
        {Object.keys(wish.locks).length === 0 && <p>{words.locksHint}</p>}
        {Object.entries(wish.locks).map(([id, how]: [string, Lock]) => (
          <button
            key={id}
            type="button"
            className={parts.chip}
            title={words.takeOff}
            onClick={() => change({ locks: locked(wish.locks, id, how) })}
          >
            <Icon name={how === 'in' ? 'lock' : 'ban'} size={14} />
            {`${how === 'in' ? words.lockIn : words.lockOut}:${named(id)}`}
            <Icon name="close" size={14} />
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.bundles}</legend>
        <p>{plan.picked ? words.picking(plan.picked.length) : words.bundlesHint}</p>
        {plan.picked ? (
          <>
            <button
              type="button"
              className={parts.button}
              disabled={plan.picked.length < 2}
              onClick={() => plan.bundle()}
            >
              {words.makeBundle}
            </button>
            <button type="button" className={parts.button} onClick={() => plan.setPicked(null)}>
              {words.cancel}
            </button>
          </>
        ) : (
          <button type="button" className={parts.button} onClick={() => plan.setPicked([])}>
            {words.pickBundle}
          </button>
        )}
        {wish.bundles.map((bundle) => (
          <button
            key={bundle.join('+')}
            type="button"
            className={parts.chip}
            title={words.takeOff}
            onClick={() => change({ bundles: wish.bundles.filter((each) => each !== bundle) })}
          >
            {bundle.map(named).join(' + ')}
            <Icon name="close" size={14} />
          </button>
        ))}
      </fieldset>
    </details>
  )
}
