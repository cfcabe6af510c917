import { type Content, timeCell } from '../paper.ts'
import { accepted, asked, type Ink, left, refused, warned } from './ink.ts'

export interface Minutes {
  minutes: number
  /** 'HH:MM', where a span of the day is written. */
  startsAt?: string
  /** Lessons, as long as the stage has them. */
  lessons?: number
}

const of = (minutes: number, ...written: Content[]) => accepted<Minutes>({ minutes }, ...written)
const said = (minutes: number, code: string, ...written: Content[]) =>
  warned<Minutes>({ minutes }, code, ...written)

export const tidyMinutes: Ink<Minutes>[] = [40, 30, 45, 35, 25, 60].flatMap(minutes => of(minutes, minutes))

/** Minutes of one class on one day, as domain.md 15 and schools write them. */
export const messyMinutes: Ink<Minutes>[] = [
  ...of(40, 40, '40', '４０', '40.0', '40分', '40分钟', '40 分钟', '40 分 钟', '四十', '四十分钟'),
  ...of(35, '35min', '35mins', '35Min.', '35′', '35分钟/天', '35。', '35，', '（35）'),
  ...left<Minutes>('/', '—'),
  ...of(60, '60', '1小时', '一小时', '1h', '1H', '每天60分钟', '60分钟/天', '30*2', '30×2', '2×30分钟'),
  ...of(60, '上午30分钟,下午30分钟', timeCell(60), '1:00'),
  ...of(90, '1.5小时', '1.5h', '1小时半', '一个半小时', '1小时30分', '1小时30分钟', '1h30min', '1:30'),
  ...left<Minutes>('-', '\\', '*', ' ', '\u3000'),
  ...of(30, '半小时', '半个小时', '0:30', '三十分', timeCell(30)),
  ...of(15, '一刻钟', '15'),
  ...of(65, '1小时零5分', '1小时5分'),
  ...of(70, '40+30', '40分钟+30分钟', '40＋30', '7:40-8:20、15:30-16:00'),
  ...of(80, '40＋30＋10', '2节×40', '2节80分钟'),
  ...accepted<Minutes>({ minutes: 0, lessons: 1 }, '1节', '一节'),
  ...accepted<Minutes>({ minutes: 0, lessons: 2 }, '两节', '2节'),
  ...accepted<Minutes>({ minutes: 30, startsAt: '09:30' }, '9:30-10:00', '9:30—10:00', '9:30至10:00'),
  ...accepted<Minutes>({ minutes: 40, startsAt: '15:40' }, '15:40-16:20', '下午3:40—4:20'),
  ...of(0, 0, '0', '０', '无', '没有', '零'),
  ...of(40, '40分钟（室内）'),
  ...said(60, 'minutes.unit-corrected', '1时'),
  ...warned<Minutes>({ minutes: 0, lessons: 1 }, 'minutes.lessons', '1课时'),
  ...said(60, 'minutes.at-least', '60以上', '≥60', '>60', '不少于60分钟', '至少1小时', '60多分钟'),
  ...said(60, 'minutes.about', '约60', '60左右', '大约1小时'),
  ...said(60, 'minutes.range', '60～70', '60-70'),
  ...said(50, 'minutes.eye-exercise', '60（含眼保健操10）'),
  ...said(40, 'minutes.leading-zero', '040'),
  ...asked<Minutes>('minutes.several', '30、40', '60 60', '40\n30'),
  ...asked<Minutes>('minutes.unclear', '30/40'),
  ...asked<Minutes>('minutes.unit-unclear', '40m'),
  ...asked<Minutes>('minutes.fraction', { number: 0.4, format: 'General' }, '37.5分钟'),
  ...asked<Minutes>('minutes.event', '考试', '外出研学', '停课', '运动会'),
  ...asked<Minutes>('minutes.at-most', '近1小时', '60以下', '不超过40分钟'),
  ...asked<Minutes>('minutes.other-period', '每周120分钟', '一周200分钟'),
  ...asked<Minutes>('minutes.time-of-day', '9:30'),
  ...asked<Minutes>('cell.ditto', '同左'),
  ...refused<Minutes>('minutes.negative', '-30', -30),
  ...refused<Minutes>('minutes.not-a-number', '√', '达标', '6O', '若干', 'l0'),
  ...refused<Minutes>('minutes.too-many', 600, '900分钟'),
  ...refused<Minutes>('minutes.not-minutes', { number: 0.95, format: '0%' }, '95%', '￥40'),
  ...refused<Minutes>('cell.error', { error: '#REF!' }, '#N/A', '####'),
]
