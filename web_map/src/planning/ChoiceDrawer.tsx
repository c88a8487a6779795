/** The choice within the money: what limits it, and what came out. */
import { Failure } from '../parts/States'
import { Budget } from './Budget'
import { Outcome } from './Outcome'
import type { Plan } from './usePlan'

export function ChoiceDrawer({ plan }: { plan: Plan }) {
  const { choice } = plan
  return (
    <>
      <Budget plan={plan} />
      {choice.error && <Failure error={choice.error} retry={choice.retry} />}
      {choice.told && <Outcome told={choice.told} plan={plan} />}
    </>
  )
}
