/** A later planned end. */
import { useState } from 'react'
import { useDeskWords } from '../../text/useDeskWords'
import desk from '../desk.module.css'
import { fromLocal, toLocal } from '../localTime'
import styles from './perimeter.module.css'

interface Props {
  ends: string
  save: (ends: string) => void
  no: () => void
}

export function Extend({ ends, save, no }: Props) {
  const words = useDeskWords()
  const [value, setValue] = useState(toLocal(ends))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save(fromLocal(value))
      }}
    >
      <label className={styles.label}>
        {words.newEnd}
        <input
          className={styles.input}
          type="datetime-local"
          required
          value={value}
          onChange={({ target }) => setValue(target.value)}
        />
      </label>
      <div className={desk.actions}>
        <button type="button" onClick={no}>
          {words.cancel}
        </button>
        <button type="submit" className={desk.main}>
          {words.extend}
        </button>
      </div>
    </form>
  )
}
