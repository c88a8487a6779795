/** Which keys answer: those that stand on the number pad beside the digits, one hand for all. */
import type { Answer } from './entry'

export const SIGNS: Record<Answer, string> = { favour: '+', against: '−', abstain: '/' }
export const ANSWERS = Object.keys(SIGNS) as Answer[]

const BY_KEY: Record<string, Answer> = {
  '+': 'favour',
  '=': 'favour',
  '-': 'against',
  '/': 'abstain',
  '*': 'abstain',
}

/** Where a Chinese input method holds back the sign itself. */
const BY_PLACE: Record<string, Answer> = {
  NumpadAdd: 'favour',
  Equal: 'favour',
  NumpadSubtract: 'against',
  Minus: 'against',
  NumpadDivide: 'abstain',
  NumpadMultiply: 'abstain',
  Slash: 'abstain',
}

interface Pressed {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** The answer of a key, or null for a key that is none. */
export function answerOf({ key, code, ctrlKey, metaKey, altKey }: Pressed): Answer | null {
  if (ctrlKey || metaKey || altKey) return null
  const plain = BY_KEY[key.normalize('NFKC')]
  if (plain) return plain
  return (key === 'Process' || key === '、' ? BY_PLACE[code] : undefined) ?? null
}
