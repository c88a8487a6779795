/** How content residents are, with how sure that is; nothing below five answers. */
import type { Satisfaction as Survey } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

export function Satisfaction({ survey }: { survey: Survey }) {
  const words = useWords()
  const formats = useFormats()
  const { answers, households, asked, response, share, low, high } = survey
  if (share === null || low === null || high === null)
    return (
      <Section
        title={words.satisfaction}
        empty={answers === 0 ? words.noSurvey : words.tooFewAnswers(answers)}
      />
    )
  return (
    <Section title={words.satisfaction}>
      <p className={styles.big}>{words.satisfied(formats.share(share))}</p>
      <div className={styles.interval} aria-hidden="true">
        <i style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
        <b style={{ left: `${share * 100}%` }} />
      </div>
      <p className={styles.soft}>
        {words.interval(formats.share(low), formats.share(high))} ·{' '}
        {words.answers(answers, households)}
        {response !== null && asked !== null && (
          <> · {words.response(formats.share(response), asked)}</>
        )}
      </p>
      {survey.remarks > 0 && (
        <p className={styles.soft}>
          {words.remarks(survey.remarks, survey.remarks_adopted, survey.remarks_not_adopted)}
        </p>
      )}
    </Section>
  )
}
