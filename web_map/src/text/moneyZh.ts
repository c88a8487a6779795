/** The words of the money page in Chinese; `moneyEn.ts` must say the same things. */

export const moneyZh = {
  title: '改造资金',
  lead: (communities: number) => `${communities} 个小区的资金从计划、落实、到位到支出`,
  yuan: '人民币元',
  budget: '工程预算',
  planned: '计划',
  committed: '落实',
  received: '到位',
  spent: '支出',
  gap: '缺口',
  gapHint: '缺口是预算中尚未落实的部分,按小区计算,不能相互抵补。',
  byYear: '按年度',
  bySource: '按来源',
  bySourceIn: (year: number) => `${year} 年度,按来源`,
  year: '年度',
  source: '来源',
  allYears: '全部年度',
  onlyYear: (year: number) => `只看 ${year} 年度的来源`,
  steps: (planned: string, committed: string, received: string, spent: string) =>
    `计划 ${planned},落实 ${committed},到位 ${received},支出 ${spent}`,
  total: '合计',
  byArea: '哪里还缺钱',
  area: '地区',
  communities: '小区数',
  gapShare: '缺口占预算',
  noGap: '没有缺口',
  onMap: '在地图上看缺口',
  waiting: '谁在等钱',
  waitingHint: '按缺口从大到小',
  noOneWaits: '筛选范围内没有小区缺钱。',
  none: '还没有公开的资金',
  noneHint: '规划人员登记并公开资金后会显示在此;也可以放宽筛选条件。',
}

export type MoneyWords = typeof moneyZh
