import type { Cell } from '../grid.ts'
import { accept, type Reading } from '../reading.ts'
import { ask, type CellCode, reject, warn } from './codes.ts'
import { compact, roundBrackets } from './normalise.ts'
import { chineseNumber, numeralSigns } from './numerals.ts'
import { formatMeans, open } from './opening.ts'

export interface CountContext {
  /** Pupils of the class, for 全班 and 全员. */
  classSize?: number
}

/** More people than any school has pupils. */
const mostPeople = 20_000

const number = `(?:\\d{1,3}(?:,\\d{3})+(?![\\d])|\\d+(?:\\.0+)?|[${numeralSigns}]+)`
const unit = '(?:个人|名同学|名学生|个学生|个同学|位同学|人|名|个|位|学生|生|同学)?'
const people = `(${number})${unit}`
const lead =
  '(?:共计|合计|总计|总共|一共|共有|共|计|参加|参与|参加人数|参与人数|学生人数|学生数|人数|学生|实到|实有|实际|实际到|到|出勤|到场|:){0,3}'
const taking = '(?:参加|参与|到场|出勤|到)?'
const absent = '(?:请假|病假|事假|缺席|缺勤|缺课|未到|缺|病事假|旷课|见习|因病)'

const patterns: [RegExp, (match: string[], context: CountContext) => Reading<number>][] = [
  [whole(`${lead}${people}${taking}`), ([n]) => taken(n)],
  [
    whole(`${lead}${people}[(,]?(?:全勤|全到|到齐|全部到齐|全部参加|全员参加|全员|全班|全部)\\)?`),
    ([n], { classSize }) => ofClass(n, classSize),
  ],
  [whole(`(?:全班|全体|全员)(?:学生|共)?:?${people}`), ([n], { classSize }) => ofClass(n, classSize)],
  [
    whole(
      `(?:男生?|男同学):?${people}[,、;/+和]?(?:女生?|女同学):?${people}[,、;=]?(?:(?:共|合计|共计|总计)?${people})?`,
    ),
    ([m, f, all]) => added(m, f, all),
  ],
  [
    whole(
      `(?:女生?|女同学):?${people}[,、;/+和]?(?:男生?|男同学):?${people}[,、;=]?(?:(?:共|合计|共计|总计)?${people})?`,
    ),
    ([m, f, all]) => added(m, f, all),
  ],
  [whole(`(${number})(?:名|个)?男生?[,、;/+和]?(${number})(?:名|个)?女生?`), ([m, f]) => added(m, f)],
  [
    whole(`${lead}${people}[(,:](?:其中)?男生?:?${people}[,、;/+和]?女生?:?${people}\\)?`),
    ([all, m, f]) => added(m, f, all),
  ],
  [
    whole(`${lead}${people}[(,:](?:其中)?女生?:?${people}[,、;/+和]?男生?:?${people}\\)?`),
    ([all, m, f]) => added(m, f, all),
  ],
  [whole(`${people}[(,](${number})男,?(${number})女\\)?`), ([all, m, f]) => added(m, f, all)],
  [whole(`${people}[(,=](${number})\\+(${number})\\)?`), ([all, a, b]) => together([a, b], all)],
  [whole(`(${number})-(${number})=${people}`), ([all, gone, rest]) => lessStated(all, gone, rest)],
  [whole(`应:?${people}[,、;/]?(?:实到?|到):?${people}`), ([due, here]) => present(due, here)],
  [
    whole(`应到:?${people}[,、;/]?${absent}:?${people}[,、;/]?实到:?${people}`),
    ([due, gone, here]) => present(due, here, gone),
  ],
  [
    whole(`应到:?${people}[,、;/(]${absent}:?${people}[,、;/]?${absent}:?${people}\\)?`),
    ([due, a, b]) => less(due, String((numberIn(a) ?? Number.NaN) + (numberIn(b) ?? Number.NaN))),
  ],
  [whole(`${people}[(]应到:?${people}\\)`), ([here, due]) => present(due, here)],
  [
    whole(`应到:?${people}[,、;/]?实到:?${people}(?:[,、;/]?${absent}:?${people})?`),
    ([due, here, gone]) => present(due, here, gone),
  ],
  [whole(`实到:?${people}[,、;/(]?应到:?${people}\\)?`), ([here, due]) => present(due, here)],
  [whole(`实到:?${people}[,、;/(]?${absent}:?${people}\\)?`), ([here]) => taken(here)],
  [whole(`应到:?${people}[,、;/(]?${absent}:?${people}\\)?`), ([due, gone]) => less(due, gone)],
  [whole(`应到:?${people}[,、;/(]?(?:全到|全部到齐|全勤|实到同上|无缺席|无缺勤)\\)?`), ([due]) => taken(due)],
  [whole(`(${number})-${people}`), ([due, gone]) => lessIfSmall(due, gone)],
  [
    whole(`=?(${number})\\+(${number})(?:\\+(${number}))?${unit}(?:=${people})?`),
    ([a, b, c, all]) => together([a, b, c], all),
  ],
  [whole(`(?:约|大约|大概|约有|约为|≈|估计)${people}`), ([n]) => about(n, 'count.about')],
  [
    whole(`(${number})(?:左右|上下)${unit}|(${number})${unit}(?:左右|上下)`),
    ([a, b]) => about(a ?? b, 'count.about'),
  ],
  [
    whole(`(${number})(?:余|多|\\+|来)${unit}|(${number})${unit}(?:以上|及以上|多|余|\\+)`),
    ([a, b]) => about(a ?? b, 'count.at-least'),
  ],
  [whole(`(?:≥|>|>=|=>|不少于|至少|超过|超|大于|多于|不低于)${people}`), ([n]) => about(n, 'count.at-least')],
]

const everyone =
  /^(?:全员|全班|全体|全部|所有人|所有|全班同学|全班学生|全体学生|全体同学|全员参与|全员参加|全部参加|全部到齐|全员到齐|到齐|满勤|全班参加|全班参与|全勤|全到|全体师生?同学)$/
const nobody = /^(?:无|没有|零|〇|0(?:\.0+)?(?:人|名|个)?|零人|无人|没人|无人参加)$/

const parted = new RegExp(`[${numeralSigns}]\\s+[${numeralSigns}]`)

/** A number of people. */
export function readCount(cell: Cell | undefined, context: CountContext): Reading<number> {
  const opening = open<number>(cell)
  if (opening.is === 'answer') return opening.answer
  if (opening.is === 'number') return fromNumber(opening.value, opening.format)
  // 三 十二 is rather 3 and 12 than 32.
  if (parted.test(opening.text)) return ask('count.unclear')
  const text = compact(roundBrackets(opening.text.replace(/\n/g, ' ')).text.toLowerCase())
    .replace(/[。.,;、]+$/, '')
    .replace(/^'(?=\d)/, '')
  if (nobody.test(text)) return accept(0)
  if (everyone.test(text))
    return context.classSize === undefined
      ? ask('count.class-size-unknown')
      : warn(context.classSize, 'count.whole-class', { size: context.classSize })
  if (/%|[¥$]/.test(text)) return reject('count.not-people')
  if (/^-\d/.test(text)) return reject('count.negative')
  if (/\d[a-z]|[a-z]\d/.test(text)) return reject('count.not-a-number')
  for (const [pattern, verdict] of patterns) {
    const found = pattern.exec(text)
    if (found) return verdict(found.slice(1), context)
  }
  return unexplained(text)
}

function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`)
}

function unexplained(text: string): Reading<number> {
  const bare = /^-?\d+\.\d+$/.test(text)
  if (bare) return reject('count.not-whole')
  const digits = text.match(/\d+/g)?.map(Number) ?? []
  if (digits.length > 0)
    return /[\p{Script=Han}\d]/u.test(text)
      ? ask(
          'count.unclear',
          digits.filter(n => n <= mostPeople),
        )
      : reject('count.not-a-number')
  if (/[一二三四五六七八九两][十百千]/.test(text)) return ask('count.unclear')
  return reject('count.not-a-number')
}

function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null
  return /^\d/.test(text) ? Number(text.replace(/,/g, '')) : chineseNumber(text)
}

/** One number, taken as it stands; leading zeros are shown. */
function taken(text: string | undefined): Reading<number> {
  const value = numberIn(text)
  if (value === null) return ask('count.unclear')
  if (value > mostPeople) return reject('count.too-many', { most: mostPeople })
  return /^0\d/.test(text ?? '') ? warn(value, 'count.leading-zero', { count: value }) : accept(value)
}

function about(text: string | undefined, code: CellCode): Reading<number> {
  const reading = taken(text)
  return 'value' in reading ? warn(reading.value, code, { count: reading.value }) : reading
}

function ofClass(text: string | undefined, classSize: number | undefined): Reading<number> {
  const reading = taken(text)
  if (reading.reading !== 'accept' || classSize === undefined || reading.value === classSize) return reading
  return warn(reading.value, 'count.class-size-differs', { count: reading.value, size: classSize })
}

function added(boys: string | undefined, girls: string | undefined, all?: string): Reading<number> {
  const [b, g] = [numberIn(boys), numberIn(girls)]
  if (b === null || g === null) return ask('count.unclear')
  const stated = all === undefined ? b + g : numberIn(all)
  if (stated === b + g) return taken(String(stated))
  return ask('count.total-differs', stated === null ? [b + g] : [stated, b + g])
}

/** 23+22 adds up, and says so; a stated sum must fit. */
function together(parts: (string | undefined)[], all?: string): Reading<number> {
  const values = parts.filter(part => part !== undefined).map(numberIn)
  if (values.includes(null)) return ask('count.unclear')
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
  if (all !== undefined) return numberIn(all) === sum ? taken(all) : ask('count.total-differs', [sum])
  return about(String(sum), 'count.added')
}

function lessStated(due: string | undefined, gone: string | undefined, rest: string | undefined) {
  const [d, g, r] = [numberIn(due), numberIn(gone), numberIn(rest)]
  return d !== null && g !== null && d - g === r
    ? about(rest, 'count.subtracted')
    : ask<number>('count.total-differs')
}

function present(due: string | undefined, here: string | undefined, gone?: string): Reading<number> {
  const [d, h] = [numberIn(due), numberIn(here)]
  if (d === null || h === null) return ask('count.unclear')
  const fits = h <= d && (gone === undefined || d - h === numberIn(gone))
  return fits ? taken(here) : ask('count.total-differs', [h])
}

function less(due: string | undefined, gone: string | undefined): Reading<number> {
  const [d, g] = [numberIn(due), numberIn(gone)]
  if (d === null || g === null) return ask('count.unclear')
  return g <= d ? taken(String(d - g)) : ask('count.total-differs')
}

/** 48-3 takes the absent away; 40-50 is a range, 48-40 may be either. */
function lessIfSmall(due: string | undefined, gone: string | undefined): Reading<number> {
  const [d, g] = [numberIn(due), numberIn(gone)]
  if (d === null || g === null || g * 3 > d || d < 10) return ask('count.unclear')
  return about(String(d - g), 'count.subtracted')
}

function fromNumber(value: number, format: string): Reading<number> {
  const means = formatMeans(format)
  if (means === 'percent' || means === 'money') return reject('count.not-people')
  if (means !== 'plain') return reject('count.is-date')
  if (value < 0) return reject('count.negative')
  if (!Number.isInteger(value)) return reject('count.not-whole')
  return value > mostPeople ? reject('count.too-many', { most: mostPeople }) : accept(value)
}
