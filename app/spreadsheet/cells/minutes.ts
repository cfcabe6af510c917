import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { type Item, type Parse, parseMinutes, type Span } from './minutes-parser.ts'
import { tokensOf } from './minutes-tokens.ts'
import { normalise, roundBrackets } from './normalise.ts'
import { formatMeans, open } from './opening.ts'

export interface MinutesContext {
  /** Length of one lesson: 40 in primary schools, 45 above. */
  lessonMinutes: number
}

/** More than this in one cell is no activity of one class in one day (the cap of a day). */
const mostMinutes = 480
/** More than this wants a second look (domain: plausible days stay below it). */
const plausibleMinutes = 240
/** A bare number below this is more likely hours or lessons. */
const leastBareMinutes = 5

const none =
  /^(?:无|没有|零|〇|没|0(?:\.0+)?(?:分钟|分|min|小时|h|节)?|零(?:分钟|分|小时|节)|无活动|没有活动|没活动)$/i
const notDone =
  /^(?:未开展|未活动|未组织|未进行|没开展|没上|未上|没上课|未上课|未安排|没安排|没组织)(?:活动|体育课)?$/
const event =
  /考|测|研学|春游|秋游|郊游|放假|假|停课|雨|雪|雾霾|天气|运动会|比赛|军训|活动|请假|取消|占|改|调|补|社会实践|实践|培训|会|演练|体检|接种|监测|实习|休|参观|劳动|外出|节|值日|打扫|开学|报到|疫|代课|自习|课|操/

/** Whole minutes of one cell. */
export function readMinutes(cell: Cell | undefined, context: MinutesContext): Reading<number> {
  const opening = open<number>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format, context)
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
  if (Math.abs(whole - minutes) > 0.5 - 1e-9)
    return ask('minutes.fraction', likely([Math.floor(minutes), Math.ceil(minutes)]))
  if (Math.abs(whole - minutes) > 1e-6) parse.corrections.add('minutes.rounded')
  if (minutes > plausibleMinutes) parse.corrections.add('minutes.many')
  if (whole > plausibleMinutes && parse.items.some(item => item.amount?.kind === 'lessons'))
    return ask('minutes.many', likely([whole]))
  const [correction] = parse.corrections
  return correction ? warn(whole, correction, { minutes: whole }) : accept(whole)
}

/** The sum of the items, null when nobody can tell whether to add them. */
function sum(parse: Parse, items: Item[], context: MinutesContext): number | null {
  const product = eachTimes(items)
  if (product !== null) return product.lessons === null ? product.minutes : product.minutes * product.lessons
  if (items.some(item => item.each)) return doubtful(parse, 'minutes.per-lesson', [])
  if (items.some(item => item.amount?.kind === 'times')) return doubtful(parse, 'minutes.times-unclear', [])
  const totals = items.filter(
    (item, index) => item.total || item.joined === 'equals' || (item.total && index === 0),
  )
  const parts = items.filter(item => !totals.includes(item))
  if (totals.length > 1) return doubtful(parse, 'minutes.several', [])
  const [total] = totals
  if (total === undefined) return addUp(parse, parts, context)
  const stated = minutesOf(parse, total, context)
  if (parts.length === 0 || stated === null) return stated
  const added = addUp(
    parse,
    parts.map(part => ({ ...part, joined: 'plus' as const })),
    context,
  )
  if (added !== null && added !== stated) return doubtful(parse, 'minutes.total-differs', [stated, added])
  return added === null ? null : stated
}

function doubtful(parse: Parse, code: CellCode, candidates: number[]): null {
  parse.doubts.unshift({ code, candidates })
  return null
}

/** 每节40分钟,2节 in either order. */
function eachTimes(items: Item[]): { minutes: number; lessons: number | null } | null {
  const each = items.find(item => item.each)
  const count = items.find(
    item => !item.each && (item.amount?.kind === 'lessons' || item.amount?.kind === 'times'),
  )
  if (
    items.length !== 2 ||
    !each?.amount ||
    !count?.amount ||
    each.note ||
    count.note ||
    items[1]?.joined === 'plus'
  )
    return null
  if (each.amount.kind !== 'minutes' && each.amount.kind !== 'bare') return null
  if (!Number.isInteger(count.amount.value) || count.amount.value > 8) return null
  return { minutes: each.amount.value, lessons: count.amount.value }
}

function addUp(parse: Parse, parts: Item[], context: MinutesContext): number | null {
  const values = parts.map(part => minutesOf(parse, part, context))
  if (values.some(value => value === null)) return null
  const spans = parts.flatMap(part => (part.span ? [shifted(part, part.span)] : []))
  if (overlapping(spans)) return doubtful(parse, 'minutes.overlap', [union(spans)])
  if (parts.length > 1 && !addable(parts)) {
    const known = values.map(value => value ?? 0)
    const [first] = parts
    if (parts.length === 2 && first && isSameTwice(parts, known)) return known[0] ?? null
    return doubtful(parse, 'minutes.several', [known.reduce((a, b) => a + b, 0), ...known])
  }
  const never = parts.filter(part => part.labels.some(label => label.share === 'never'))
  if (never.length === parts.length && never.length > 0) return doubtful(parse, 'minutes.eye-exercise', [0])
  if (never.length > 0) parse.corrections.add('minutes.eye-exercise')
  if (parts.some(part => part.labels.some(label => label.share === 'doubtful')))
    parse.doubts.push({ code: 'minutes.label-doubtful', candidates: [] })
  return values.reduce<number>(
    (total, value, index) => total + (never.includes(parts[index] as Item) ? 0 : (value ?? 0)),
    0,
  )
}

/** Parts add up when each says what it is and no two say the same, when a plus joins them, or when all are spans. */
function addable(parts: Item[]): boolean {
  if (parts.slice(1).every(part => part.joined === 'plus')) return true
  if (parts.every(part => part.span)) return true
  const names = parts.map(part => part.labels.map(label => label.name).join())
  return names.every(name => name !== '') && new Set(names).size === names.length
}

/** '9:30-10:00 30分钟' says one thing twice. */
function isSameTwice(parts: Item[], values: number[]): boolean {
  return (
    parts.filter(part => part.span).length === 1 && values[0] === values[1] && parts[1]?.labels.length === 0
  )
}

function minutesOf(parse: Parse, item: Item, context: MinutesContext): number | null {
  const whole = item.span ? spanMinutes(parse, item) : amountOf(item, context)
  if (item.note === null || whole === null) return whole
  const { role, items } = item.note
  const [only] = items
  if (items.length === 1 && only && only.amount === null && only.span === null) {
    const never = only.labels.some(label => label.share === 'never')
    const doubt = only.labels.some(label => label.share === 'doubtful')
    if ((never && role !== 'exclude') || doubt) return doubtful(parse, 'minutes.eye-exercise', [])
    return whole
  }
  const inner = items.map(part => minutesOf(parse, part, context))
  if (inner.some(value => value === null)) return null
  const added = inner.reduce<number>((total, value) => total + (value ?? 0), 0)
  if (role === 'exclude') {
    const eyes = items.every(part => part.labels.some(label => label.share === 'never'))
    return eyes ? whole : doubtful(parse, 'minutes.several', [whole, whole - added])
  }
  if (items.some(part => part.labels.some(label => label.share === 'doubtful')))
    return doubtful(parse, 'minutes.label-doubtful', [])
  const eyes = items.reduce(
    (total, part, index) =>
      total + (part.labels.some(label => label.share === 'never') ? (inner[index] ?? 0) : 0),
    0,
  )
  if (added > whole) return doubtful(parse, 'minutes.total-differs', [whole, added])
  if (role === 'plain' && added !== whole && eyes === 0)
    return doubtful(parse, 'minutes.total-differs', [whole, added])
  if (role === 'plain' && eyes > 0 && added !== whole)
    return doubtful(parse, 'minutes.eye-exercise', [whole - eyes, whole])
  if (items.length > 1 && items.some(part => part.labels.length === 0 && part.joined === 'sep'))
    return doubtful(parse, 'minutes.several', [whole])
  if (eyes > 0) parse.corrections.add('minutes.eye-exercise')
  return whole - eyes
}

function amountOf(item: Item, context: MinutesContext): number | null {
  if (item.amount === null) return null
  return item.amount.kind === 'lessons' ? item.amount.value * context.lessonMinutes : item.amount.value
}

function spanMinutes(parse: Parse, item: Item): number | null {
  const { from, to } = shifted(item, item.span ?? { from: 0, to: 0 })
  const minutes = to - from
  if (minutes <= 0)
    return doubtful(
      parse,
      'minutes.span-backwards',
      minutes < 0 && minutes + 720 <= plausibleMinutes && minutes + 720 > 0 ? [minutes + 720] : [],
    )
  if (minutes > plausibleMinutes) return doubtful(parse, 'minutes.many', [minutes])
  if (from < 300 || to > 1320) parse.corrections.add('minutes.odd-hour')
  return minutes
}

/** 下午3:30-4:10 lies after noon. */
function shifted(item: Item, span: Span): Span {
  const afternoon = item.labels.some(label => label.half === 'pm')
  return afternoon && span.to < 720 && span.from < 720 ? { from: span.from + 720, to: span.to + 720 } : span
}

function overlapping(spans: Span[]): boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  return sorted.some((span, index) => index > 0 && span.from < (sorted[index - 1]?.to ?? 0))
}

function union(spans: Span[]): number {
  let total = 0
  let end = 0
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, span.to - Math.max(end, span.from))
    end = Math.max(end, span.to)
  }
  return total
}

function fromNumber(value: number, format: string, context: MinutesContext): Reading<number> {
  const means = formatMeans(format)
  if (value < 0) return reject('minutes.negative')
  if (means === 'percent' || means === 'money') return reject('minutes.not-minutes')
  if (means === 'date') return value === 0 ? accept(0) : reject('minutes.is-date')
  if (means !== 'plain') return fromTime(value, means)
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
