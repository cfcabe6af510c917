import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { readMinutes } from '#app/spreadsheet/cells/minutes.ts'
import { compact } from './board.ts'
import { kindsNamed } from './header-words.ts'

/** One activity told in words: '周一至周五 大课间30分钟'. */
export interface Phrase {
  kind: ActivityKind
  minutes: number
  /** 1 Monday … 7 Sunday; null when the words name no weekday. */
  weekdays: number[] | null
}

const weekdaySigns = '一二三四五六日'
const kindWords =
  /(上午|下午)?大课间(体育活动|活动|操)?|课间操|体育(与健康)?课(?!后|余)|课后(延时)?服务(体育活动)?|早操|晨跑|晨练|早锻炼|眼保健?操|眼操|(体育)?社团(活动)?|运动会|校队训练|阳光(体育|大课间)(活动)?|体育活动课|体活课|集体锻炼|课间活动|小课间/
const weekdayWords =
  /每天|每日|天天|(每?周|星期)[一二三四五六日天]((、|,|和|至|到|-|~|—)?(周|星期)?[一二三四五六日天])*/

/** Whether a text names a kind of activity. */
export function namesKind(text: string): boolean {
  return kindWords.test(text)
}

/** Every activity that a text tells of; null when any part of it is not understood. */
export function phrasesIn(text: string, lessonMinutes: number): Phrase[] | null {
  const parts = compact(text)
    .split(/[;。]|(?<![周期至到、][一二三四五六日天])[,、](?=[^;,]*?(?:课|操|间|跑|练|炼|服务|社团|活动|会))/)
    .map(part => part.replace(/^[,、:]+|[,、:]+$/g, ''))
    .filter(part => part !== '')
  const phrases: Phrase[] = []
  let weekdays: number[] | null = null
  for (const part of parts) {
    const phrase = phraseOf(part, lessonMinutes)
    if (phrase === null) return null
    weekdays = phrase.weekdays ?? weekdays
    phrases.push({ ...phrase, weekdays })
  }
  return phrases.length > 0 ? phrases : null
}

function phraseOf(part: string, lessonMinutes: number): Phrase | null {
  const days = weekdayWords.exec(part)
  const rest = days ? part.replace(days[0], '') : part
  const word = kindWords.exec(rest)
  const kind = word ? kindsNamed(word[0])[0] : undefined
  if (!word || !kind) return null
  const amount = rest
    .replace(word[0], '')
    .replace(/^[:,、(]+|[)]+$/g, '')
    .replace(/^(各|均|每次|每天|共|为)/, '')
  const reading = readMinutes({ type: 'text', text: amount }, { lessonMinutes })
  if (reading.reading !== 'accept') return null
  return { kind, minutes: reading.value, weekdays: days ? weekdaysOf(days[0]) : null }
}

function weekdaysOf(text: string): number[] | null {
  if (/每天|每日|天天/.test(text)) return [1, 2, 3, 4, 5]
  const signs = text.replace(/每|周|星期/g, '').replaceAll('天', '日')
  const pieces = signs.match(/[一二三四五六日](?:[至到\-~—][一二三四五六日])?/g) ?? []
  return [...new Set(pieces.flatMap(piece => weekdaysFrom(piece.at(0), piece.at(-1))))]
}

/** 一至三 is 1, 2, 3; a lone 五 is 5. */
function weekdaysFrom(first = '', last = ''): number[] {
  const from = weekdaySigns.indexOf(first) + 1
  const to = weekdaySigns.indexOf(last) + 1
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}
