/** What a code of a printed letter is for, and what its holder says by it. */
import { tell } from '../api/client'
import type { About, Answer } from '../api/schema.gen'

export const aboutCode = (code: string) => tell<About>('POST', '/api/codes/about', { code })

export const castBallot = (code: string, answer: Answer) =>
  tell<unknown>('POST', '/api/ballots/cast', { code, answer })

export const answerSurvey = (code: string, satisfied: boolean, remark: string) =>
  tell<unknown>('POST', '/api/surveys/answer', { code, satisfied, remark })

export const comment = (posting: number, said: { text: string; name: string; contact: string }) =>
  tell<unknown>('POST', `/api/publicity/${posting}/comments`, said)
