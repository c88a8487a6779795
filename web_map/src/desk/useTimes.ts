/** Moments as people on site say them: day and minute, in the place's own time. */
import { useView } from '../state/useView'

export function useTimes() {
  const { language } = useView()
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone: 'Asia/Shanghai',
  })
  return {
    moment: (iso: string) => format.format(new Date(iso)),
    span: (from: string, to: string) =>
      `${format.format(new Date(from))} – ${format.format(new Date(to))}`,
  }
}
