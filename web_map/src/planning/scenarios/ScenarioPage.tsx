/** One scenario: what it was made from, whom it chose, whether it still stands, and its adoption. */
import type { WholeScenario } from '../../api/schema.gen'
import { Failure, Skeleton } from '../../parts/States'
import { AskFirst } from '../../staff/AskFirst'
import { Problems } from '../../staff/Problems'
import staff from '../../staff/staff.module.css'
import { useScenarioWords } from '../../text/useScenarioWords'
import type { Plan } from '../usePlan'
import { wishOf } from '../wish'
import { Adopt } from './Adopt'
import { AdoptionTold } from './AdoptionTold'
import { useRemoving, useScenario } from './asking'
import { ChosenTable } from './ChosenTable'
import { Facts } from './Facts'
import { Rerun } from './Rerun'

interface Props {
  id: number
  plan: Plan
  close: () => void
}

export function ScenarioPage({ id, plan, close }: Props) {
  const scenario = useScenario(id)
  if (scenario.error)
    return <Failure error={scenario.error} retry={() => void scenario.refetch()} />
  if (!scenario.data) return <Skeleton rows={8} />
  return <Whole scenario={scenario.data} plan={plan} close={close} />
}

function Whole({ scenario, plan, close }: Omit<Props, 'id'> & { scenario: WholeScenario }) {
  const words = useScenarioWords()
  const removing = useRemoving()
  const take = () => {
    const { question, weights } = scenario
    plan.change(wishOf({ ...question, weights }, plan.wish))
    close()
  }
  return (
    <>
      <h2>{scenario.name}</h2>
      <Facts scenario={scenario} criteria={plan.first.criteria} />
      <div className={staff.actions}>
        <button type="button" onClick={take}>
          {words.take}
        </button>
        {scenario.may_edit && (
          <AskFirst
            label={words.remove}
            says={words.removeSays}
            busy={removing.isPending}
            yes={() => removing.mutate(scenario.id, { onSuccess: close })}
          />
        )}
      </div>
      <Problems error={removing.error} />
      <Rerun id={scenario.id} criteria={plan.first.criteria} />
      {scenario.adoption ? (
        <AdoptionTold adoption={scenario.adoption} />
      ) : (
        scenario.may_adopt && <Adopt scenario={scenario} />
      )}
      <ChosenTable scenario={scenario} />
    </>
  )
}
