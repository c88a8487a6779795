/** Words of the street desk's queue in Chinese; `queueEn.ts` must say the same things. */

export const queueZh = {
  title: '今日待办',
  when: {
    overdue: '已逾期',
    today: '今天',
    week: '7 天内',
    later: '以后',
    anytime: '无期限',
  },
  tasks: (today: string, count: number) => `${today},${count} 项待办`,
  overdue: (days: number) => `逾期 ${days} 天`,
  noCommunity: '未归属小区',
  opens: (stage: string) => `办完可进入“${stage}”`,
  go: '去办理',
  advance: '去推进',
  goTo: (title: string) => `去办理:${title}`,
  all: '全部',
  byKind: '按类别筛选',
  community: '小区',
  allCommunities: '全部小区',
  counted: (name: string, count: number) => `${name}(${count})`,
  truncated: (shown: number, all: number) =>
    `共 ${all} 项,显示期限最早的 ${shown} 项。请按类别筛选。`,
  nothing: '今天没有待办',
  nothingHint:
    '辖区内的期限、差一项即可推进的关口、未答复的意见和诉求、未确认的警戒区、值守空档都会列在这里。',
  noneChosen: '没有符合筛选的待办',
  noneChosenHint: '其他类别或小区还有待办。',
  showAll: '显示全部',
  remaining: (count: number) => `${count} 项待办`,
  find: '查找小区',
  findHint: '小区名称、拼音或首字母',
  found: (count: number) => `${count} 个小区`,
  notFound: '辖区内没有这个小区',
}

export type QueueWords = typeof queueZh
