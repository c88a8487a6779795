/** Communities that the gate does not let in, each with every reason and its article. */
import type { Unplanned } from '../../api/schema.gen'
import { hrefOf, useView } from '../../state/useView'
import { useScenarioWords } from '../../text/useScenarioWords'
import styles from './scenarios.module.css'

interface Props {
  title: string
  refused: Unplanned[]
}

export function Refused({ title, refused }: Props) {
  const words = useScenarioWords()
  const view = useView()
  if (refused.length === 0) return null
  return (
    <details className={styles.refused} open={refused.length <= 20}>
      <summary>{title}</summary>
      <ul>
        {refused.map(({ id, name, reasons }) => (
          <li key={id}>
            <a
              href={hrefOf(view, { desk: null, part: '', community: id, camera: null })}
              title={words.openCard(name)}
            >
              {name}
            </a>
            <ul>
              {reasons.map(({ code, message, article }) => (
                <li key={code}>{article ? `${message} ${article}` : message}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  )
}
