import { describe, expect, it } from 'vitest'
import { answerOf } from './keys'

const NONE = { ctrlKey: false, metaKey: false, altKey: false }

describe('the keys that answer', () => {
  it.each([
    ['+', 'NumpadAdd', 'favour'],
    ['=', 'Equal', 'favour'],
    ['-', 'Minus', 'against'],
    ['/', 'NumpadDivide', 'abstain'],
    ['*', 'NumpadMultiply', 'abstain'],
    ['-', 'Minus', 'against'],
    ['Process', 'Slash', 'abstain'],
    ['Process', 'Equal', 'favour'],
  ])('%s is known, with an input method or without', (key, code, answer) => {
    expect(answerOf({ ...NONE, key, code })).toBe(answer)
  })

  it('are not those that type a room, or mean something else', () => {
    expect(answerOf({ ...NONE, key: '5', code: 'Digit5' })).toBeNull()
    expect(answerOf({ ...NONE, key: '?', code: 'Slash' })).toBeNull()
    expect(answerOf({ ...NONE, key: '-', code: 'Minus', ctrlKey: true })).toBeNull()
  })
})
