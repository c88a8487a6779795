/** The words of reporting in English. */
import type { ReportWords } from './reportZh'

export const reportEn: ReportWords = {
  title: 'Report a problem',
  to: (name) => `Goes to the street office of ${name}; public once looked at, your contact never.`,
  category: 'Kind of problem',
  text: 'What is wrong',
  textHint: 'Where, when, what',
  contact: 'Contact (optional)',
  contactHint: 'Only who handles it sees it',
  position: 'Add where I am now',
  locating: 'Finding where you are…',
  located: 'Place added',
  noPosition: 'No position to be had; send it without one.',
  alike: (n) => `${n} public reports of this kind are known here`,
  send: 'Send',
  sending: 'Sending…',
  sent: 'Received',
  codeHint:
    'Keep this code. By it you see what becomes of it and can ask for it again; nobody else can.',
  another: 'Report another',
  follow: 'Follow a report',
  code: 'Code',
  ask: 'Look up',
  unseen: 'Not public yet',
  seen: 'Public',
  reply: 'Reply',
  noReply: 'No reply yet.',
  notFixed: 'Not fixed? Say why and ask for it again',
  reopen: 'Ask again',
  reopened: 'Asked again; the street office will take it up anew.',
  mine: 'Reported from this device',
}
