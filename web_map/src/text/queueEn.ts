/** Words of the street desk's queue in English. */
import type { QueueWords } from './queueZh'

export const queueEn: QueueWords = {
  title: 'What needs you today',
  when: {
    overdue: 'Overdue',
    today: 'Today',
    week: 'Within 7 days',
    later: 'Later',
    anytime: 'No deadline',
  },
  tasks: (today, count) => `${today}: ${count} ${count === 1 ? 'task' : 'tasks'}`,
  overdue: (days) => `${days} ${days === 1 ? 'day' : 'days'} overdue`,
  noCommunity: 'Of no community',
  opens: (stage) => `opens the way to '${stage}'`,
  go: 'Deal with it',
  advance: 'Advance',
  goTo: (title) => `Deal with it: ${title}`,
  all: 'All',
  byKind: 'By kind',
  community: 'Community',
  allCommunities: 'All communities',
  counted: (name, count) => `${name} (${count})`,
  truncated: (shown, all) =>
    `The ${shown} with the earliest deadlines, of ${all}. Choose a kind to see the others.`,
  nothing: 'Nothing needs you today',
  nothingHint:
    'Deadlines of your area are listed here, gates that are one item short, comments and reports without an answer, perimeters to confirm, gaps in rosters.',
  noneChosen: 'Nothing of this kind here',
  noneChosenHint: 'Other kinds or communities have something that waits.',
  showAll: 'Show all',
  remaining: (count) => `${count} ${count === 1 ? 'task' : 'tasks'} waiting`,
  find: 'Find a community',
  findHint: 'Name, pinyin or initials',
  found: (count) => `${count} ${count === 1 ? 'community' : 'communities'}`,
  notFound: 'No such community in your area',
}
