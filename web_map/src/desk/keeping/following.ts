/** What a write that was taken changes in those that wait behind it. */
import type { Write } from './database'

export interface Made {
  /** Of a file, the hash that it is named by. */
  id: number | string
  version?: number
}

export function following(all: Write[], done: Write, made: Made | null): Write[] {
  return all
    .filter(({ key }) => key !== done.key)
    .flatMap((write) => {
      if (write.fills?.write === done.key) return [filled(write, write.fills.property, made?.id)]
      if (made?.version !== undefined && isNext(write, done))
        return [{ ...write, version: made.version }]
      return []
    })
}

function filled(write: Write, property: string, id: Made['id'] | undefined): Write {
  const properties = { ...write.body?.properties, [property]: id }
  return { ...write, body: { ...write.body, properties }, fills: null }
}

/** A second change of what I had before me: made on top of my first, and in no conflict with it. */
function isNext(write: Write, done: Write): boolean {
  return (
    write.state === 'waiting' &&
    write.id !== null &&
    write.id === done.id &&
    write.layer === done.layer &&
    write.version === done.version
  )
}
