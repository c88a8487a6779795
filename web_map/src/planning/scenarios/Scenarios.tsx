/** Over the desk, which keeps what is in the making: one scenario, or several side by side. */
import parts from '../../parts/parts.module.css'
import staff from '../../staff/staff.module.css'
import { changeView, useView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import type { Plan } from '../usePlan'
import { ComparePage } from './ComparePage'
import { ScenarioPage } from './ScenarioPage'
import styles from './scenarios.module.css'

const close = () => changeView({ part: '' })

export function Scenarios({ plan }: { plan: Plan }) {
  const words = useScenarioWords()
  const [name, ...rest] = useView().part.split('/')
  const ids = rest.map(Number).filter((id) => id > 0)
  const [first] = ids
  const page =
    name === 'scenario' && first ? (
      <ScenarioPage key={first} id={first} plan={plan} close={close} />
    ) : name === 'compare' && ids.length > 1 ? (
      <ComparePage key={ids.join()} ids={ids} />
    ) : null
  if (!page) return null
  return (
    <div className={`${staff.desk} ${styles.over}`} data-over>
      <div className={staff.page}>
        <div>
          <button type="button" className={parts.button} onClick={close}>
            {words.back}
          </button>
        </div>
        {page}
      </div>
    </div>
  )
}
