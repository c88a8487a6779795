/** Answers of a survey by channel, against how many households its rounds asked. N(八). */
import type { Row } from '../../../../api/items'

export interface ByChannel {
  channel: string
  received: number
  satisfied: number
  /** Null where no round says how many were asked. */
  asked: number | null
}

export function byChannel(answers: Row[], rounds: Row[]): ByChannel[] {
  const channels = new Set(
    [...answers, ...rounds].map(({ properties }) => String(properties.channel)),
  )
  return [...channels].sort().map((channel) => {
    const mine = answers.filter(({ properties }) => properties.channel === channel)
    const asking = rounds.filter(({ properties }) => properties.channel === channel)
    return {
      channel,
      received: mine.length,
      satisfied: mine.filter(({ properties }) => properties.satisfied === true).length,
      asked: asking.length
        ? asking.reduce((sum, { properties }) => sum + Number(properties.households_asked), 0)
        : null,
    }
  })
}
