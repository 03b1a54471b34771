const minute = 60
const hour = 60 * minute
const day = 24 * hour

function parts(seconds: number): { count: number; unit: 'second' | 'minute' | 'hour' | 'day' } {
  if (seconds < minute) return { count: seconds, unit: 'second' }
  if (seconds < hour) return { count: Math.floor(seconds / minute), unit: 'minute' }
  if (seconds < day) return { count: Math.floor(seconds / hour), unit: 'hour' }
  return { count: Math.floor(seconds / day), unit: 'day' }
}

const short = { second: 's', minute: 'min', hour: 'h', day: 'd' } as const

/** Time gone by from `at` to `now` (epoch ms), rounded down; a clock that runs ahead counts as none. */
export function elapsed(at: number, now: number, style: 'short' | 'long'): string {
  const { count, unit } = parts(Math.max(0, Math.floor((now - at) / 1000)))
  if (style === 'short') return count < 5 && unit === 'second' ? 'now' : `${count} ${short[unit]}`
  if (unit === 'second') return count < 5 ? 'just now' : 'less than a minute ago'
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`
}

const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** The whole date and time in words, in the reader's own time zone. */
export function fullTime(at: number): string {
  return full.format(at)
}

/** Hours and minutes when `at` is on the day of `now`, else with the day before it. */
export function clockTime(at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString()
  return (sameDay ? clock : dayAndClock).format(at)
}
