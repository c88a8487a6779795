/** Words of the street desk's frame in Chinese; `streetEn.ts` must say the same things. */

export const streetZh = {
  title: '街道台',
  signInFirst: '请先登录',
  signInFirstHint: '街道台供街道经办人员使用。点右上角登录。',
  noPermission: '你的账号不办理街道事务',
  noPermissionHint: '街道经办、规划人员与管理员可以使用。如有需要请联系管理员。',
  back: '返回待办',
}

export type StreetWords = typeof streetZh
