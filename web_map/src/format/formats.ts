/** Numbers, money and dates as people here write them: 823.5 万元, 2026年11月24日. */
import type { Language } from '../state/view'

/** China keeps one time; a reader abroad must see the site's clock, not their own. */
const ZONE = 'Asia/Shanghai'
const WAN = 10_000
const MILLION = 1_000_000

export interface Formats {
  money: (cny: string | number) => string
  share: (value: number) => string
  area: (m2: number) => string
  distance: (m: number) => string
  date: (day: string) => string
  month: (day: string) => string
  moment: (at: string) => string
  span: (from: string, to: string) => string
}

function formatsOf(language: Language): Formats {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const tenth = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const hundredth = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  })
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options })
  const day = dates({
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
  })
  const month = dates({ year: 'numeric', month: 'long' })
  const moment = dates({
    year: 'numeric',
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const near = dates({
    month: language === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return {
    money: (cny) =>
      language === 'zh'
        ? `${tenth.format(Number(cny) / WAN)} 万元`
        : `CNY ${hundredth.format(Number(cny) / MILLION)} million`,
    share: (value) => percent.format(value),
    area: (m2) => `${whole.format(m2)} m²`,
    distance: (m) => `${m < 10 ? tenth.format(m) : whole.format(m)} m`,
    date: (at) => day.format(dayOf(at)),
    month: (at) => month.format(dayOf(at)),
    moment: (at) => moment.format(new Date(at)),
    span: (from, to) => `${near.format(new Date(from))} – ${near.format(new Date(to))}`,
  }
}

const FORMATS: Record<Language, Formats> = { zh: formatsOf('zh'), en: formatsOf('en') }

export function formats(language: Language): Formats {
  return FORMATS[language]
}

/** A plain date is that day in China, wherever the reader sits. */
function dayOf(at: string): Date {
  return new Date(at.length === 10 ? `${at}T12:00:00+08:00` : at)
}

export function daysSince(day: string, now = new Date()): number {
  return Math.max(
    0,
    Math.floor((now.getTime() - new Date(`${day}T00:00:00+08:00`).getTime()) / 864e5),
  )
}
