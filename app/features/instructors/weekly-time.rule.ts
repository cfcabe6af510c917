/** A lesson that returns every week; 1 is Monday, times are 'HH:MM'. */
export interface WeeklyTime {
  weekday: number
  startsAt: string
  endsAt: string
}

/** What a line of text says, or the piece of it that nobody can read. */
export type ReadTimes = { ok: true; times: WeeklyTime[] } | { ok: false; piece: string }

const dayNames = '一二三四五六日'
const clock = '(\\d{1,2})(?::(\\d{2})|[点时](?:(\\d{2})分?)?)'
const pieceShape = new RegExp(
  `^(?:周|星期|礼拜)([一二三四五六日天1-7])\\s*${clock}\\s*(?:-|–|—|~|至|到)\\s*${clock}$`,
)

/** Weekly times as people write them: '周二 16:00-17:30、周四 16:00-17:30'. Nothing is guessed: 下午4点 is not read. */
export function readWeeklyTimes(text: string): ReadTimes {
  const pieces = text
    .normalize('NFKC')
    .split(/[、,;\n]+/)
    .map(piece => piece.trim())
    .filter(piece => piece !== '')
  const times: WeeklyTime[] = []
  for (const piece of pieces) {
    const time = timeOf(piece)
    if (time === null) return { ok: false, piece }
    times.push(time)
  }
  return { ok: true, times: times.sort(byTime) }
}

/** The text that readWeeklyTimes reads back. */
export function writeWeeklyTimes(times: readonly WeeklyTime[]): string {
  return [...times]
    .sort(byTime)
    .map(({ weekday, startsAt, endsAt }) => `周${dayNames[weekday - 1]} ${startsAt}-${endsAt}`)
    .join('、')
}

export function minutesOf({ startsAt, endsAt }: WeeklyTime): number {
  return clockMinutes(endsAt) - clockMinutes(startsAt)
}

export function clockMinutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function timeOf(piece: string): WeeklyTime | null {
  const found = pieceShape.exec(piece)
  if (found === null) return null
  const [, day = '', fromHour = '', fromColon, fromWord, toHour = '', toColon, toWord] = found
  const weekday = /\d/.test(day) ? Number(day) : day === '天' ? 7 : dayNames.indexOf(day) + 1
  const startsAt = clockOf(fromHour, fromColon ?? fromWord ?? '00')
  const endsAt = clockOf(toHour, toColon ?? toWord ?? '00')
  if (startsAt === null || endsAt === null || endsAt <= startsAt) return null
  return { weekday, startsAt, endsAt }
}

function clockOf(hour: string, minute: string): string | null {
  return Number(hour) > 23 || Number(minute) > 59 ? null : `${hour.padStart(2, '0')}:${minute}`
}

function byTime(one: WeeklyTime, other: WeeklyTime): number {
  return one.weekday - other.weekday || (one.startsAt < other.startsAt ? -1 : 1)
}
