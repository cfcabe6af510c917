import { chineseNumber, numeralSigns } from './numerals.ts'

/** Words for a part of the day, before or behind the hour. */
export const partOfDay = '上午|早上|早晨|清晨|早|中午|下午|傍晚|晚上|晚|am|pm'

const spoken = new RegExp(`[${numeralSigns}]+(?=[点时分刻])|(?<=[点时])[${numeralSigns}]+`, 'g')
const quarters: Record<string, string> = { '1': '15', '2': '30', '3': '45' }
const about = /^(?:大约|大概|约)|(?:左右|前后)$/g

/** A text about times of day in digits; `remark` is the code of what was corrected on the way. */
export interface ClockText {
  text: string
  remark: 'clock.about' | 'cell.corrected' | null
}

/** 八点二十 as 8点20, 八点一刻 as 8点15, a.m. as am, 8;20 as 8:20, and 约 or 左右 left out. */
export function clockText(compacted: string): ClockText {
  const plain = compacted
    .replace(/[。,]$/, '')
    .replace(/([ap])\.m\.?/gi, '$1m')
    .replace(spoken, inDigits)
    .replace(/(?<=[点时])([123])刻/, (_, quarter: string) => quarters[quarter] ?? '')
  const exact = plain.replace(about, '')
  const text = exact.replace(/(?<![\d:])(\d{1,2});(?=\d\d(?![\d:]))/g, '$1:')
  if (text !== exact) return { text, remark: 'cell.corrected' }
  return { text, remark: exact === plain ? null : 'clock.about' }
}

/** 零五 keeps its zero: 八点零五 is 8点05. */
function inDigits(words: string): string {
  const value = chineseNumber(words.replace(/^[零〇](?=.)/, ''))
  if (value === null) return words
  return /^[零〇]./.test(words) ? String(value).padStart(2, '0') : String(value)
}

/** 0820 is 8:20 during the day of a school; later hours would be years. */
export function withColon(digits: string): string | null {
  const found = /^(0[5-9]|1[0-8])([0-5]\d)$/.exec(digits)
  return found ? `${found[1]}:${found[2]}` : null
}

/** Both times of 0820-0900, 820-900 or 8.20-9.00; nothing when both may be days of the year as well. */
export function bothWithColon(from: string, to: string): [string, string] | null {
  const pairs = [from, to].map(part => /^(0?[5-9]|1[0-8])\.?([0-5]\d)$/.exec(part))
  const [first, last] = pairs
  if (!first || !last || from.includes('.') !== to.includes('.')) return null
  if (pairs.every(pair => Number(pair?.[1]) <= 12 && Number(pair?.[2]) >= 1 && Number(pair?.[2]) <= 31))
    return null
  return [`${first[1]}:${first[2]}`, `${last[1]}:${last[2]}`]
}
