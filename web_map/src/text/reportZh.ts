/** The words of reporting in Chinese; `reportEn.ts` must say the same things. */

export const reportZh = {
  title: '反映问题',
  to: (name: string) => `反映给${name}所在街道,审核后公开;联系方式不公开。`,
  category: '问题类别',
  text: '问题描述',
  textHint: '在哪里、什么时候、怎么了',
  contact: '联系方式(选填)',
  contactHint: '只有经办人能看到',
  position: '附上我现在的位置',
  locating: '正在定位…',
  located: '已附上位置',
  noPosition: '取不到位置;没有位置也可以提交。',
  alike: (n: number) => `这里已有 ${n} 条公开的同类问题`,
  send: '提交',
  sending: '正在提交…',
  sent: '已收到',
  codeHint: '请记下查询码。凭它可以查看处理情况,也可以要求重办;别人查不到。',
  another: '再反映一个',
  follow: '查询进度',
  code: '查询码',
  ask: '查询',
  unseen: '尚未公开',
  seen: '已公开',
  reply: '答复',
  noReply: '还没有答复。',
  notFixed: '没有解决?说明原因,要求重办',
  reopen: '要求重办',
  reopened: '已要求重办,街道会重新处理。',
  mine: '此设备上反映过的',
}

export type ReportWords = typeof reportZh
