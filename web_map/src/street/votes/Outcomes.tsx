/** The distance to the quorum and to consent, by heads and by area, were the matter either kind. */
import type { Outcome, VoteTally } from '../../api/schema.gen'
import staff from '../../staff/staff.module.css'
import tag from '../../staff/tag.module.css'
import { useVotesWords } from '../../text/useVotesWords'
import { Meters } from './Meters'
import styles from './outcomes.module.css'
import { isNothing, sum } from './shares'

const TWO_THIRDS = 2 / 3
/** Where the mark stands on the bar; whether it is reached, the service says. */
const CONSENT = { ordinary: 1 / 2, major: 3 / 4 }

export function Outcomes({ tally }: { tally: VoteTally }) {
  const words = useVotesWords()
  const { took_part, in_favour, total, outcomes, ballots, plan, gravity, result } = tally
  const households = tally.buildings.reduce((sum, each) => sum + each.households, 0)
  const [first] = outcomes
  return (
    <section className={staff.section} aria-live="polite">
      {plan && plan !== gravity && result === 'open' && (
        <p className={staff.note} data-kind="warning">
          {words.planSays(words.plan[plan])}
        </p>
      )}
      {tally.reversal_reason && (
        <p className={staff.note} data-kind="danger">
          {words.reversed(tally.reversal_reason)}
        </p>
      )}
      <div className={styles.outcomes}>
        <article>
          <h3>
            {words.quorum}
            {first && <Stands is={first.quorum} />}
          </h3>
          <p className={staff.soft}>
            {words.quorumRule} · {first?.article}
          </p>
          {first && (
            <Meters
              part={took_part}
              whole={total}
              missing={first.missing.took_part}
              edge={TWO_THIRDS}
            />
          )}
          {ballots !== null && ballots > 0 && (
            <p className={staff.soft}>
              {words.ballots(ballots, households)}
              {result === 'open' && ` · ${words.live}`}
            </p>
          )}
        </article>
        {outcomes.map((outcome) => (
          <Consent
            key={outcome.matter}
            outcome={outcome}
            applies={outcome.matter === gravity}
            part={in_favour}
            whole={sum(took_part, outcome.missing.took_part)}
          />
        ))}
      </div>
    </section>
  )
}

interface ConsentProps {
  outcome: Outcome
  applies: boolean
  part: VoteTally['in_favour']
  whole: VoteTally['took_part']
}

function Consent({ outcome, applies, part, whole }: ConsentProps) {
  const words = useVotesWords()
  const { matter, article, missing, quorum } = outcome
  const enough = isNothing(missing.in_favour)
  return (
    <article data-applies={applies}>
      <h3>
        {words.matters[matter]}
        <Stands is={enough} />
        {applies && <span className={tag.tag}>{words.applies}</span>}
      </h3>
      <p className={staff.soft}>
        {words.matterRule[matter]} · {article}
      </p>
      <Meters part={part} whole={whole} missing={missing.in_favour} edge={CONSENT[matter]} />
      {!quorum && <p className={staff.soft}>{words.asWithQuorum}</p>}
    </article>
  )
}

function Stands({ is }: { is: boolean }) {
  const words = useVotesWords()
  return (
    <span className={tag.tag} data-kind={is ? 'good' : 'warning'}>
      {is ? words.reached : words.notYet}
    </span>
  )
}
