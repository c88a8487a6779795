/** What is done, by 基础 / 完善 / 提升, with progress and price. */
import type { WorkItem } from '../api/schema.gen'
import { useFormats } from '../format/useFormats'
import { Progress } from '../parts/Progress'
import { useTerm, useWords } from '../text/useWords'
import styles from './card.module.css'
import { Section } from './Section'

const GROUPS = ['basic', 'improving', 'upgrading']

export function Works({ works }: { works: WorkItem[] }) {
  const words = useWords()
  return (
    <Section title={words.works} empty={works.length === 0 && words.noWorks}>
      {GROUPS.map((group) => {
        const items = works.filter((item) => item.group === group)
        return (
          items.length > 0 && (
            <div key={group} className={styles.group}>
              <h4>{words.group[group]}</h4>
              <ul>
                {items.map((item, index) => (
                  <Item key={index} item={item} />
                ))}
              </ul>
            </div>
          )
        )
      })}
    </Section>
  )
}

function Item({ item }: { item: WorkItem }) {
  const words = useWords()
  const formats = useFormats()
  const term = useTerm()
  const title = item.title || term('works', 'category', item.category)
  const share = formats.share(item.progress)
  return (
    <li className={styles.work}>
      <span>{title}</span>
      <span className={styles.soft}>{formats.money(item.budget_cny)}</span>
      <Progress value={item.progress} label={`${title}: ${words.done(share)}`} />
      <span className={styles.figure}>{share}</span>
    </li>
  )
}
