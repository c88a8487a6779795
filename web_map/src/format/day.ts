/** A moment's day in China, as the service writes days: 2026-11-24. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

export function dayInChina(at: Date): string {
  return DAY.format(at)
}
