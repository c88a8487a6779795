/** A task to test with. */
import type { TaskTold } from '../../api/schema.gen'

export function task(told: Partial<TaskTold>): TaskTold {
  return {
    kind: 'report',
    community: 5,
    name: '人民新村',
    title: '',
    due: null,
    overdue: 0,
    article: 'N(七)',
    part: 'reports',
    layer: 'reports',
    field: null,
    row: 12,
    site: null,
    to: null,
    to_title: null,
    ...told,
  }
}
