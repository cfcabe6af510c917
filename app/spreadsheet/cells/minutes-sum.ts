import type { CellCode } from './codes.ts'
import type { Item, Parse } from './minutes-cursor.ts'
import { overlapping, shifted, union } from './minutes-span.ts'
export interface MinutesContext {
  /** Length of one lesson: 40 in primary schools, 45 above. */
  lessonMinutes: number
}

/** More than this wants a second look (domain: plausible days stay below it). */
export const plausibleMinutes = 240

/** The sum of the items, null when nobody can tell whether to add them. */
export function sum(parse: Parse, items: Item[], context: MinutesContext): number | null {
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
