/** The photo of a perimeter's sign: taken on site, kept on the phone until there is a network. */
import { useEffect, useMemo } from 'react'
import { addressOfFile } from '../../api/attachments'
import { useDeskWords } from '../../text/useDeskWords'
import type { Perimeter } from '../items'
import { planned, put } from '../keeping/queue'
import { useQueue } from '../keeping/useQueue'
import styles from './photo.module.css'

interface Props {
  perimeter: Perimeter
  owner: string
}

export function SignPhoto({ perimeter, owner }: Props) {
  const words = useDeskWords()
  const { properties } = perimeter
  const waiting = useWaiting(perimeter, owner)
  const kept = properties.sign_photo
  const shown = waiting ?? (kept ? addressOfFile(kept, 'small') : null)
  return (
    <div className={styles.photo}>
      {shown && <img src={shown} alt={words.signPhoto} />}
      <label>
        {shown ? words.photoAnew : words.takePhoto}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void put(owner, writesFor(perimeter, owner, file, words.signPhoto))
            target.value = ''
          }}
        />
      </label>
      {!shown && <small>{words.photoWhy}</small>}
    </div>
  )
}

/** First the file, then the row that names it. */
function writesFor(perimeter: Perimeter, owner: string, file: File, title: string) {
  const { id, version = 0, properties, geometry } = perimeter
  const label = `${properties.reason} · ${title}`
  const none = { id: null, version: null, body: null }
  const photo = planned(owner, { ...none, method: 'POST', layer: 'attachments', label, file })
  const row = planned(owner, {
    method: 'PATCH',
    layer: 'warning_perimeters',
    id,
    version,
    label,
    body: { properties: {} },
    seen: { geometry, properties: { ...properties } },
    fills: { write: photo.key, property: 'sign_photo' },
  })
  return [photo, { ...row, at: photo.at + 1 }]
}

/** The address of a photo that is not yet sent. */
function useWaiting({ id }: Perimeter, owner: string): string | null {
  const writes = useQueue(owner)
  const row = writes.findLast((write) => write.id === id && write.fills?.property === 'sign_photo')
  const file = writes.find(({ key }) => key === row?.fills?.write)?.file
  const address = useMemo(() => (file ? URL.createObjectURL(file) : null), [file])
  useEffect(
    () => () => {
      if (address) URL.revokeObjectURL(address)
    },
    [address],
  )
  return address
}
