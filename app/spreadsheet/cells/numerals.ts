const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  幺: 1,
  弌: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
}

const scales: [RegExp, number][] = [
  [/千|仟/, 1000],
  [/百|佰/, 100],
  [/十|拾/, 10],
]

/** The characters of Chinese numerals, for use inside a character class. */
export const numeralSigns = '〇零一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟'

/**
 * A Chinese numeral as an integer: 三十五, 一百二十, 廿三, 两百, 一千零五, 壹, and digit by digit when it holds a
 * 〇 or at least four digits (二〇二五). Null for anything else, also for 四五十 (40 to 50), 一百五 (150 or 105) and 三二.
 */
export function chineseNumber(text: string): number | null {
  if (text === '' || /[^〇零一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟]/.test(text)) return null
  const plain = text.replace(/^廿/, '二十').replace(/^卅/, '三十')
  if (/[廿卅]/.test(plain)) return null
  if (!/[十拾百佰千仟]/.test(plain)) return byDigit(plain)
  return belowTenThousand(plain)
}

function byDigit(text: string): number | null {
  if (text.length > 1 && text.length < 4 && !/[〇零]/.test(text)) return null
  if (text.length > 8 || (text.length > 1 && /^[〇零两]/.test(text))) return null
  return Number(Array.from(text, sign => digits[sign]).join(''))
}

/** Scales must fall, a 零 must stand for a skipped scale, and 十 may begin the text without a digit. */
function belowTenThousand(text: string): number | null {
  let rest = text
  let value = 0
  let last = 10000
  for (const [sign, scale] of scales) {
    const parts = rest.split(sign)
    if (parts.length === 1) continue
    if (parts.length > 2) return null
    const head = digitBefore(parts[0] ?? '', last / 10 === scale || last === 10000)
    if (head === null && !(parts[0] === '' && scale === 10 && last === 10000)) return null
    value += (head ?? 1) * scale
    rest = parts[1] ?? ''
    last = scale
  }
  if (rest === '') return value
  const unit = digitBefore(rest, last === 10)
  return unit === null ? null : value + unit
}

/** One digit 1–9, after 零 exactly when a scale was skipped. */
function digitBefore(text: string, adjacent: boolean): number | null {
  const plain = adjacent ? text : text.replace(/^[零〇]/, '')
  if (!adjacent && plain === text) return null
  const digit = plain.length === 1 ? digits[plain] : undefined
  return digit === undefined || digit === 0 ? null : digit
}
