/** Words of the street desk's frame in English. */
import type { StreetWords } from './streetZh'

export const streetEn: StreetWords = {
  title: 'Street desk',
  signInFirst: 'Please sign in',
  signInFirstHint: 'The street desk is for officers of street offices. Sign in at the top right.',
  noPermission: 'Your account does not deal with street matters',
  noPermissionHint:
    'Street officers, planners and administrators may use it. Ask an administrator if you need to.',
  back: 'Back to the queue',
}
