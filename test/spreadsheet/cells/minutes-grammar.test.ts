import { expect, test } from 'vitest'
import { readMinutes } from '#app/spreadsheet/cells/minutes.ts'

interface Written {
  text: string
  minutes: number
}

/** 0 to 199 in Chinese numerals. */
function chinese(n: number): string {
  const digits = '零一二三四五六七八九'
  if (n >= 100) {
    const rest = n - 100
    return `一百${rest === 0 ? '' : rest < 10 ? `零${digits[rest]}` : `${digits[Math.floor(rest / 10)]}十${rest % 10 ? digits[rest % 10] : ''}`}`
  }
  if (n < 10) return digits[n] ?? ''
  return `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${n % 10 ? digits[n % 10] : ''}`
}

const spelled = (n: number) => [String(n), chinese(n), `${n}.0`, String(n).replace(/\d/g, wide)]
const wide = (digit: string) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)

const minutes = [15, 20, 25, 30, 40, 45, 60, 105, 120].flatMap(n =>
  spelled(n).flatMap(number =>
    ['分', '分钟', ' 分钟', 'min', '′', '分鐘'].map((unit): Written => ({ text: number + unit, minutes: n })),
  ),
)
const hours = (
  [
    ['1', 1],
    ['一', 1],
    ['2', 2],
    ['两', 2],
    ['三', 3],
  ] as const
).flatMap(([number, n]) =>
  ['小时', '个小时', '钟头', 'h', '小時'].flatMap((unit): Written[] => [
    { text: number + unit, minutes: n * 60 },
    { text: `${number}${unit}半`, minutes: n * 60 + 30 },
    { text: `${number}${unit}20分钟`, minutes: n * 60 + 20 },
    { text: `${number}${unit}零5分`, minutes: n * 60 + 5 },
    { text: `${number}${unit}一刻钟`, minutes: n * 60 + 15 },
    { text: `${number}个半小时`, minutes: n * 60 + 30 },
    { text: `${number}个半个小时`, minutes: n * 60 + 30 },
  ]),
)
const lessons = ['1', '一', '2', '两'].flatMap(number =>
  ['节', '节课', '堂课', '课时'].map(
    (unit): Written => ({
      text: number + unit,
      minutes: /[1一]/.test(number) ? 40 : 80,
    }),
  ),
)
const times = [...minutes, ...hours, ...lessons]

const kept = [
  '每天#',
  '#/天',
  '共#',
  '#。',
  '（#）',
  '体育课#',
  '大课间：#',
  '#（大课间）',
  '#体育课',
  '上午#',
]
const shown = ['约#', '#左右', '#以上', '#+', '≥#', '不少于#', '至少#', '超过#']

/** The verdict on a text; a value that is not the truth fails the test at once. */
function verdictOf(text: string, truth: number) {
  const answer = readMinutes({ type: 'text', text }, { lessonMinutes: 40 })
  if ('value' in answer) expect([text, answer.value]).toEqual([text, truth])
  return answer.reading
}

test('every way of writing a time reads as that time, whatever stands around it', () => {
  for (const { text, minutes } of times)
    for (const frame of kept) {
      const raw = frame.replace('#', text)
      expect([raw, verdictOf(raw, minutes)]).toEqual([raw, expect.stringMatching(/accept|warn/)])
    }
})

test('a bound or an estimate is never taken in silence', () => {
  for (const { text, minutes } of times)
    for (const frame of shown) expect(verdictOf(frame.replace('#', text), minutes)).not.toBe('accept')
})

test('two labelled times add up to their sum or are asked about', () => {
  for (const [index, first] of times.entries()) {
    const second = times[(index * 7 + 3) % times.length] ?? first
    for (const between of ['，', '、', ' ', '；', '\n', '+', '/', ''])
      verdictOf(`体育课${first.text}${between}大课间${second.text}`, first.minutes + second.minutes)
  }
})
