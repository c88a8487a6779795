/** The queue of writes: each is kept first and sent then; nothing that fails blocks the others. */
import { Problem } from '../../api/client'
import { dropWrite, keepWrite, writesOf, type Write } from './database'
import { following } from './following'
import { send } from './sending'

const listeners = new Set<() => void>()

export function onQueue(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const tell = () => listeners.forEach((listener) => listener())

export type Wanted = Pick<Write, 'method' | 'layer' | 'id' | 'version' | 'body' | 'label'> & {
  fills?: Write['fills']
  seen?: Write['seen']
  file?: Blob
}

export function planned(owner: string, wanted: Wanted): Write {
  const fresh = { key: crypto.randomUUID(), at: performance.timeOrigin + performance.now() }
  return { fills: null, seen: null, ...wanted, ...fresh, owner, state: 'waiting', told: null }
}

/** What became of a write: taken by the service, kept for later, or sent back. */
export type Outcome = 'taken' | Write['state']

/** Kept on the device before anything is sent: from here on they cannot be lost. */
export async function keep(writes: Write[]): Promise<void> {
  for (const write of writes) await keepWrite(write)
  tell()
}

export async function put(owner: string, writes: Write[]): Promise<Outcome> {
  await keep(writes)
  const left = await replay(owner)
  const ours = left.filter(({ key }) => writes.some((write) => write.key === key))
  return ours.find(({ state }) => state !== 'waiting')?.state ?? ours[0]?.state ?? 'taken'
}

export async function drop(key: string): Promise<void> {
  await dropWrite(key)
  tell()
}

/** Sends what was refused once more, perhaps with another body. What waits for it still does. */
export async function again(owner: string, write: Write, body: Write['body']): Promise<void> {
  const key = crypto.randomUUID()
  for (const other of await waitingFor(owner, write.key))
    await keepWrite({ ...other, fills: { ...other.fills, write: key } })
  await keepWrite({ ...write, key, body, state: 'waiting', told: null })
  await drop(write.key)
  await replay(owner)
}

/** Lets go of what was refused, and of what could only have followed it. */
export async function dismiss(owner: string, key: string): Promise<void> {
  for (const other of await waitingFor(owner, key)) await dropWrite(other.key)
  await drop(key)
}

type Filled = Write & { fills: NonNullable<Write['fills']> }

async function waitingFor(owner: string, key: string): Promise<Filled[]> {
  const all = await writesOf(owner)
  return all.filter((write): write is Filled => write.fills?.write === key)
}

let last: Promise<unknown> = Promise.resolve()

/** Sends what waits, in order; answers what is left. One run after the other, never two at once. */
export function replay(owner: string): Promise<Write[]> {
  const turn = last.then(() => run(owner)).finally(tell)
  last = turn.catch(() => undefined)
  return turn
}

async function run(owner: string): Promise<Write[]> {
  for (const { key } of await writesOf(owner)) {
    const all = await writesOf(owner)
    const write = all.find((each) => each.key === key)
    // One that needs the id of another waits for it, and the rest go on.
    if (write?.state !== 'waiting' || all.some((other) => other.key === write.fills?.write))
      continue
    try {
      const made = await send(write)
      for (const next of following(all, write, made)) await keepWrite(next)
      await dropWrite(key)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (transient(error)) break
      const state = error.status === 412 || error.status === 404 ? 'conflict' : 'refused'
      await keepWrite({ ...write, state, told: { ...error.told, message: error.message } })
    }
  }
  return writesOf(owner)
}

/** Not reached, signed out, busy: the same will do another time. */
function transient({ status }: Problem): boolean {
  return status === 0 || status === 401 || status === 429 || status >= 500
}
