/** What stands and what is missing, each with the article that asks for it and where to supply it. */
import type { MetTold, MissingTold } from '../../../api/schema.gen'
import { Icon } from '../../../icons/Icon'
import { useLayers } from '../../../staff/useLayers'
import { changeView, hrefOf, useView } from '../../../state/useView'
import { useCommunityWords } from '../../../text/useCommunityWords'
import { useWords } from '../../../text/useWords'
import styles from './gates.module.css'
import { placeOf } from './supply'

export function MissingItems({ items }: { items: MissingTold[] }) {
  const words = useCommunityWords()
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <Item key={`${item.code} ${item.message}`} item={item} stands={false} label={words.missing}>
          <Supply item={item} />
        </Item>
      ))}
    </ul>
  )
}

export function MetItems({ items }: { items: MetTold[] }) {
  const words = useCommunityWords()
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <Item key={`${item.code} ${item.message}`} item={item} stands label={words.standing} />
      ))}
    </ul>
  )
}

function Item(props: {
  item: MetTold
  stands: boolean
  label: string
  children?: React.ReactNode
}) {
  const { article } = useWords()
  const { item, stands, label } = props
  return (
    <li data-stands={stands}>
      <span className={styles.mark}>
        <Icon name={stands ? 'check' : 'close'} size={14} />
        <span className="unseen">{label}</span>
      </span>
      <p>
        {item.message} <cite>{article(item.article)}</cite>
      </p>
      {props.children}
    </li>
  )
}

function Supply({ item }: { item: MissingTold }) {
  const words = useCommunityWords()
  const view = useView()
  const layers = useLayers()
  const part = placeOf(item)
  if (part === view.part) return null
  return (
    <a
      className={styles.supply}
      href={hrefOf(view, { part })}
      onClick={(event) => {
        event.preventDefault()
        changeView({ part })
      }}
    >
      {words.supplyOf(layers.title(item.layer))}
    </a>
  )
}
