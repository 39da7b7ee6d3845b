// Moments in the past, in the language of the interface, as one speaks of them. Pure.
import type { Language } from '../../shared/languages'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** “5 minutes ago”, “yesterday”, “14 Mar 2026”. */
export function when(time: number, now: number, language: Language): string {
  const age = Math.max(0, now - time)
  const ago = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (age < minute) return ago.format(0, 'second')
  if (age < hour) return ago.format(-Math.floor(age / minute), 'minute')
  if (age < day && new Date(time).getDate() === new Date(now).getDate())
    return ago.format(-Math.floor(age / hour), 'hour')
  const days = Math.round((startOfDay(now) - startOfDay(time)) / day)
  if (days < 7) return ago.format(-days, 'day')
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(time)
}

/** “14:05” today, “13 Mar, 14:05” before. */
export function moment(time: number, now: number, language: Language): string {
  const isToday = startOfDay(time) === startOfDay(now)
  const day = isToday ? {} : ({ month: 'short', day: 'numeric' } as const)
  return new Intl.DateTimeFormat(language, { ...day, hour: '2-digit', minute: '2-digit' }).format(time)
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}
