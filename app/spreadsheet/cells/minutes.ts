import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, reject, warn } from './codes.ts'
import type { Parse } from './minutes-cursor.ts'
import { parseMinutes } from './minutes-parser.ts'
import { type MinutesContext, plausibleMinutes, sum } from './minutes-sum.ts'
import { tokensOf } from './minutes-tokens.ts'
import { normalise, roundBrackets } from './normalise.ts'
import { chineseNumber } from './numerals.ts'
import { formatMeans, open } from './opening.ts'

export type { MinutesContext }

/** More than this in one cell is no activity of one class in one day (the cap of a day). */
const mostMinutes = 480
/** A bare number below this is more likely hours or lessons. */
const leastBareMinutes = 5

const none =
  /^(?:无|没有|零|〇|没|0(?:\.0+)?(?:分钟|分|min|小时|h|节)?|零(?:分钟|分|小时|节)|无活动|没有活动|没活动)$/i
const notDone =
  /^(?:未开展|未活动|未组织|未进行|没开展|没上|未上|没上课|未上课|未安排|没安排|没组织)(?:活动|体育课)?$/
const event =
  /考|测|研学|春游|秋游|郊游|放假|假|停课|雨|雪|雾霾|天气|运动会|比赛|军训|活动|请假|取消|占|改|调|补|社会实践|实践|培训|会|演练|体检|接种|监测|实习|休|参观|劳动|外出|节|值日|打扫|开学|报到|疫|代课|自习|课|操/

/** 40 and 40分钟, which most cells hold; 10 to 199 needs no second thought. */
const plainly = /^([1-9]\d|1\d\d)(?:分钟?)?$/

/** Whole minutes of one cell. */
export function readMinutes(cell: Cell | undefined, context: MinutesContext): Reading<number> {
  const opening = open<number>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format, context)
  const plain = plainly.exec(opening.text)
  if (plain) return accept(Number(plain[1]))
  const round = roundBrackets(opening.text).text
  const text = unspaced(round.toLowerCase())
    .replace(/[。,;、!.]+$/, '')
    .replace(/^'(?=\d)/, '')
  if (none.test(text)) return accept(0)
  if (notDone.test(text)) return warn(0, 'minutes.not-done')
  if (/^[-](?=[\d.])/.test(text)) return reject('minutes.negative')
  if (/%|[$¥]/.test(text)) return reject('minutes.not-minutes')
  const tokens = tokensOf(text.replace(/^=/, ''))
  const parse = tokens && parseMinutes(tokens)
  if (!parse) return unexplained(text)
  if (text.startsWith('=') || /^\+/.test(text)) parse.corrections.add('minutes.formula')
  return judge(parse, context)
}

/** Spaces inside a word or between a number and its unit mean nothing. */
function unspaced(text: string): string {
  return text
    .replace(/分 +钟/g, '分钟')
    .replace(/小 +时/g, '小时')
    .replace(/^\(([^()]+)\)$/, '$1')
    .replace(/(?<=\d|[一二两三四])点([\d五])(?=个?小时|个?钟头|h|节|个?课时)/, (_, tenth: string) =>
      tenth === '五' ? '.5' : `.${tenth}`,
    )
    .replace(/(?<!\d)[一二两三四](?=\.\d)/, sign => String(chineseNumber(sign)))
    .replace(/零点五(?=个?小时|个?钟头|节)|二分之一(?=小时|节)/, '0.5')
    .replace(/四分之三(?=小时)/, '0.75')
    .replace(/个多(?=小时|钟头)/, '多')
    .replace(/(?<=[\d十百分钟时])整$/, '')
    .replace(/(?<=[课间操动跑炼练])\((\d+(?:分钟|分)?)\)/g, '$1')
    .replace(/(?<=[:+\-~×*=/(<>≥≤约]) +| +(?=[:+\-~×*=/()<>≥≤])/g, '')
    .replace(/(?<=\d) +(?=分|小时|个|节|课时|min|h(?![a-z])|hour|′|时|以上|左右)/g, '')
}

/** No pattern fits: words for something that happened instead are the person's to decide, the rest is no time. */
function unexplained(text: string): Reading<number> {
  const digits = /\d/.test(text)
  if (/\d[ol]|[ol]\d/.test(text)) return reject('minutes.not-a-number')
  if (digits && /\?$/.test(text)) return ask('minutes.unclear')
  if (digits && /\d[a-z]|[a-z]\d/.test(text) && !/min|h|节|分/.test(text))
    return reject('minutes.not-a-number')
  if (digits && /\p{Script=Han}|[\d)] [\d(]|[/,、;\n]/u.test(text)) return ask('minutes.unclear')
  if (digits)
    return /^[\d\s.:,+\-~×*x=/()分钟小时min节h′']+$/.test(text)
      ? ask('minutes.unclear')
      : reject('minutes.not-a-number')
  if (/不详|若干|达标|合格|正常|完成|^[是否有对错√×✓✔xv]+$/.test(text)) return reject('minutes.not-a-number')
  if (/[一二三四五六七八九十两]+.*(?:分|小时|节)/.test(text)) return ask('minutes.unclear')
  return event.test(text) ? ask('minutes.event', [0]) : reject('minutes.not-a-number')
}

function judge(parse: Parse, context: MinutesContext): Reading<number> {
  const minutes = sum(parse, parse.items, context)
  const doubt = parse.doubts[0]
  const likely = (values: number[]) =>
    [...new Set(values)].filter(value => Number.isInteger(value) && value >= 0 && value <= mostMinutes)
  if (minutes === null) return ask(doubt?.code ?? 'minutes.several', likely(doubt?.candidates ?? []))
  if (doubt) return ask(doubt.code, likely(doubt.candidates))
  if (minutes > mostMinutes) return reject('minutes.too-many', { most: mostMinutes })
  const bare = parse.items.every(item => item.amount?.kind === 'bare')
  if (bare && minutes > 0 && minutes < leastBareMinutes)
    return ask('minutes.too-few', likely([minutes, minutes * 60]))
  if (minutes > plausibleMinutes && bare) return ask('minutes.many', likely([minutes]))
  const whole = Math.round(minutes)
  const apart = Math.abs(whole - minutes)
  // 1.35分 is more likely a row number before 35分.
  if (apart > 0.5 - 1e-9 || (apart > 1e-6 && minutes < 10))
    return ask('minutes.fraction', likely([Math.floor(minutes), Math.ceil(minutes)]))
  if (apart > 1e-6) parse.corrections.add('minutes.rounded')
  if (minutes > plausibleMinutes) parse.corrections.add('minutes.many')
  if (whole > plausibleMinutes && parse.items.some(item => item.amount?.kind === 'lessons'))
    return ask('minutes.many', likely([whole]))
  const [correction] = parse.corrections
  return correction ? warn(whole, correction, { minutes: whole }) : accept(whole)
}

function fromNumber(value: number, format: string, context: MinutesContext): Reading<number> {
  const means = formatMeans(format)
  if (value < 0) return reject('minutes.negative')
  if (means === 'percent' || means === 'money') return reject('minutes.not-minutes')
  if (means === 'date') return value === 0 ? accept(0) : reject('minutes.is-date')
  if (means !== 'plain') return fromTime(value, means)
  if (
    format === 'General' &&
    Number.isInteger(value) &&
    value >= leastBareMinutes &&
    value <= plausibleMinutes
  )
    return accept(value)
  const quoted = /"([^"]*)"/.exec(format.split(';')[0] ?? '')?.[1] ?? ''
  if (value > 0 && value < 1 && !/小时|节|h/i.test(quoted))
    return ask('minutes.fraction', [Math.round(value * 1440), Math.round(value * 60)])
  const written = Math.abs(value - Math.round(value)) < 1e-9 ? String(Math.round(value)) : String(value)
  return readMinutes({ type: 'text', text: written + normalise(quoted) }, context)
}

/** A time of day up to four hours is a duration; 40:00 typed for 40 minutes is stored as 1.6667 days. */
function fromTime(value: number, means: 'time' | 'date-time'): Reading<number> {
  const minutes = Math.round(value * 1440)
  if (Math.abs(value * 1440 - minutes) > 0.02) return ask('minutes.fraction', [minutes])
  if (value > 31) return reject('minutes.is-date')
  if (minutes > plausibleMinutes) return ask('minutes.time-of-day', minutes % 60 === 0 ? [minutes / 60] : [])
  return means === 'time' ? accept(minutes) : warn(minutes, 'minutes.time-format', { minutes })
}
