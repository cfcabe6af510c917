import { type Day, weekdayOf } from '#app/calendar-day.ts'
import type { Random } from '../generated/random.ts'
import { type Content, dateCell, timeCell } from './pages.ts'

export interface SchoolClass {
  grade: number
  no: number
}

export interface Kind {
  kind: string
  name: string
}

/** What one class did: `minutes` are null when the school wrote nothing, 'bad' when it wrote what nobody can read. */
export interface Fact {
  of: SchoolClass
  day: Day
  kind: Kind
  minutes: number | null | 'bad'
  written: Content
}

export interface Diary {
  random: Random
  classes: SchoolClass[]
  days: Day[]
  kinds: Kind[]
  /** The cell that a class's minutes were written into. */
  fact: (of: SchoolClass, day: Day, kind: Kind) => Fact
  all: () => Fact[]
}

const kinds: Kind[][] = [
  [
    { kind: 'PE_LESSON', name: '体育课' },
    { kind: 'PE_LESSON', name: '体育与健康课' },
  ],
  [
    { kind: 'BIG_BREAK_AM', name: '大课间' },
    { kind: 'BIG_BREAK_AM', name: '上午大课间' },
  ],
  [
    { kind: 'AFTER_SCHOOL_SPORT', name: '课后服务' },
    { kind: 'CLUB', name: '体育社团' },
  ],
  [
    { kind: 'EYE_EXERCISE', name: '眼保健操' },
    { kind: 'MORNING_EXERCISE', name: '早操' },
  ],
]

const weeks: Day[][] = [
  ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05'],
  ['2025-09-08', '2025-09-09', '2025-09-10', '2025-09-11', '2025-09-12'],
  ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25', '2025-09-26', '2025-09-28'],
]

export function keepDiary(random: Random, share: { blank: number; bad: number }): Diary {
  const grades = random.pick([[3], [4], [5], [3, 4], [4, 5]])
  const classes = grades.flatMap(grade =>
    Array.from({ length: { 3: 3, 4: 4, 5: 2 }[grade] ?? 0 }, (_, index) => ({ grade, no: index + 1 })),
  )
  const days = random.pick(weeks)
  const used = kinds.slice(0, 2 + random.below(3)).map(names => random.pick(names))
  const style = random.below(4)
  const facts = new Map<string, Fact>()
  for (const of of classes) {
    for (const day of days) {
      for (const kind of used) {
        const minutes = random.chance(share.blank)
          ? null
          : random.chance(share.bad)
            ? 'bad'
            : minutesOf(random)
        facts.set(keyOf(of, day, kind), { of, day, kind, minutes, written: ink(minutes, random, style) })
      }
    }
  }
  return {
    random,
    classes,
    days,
    kinds: used,
    fact: (of, day, kind) => facts.get(keyOf(of, day, kind))!,
    all: () => [...facts.values()],
  }
}

const keyOf = (of: SchoolClass, day: Day, kind: Kind) => `${of.grade}#${of.no} ${day} ${kind.kind}`

function minutesOf(random: Random): number {
  return random.chance(0.06) ? 0 : random.pick([25, 30, 35, 40, 45, 60, 70, 90])
}

const blanks: Content[] = [null, null, '/', '—', '-', ' ', '\u3000', '*']
const unreadable: Content[] = [
  '达标',
  '√',
  '6O',
  '考试',
  '30/40',
  '若干',
  600,
  -40,
  '正常',
  '见附表',
  '停课',
  'l0',
  '40 60',
  '近1小时',
  0.4,
]

function ink(minutes: Fact['minutes'], random: Random, style: number): Content {
  if (minutes === null) return random.pick(blanks)
  if (minutes === 'bad') return random.pick(unreadable)
  if (minutes === 0) return random.pick<Content>([0, '0', '无', '没有', '０'])
  if (random.chance(0.4)) return minutes
  const hour = Math.floor(minutes / 60)
  const rest = minutes % 60
  const wide = [...String(minutes)].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('')
  const from = 8 * 60 + 5 * random.below(90)
  const clock = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`
  const styles: Content[][] = [
    [String(minutes), `${minutes} `, wide, `${minutes}分钟`, `${minutes} 分`, `${wide}分`],
    [`${minutes - 10}+10`, `${minutes - 15}＋15`, `10 + ${minutes - 10}`, `${minutes}′`, `${minutes}分钟/天`],
    [
      timeCell(minutes),
      `${minutes}min`,
      `${minutes}mins`,
      `${minutes} Min.`,
      `${hour}:${String(rest).padStart(2, '0')}`,
    ],
    [
      `${clock(from)}-${clock(from + minutes)}`,
      `${clock(from)}—${clock(from + minutes)}`,
      `${minutes}分`,
      hourly(minutes),
    ],
  ]
  return random.pick(styles[style] ?? [minutes])
}

function hourly(minutes: number): string {
  if (minutes === 30) return '半小时'
  if (minutes === 90) return '1.5小时'
  if (minutes === 60) return '1小时'
  return minutes > 60 ? `1小时${minutes - 60}分` : `${minutes}分钟`
}

const signs = '零一二三四五六七八九'

export const gradeName = (grade: number) => `${signs[grade]}年级`
export const weekdayName = (day: Day) => `周${'一二三四五六日'[weekdayOf(day) - 1]}`

export function className({ grade, no }: SchoolClass, random: Random): string {
  const g = signs[grade]
  return random.pick([
    `${g}(${no})班`,
    `${g}（${no}）班`,
    `${g} （ ${no} ） 班`,
    `${g}年${no}班`,
    `${g}年级（${no}）班`,
    `${grade}年级${no}班`,
    `${grade}-${no}`,
    `${g}${no}班`,
    `${g}（${signs[no]}）班`,
    `${g}${'①②③④'[no - 1]}班`,
    `${g}⑴班`.replace('⑴', '⑴⑵⑶⑷'[no - 1]!),
    `${2026 - grade}级${no}班`,
  ])
}

export function dayText(day: Day, random: Random): Content {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const wide = `${year}．${month}．${date}`.replace(/\d/g, digit =>
    String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  )
  return random.pick<Content>([
    day,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    wide,
    day.replaceAll('-', ''),
    `${month}月${date}日`,
    `${month}月${date}号`,
    `${month}.${date}`,
    `${month}月${date}日（${weekdayName(day)}）`,
    dateCell(day),
    `${day} `,
  ])
}

export function headerDay(day: Day, random: Random): Content {
  const [, month, date] = day.split('-').map(Number) as [number, number, number]
  return random.pick<Content>([
    `${month}月${date}日`,
    `${month}月${date}日（${weekdayName(day)}）`,
    `${weekdayName(day)}（${month}.${date}）`,
    `${weekdayName(day)}\n${month}月${date}日`,
    `${month}.${date}`,
    `${month}/${date}`,
    day,
    dateCell(day),
    `${month}月${date}日${weekdayName(day)}`,
  ])
}
