/** The stages a community went through, each with its day and the evidence behind it. */
import type { StageStep } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import timeline from './timeline.module.css'
import { Section } from './Section'

export function Timeline({ steps }: { steps: StageStep[] }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  return (
    <Section title={words.timeline} empty={steps.length === 0 && words.sentence.unknown}>
      <ol className={timeline.timeline}>
        {steps.map((step, index) => (
          <li
            key={`${step.stage}-${step.on}`}
            aria-current={index === steps.length - 1 ? 'step' : undefined}
          >
            <strong>{term('communities', 'stage', step.stage)}</strong>
            <time dateTime={step.on}>{formats.date(step.on)}</time>
            {step.reason && <p>{words.because(step.reason)}</p>}
            {step.evidence && (
              <p className={styles.soft}>
                {words.evidence}: {step.evidence}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
