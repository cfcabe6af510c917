import { kindNames } from './kind-names.ts'
import { chineseNumber, numeralSigns } from './numerals.ts'

export type Word =
  | 'plus'
  | 'times'
  | 'dash'
  | 'tilde'
  | 'equals'
  | 'slash'
  | 'sep'
  | 'gap'
  | 'open'
  | 'close'
  | 'colon'
  | 'at-least'
  | 'about'
  | 'at-most'
  | 'per-day'
  | 'per-lesson'
  | 'per-other'
  | 'each-lesson'
  | 'each-time'
  | 'total'
  | 'include'
  | 'exclude'
  | 'and'
  | 'half'
  | 'half-hour'
  | 'hour-and-half'
  | 'remark'

export type Unit =
  | 'minute'
  | 'hour'
  | 'soft-hour'
  | 'lesson'
  | 'soft-lesson'
  | 'quarter'
  | 'second'
  | 'time'
  | 'metre'

/** Whether a labelled time belongs to the sum: eye exercises never do, of some nobody can tell. */
type Share = 'counts' | 'never' | 'doubtful'

export type Token =
  | { is: 'number'; value: number; odd: boolean; decimals: number }
  | { is: 'clock'; hour: number; minute: number; second: number; spoken: boolean }
  | { is: 'unit'; unit: Unit; odd: boolean }
  | { is: 'label'; name: string; share: Share; half: 'am' | 'pm' | null }
  | { is: Word }

const shares: [readonly string[], Share][] = Object.entries(kindNames).map(([kind, names]) => [
  names,
  kind === 'EYE_EXERCISE' ? 'never' : ['HOME_EXERCISE', 'OTHER'].includes(kind) ? 'doubtful' : 'counts',
])

const sportNames =
  '足球 篮球 排球 乒乓球 羽毛球 网球 手球 棒球 垒球 橄榄球 气排球 田径 跑步 慢跑 长跑 短跑 跳绳 跳远 毽球 踢毽子 武术 太极拳 游泳 体操 韵律操 健美操 啦啦操 广场舞 舞蹈 轮滑 体能 体能训练 素质练习 拔河 游戏 体育游戏 花样跳绳 八段锦 武术操 自由活动 分组活动 走路 跑操 队列 队列队形 球类'.split(
    ' ',
  )
const places = '室内 室外 户外 操场 体育馆 雨天室内 教室内 在校 校内'.split(' ')
const morning = '上午 早上 早晨 早 晨 清晨 上 午前 课前 晨间 am a.m.'.split(' ')
const afternoon = '下午 中午 午间 午后 傍晚 晚上 晚 课后 放学后 下 pm p.m.'.split(' ')

const labels = new Map<string, { share: Share; half: 'am' | 'pm' | null }>()
for (const name of [...sportNames, ...places]) labels.set(name, { share: 'counts', half: null })
for (const name of morning) labels.set(name, { share: 'counts', half: 'am' })
for (const name of afternoon) labels.set(name, { share: 'counts', half: 'pm' })
// In 体育活动1小时 the hour is the time itself.
for (const [names, share] of shares)
  for (const name of names)
    if (!/(?:小时|分钟)$/.test(name)) labels.set(name.toLowerCase(), { share, half: null })
/** The longest name first, so that 大课间活动 is not read as 大课间. */
const labelsByFirstSign = new Map<string, string[]>()
for (const name of [...labels.keys()].sort((a, b) => b.length - a.length)) {
  const sign = name.slice(0, 1)
  labelsByFirstSign.set(sign, [...(labelsByFirstSign.get(sign) ?? []), name])
}

const words: [RegExp, Word][] = [
  [/\+$/y, 'at-least'],
  [/\+|加上?/y, 'plus'],
  [/[×*]|x(?=\d|[一二两三四五六七八九十])|乘以?/y, 'times'],
  [/-/y, 'dash'],
  [/=|等于/y, 'equals'],
  [
    /(?:分钟|分|min|′)?(?:\/|每)(?:天|日|d(?:ay)?)(?![a-z])|(?:每|一)[天日](?:都|共|均|为|约|各)?/y,
    'per-day',
  ],
  [/\/(?:节课?|课时|课)/y, 'per-lesson'],
  [
    /\/(?:周|月|人|班|学期|年|次|生|年级)|(?:每|一|1)个?(?:周|星期|月|人|班|学期|学年|学生|年级)/y,
    'per-other',
  ],
  [/每(?:一|1)?(?:节|堂)课?/y, 'each-lesson'],
  [/每(?:一|1)?(?:次|回|个|场)/y, 'each-time'],
  [/\//y, 'slash'],
  [/[,、;。]|和|及|以及|与|另外?|并/y, 'sep'],
  [/ |\n/y, 'gap'],
  [/\(/y, 'open'],
  [/\)/y, 'close'],
  [/:/y, 'colon'],
  [
    /(?:达到?|满|足)(?=\d|[一二两三四五六七八九十半])|不少于|不低于|不小于|至少|最少|超过|超|大于等于|大于|多于|高于|≥|>=|=>|>|\+$|以上|及以上|或以上|[多余](?=分|小时|个|节|$)|起$/y,
    'at-least',
  ],
  [/约为|大约|大概|约|左右|上下|差不多|前后|≈/y, 'about'],
  [/将近|接近|近|不足|不到|不满|少于|小于|低于|≤|<=|<|以内|之内|以下|最多|至多|不超过|不多于/y, 'at-most'],
  [/~|至|到/y, 'tilde'],
  [/总共|共计|一共|共有|共|合计|总计|总时长|总时间|总|计/y, 'total'],
  [/不包括|不包含|不含|不计|除去|除|扣除|减去?/y, 'exclude'],
  [/其中|包括|包含|内含|含有|含/y, 'include'],
  [/个?半(?:个)?(?:小时|钟头)(?!半)/y, 'half-hour'],
  [/[又零]/y, 'and'],
  [/半/y, 'half'],
  [
    /[√✓]|已?达标|合格|已?完成|正常开展|正常|已开展|实际|活动时间|活动时长|锻炼时间|运动时间|时长|时间|用时|均|各班|运动|锻炼|活动|体育|开展|上课?|进行|的|为/y,
    'remark',
  ],
]

const units: [RegExp, Unit, boolean?][] = [
  [/分钟|minutes?|mins?\.?|min\.?/y, 'minute'],
  [/分种|分锺|份钟|分中/y, 'minute', true],
  [/分(?![之部])/y, 'minute'],
  [/′|'/y, 'minute'],
  [/个?(?:小时|钟头)|hours?|hrs?\.?|h(?![a-z])/y, 'hour'],
  [/个钟(?!头)/y, 'hour', true],
  [/时(?![间长段])/y, 'soft-hour'],
  [/个?课时/y, 'soft-lesson'],
  [/(?:节|堂)(?:体育与健康课|体育课|体锻课|体活课|体育活动课|课)?/y, 'lesson'],
  [/刻钟?/y, 'quarter'],
  [/秒钟?|″|secs?|s(?![a-z])/y, 'second'],
  [/次|遍|回|趟|场|个/y, 'time'],
  [/米|m(?![a-z])/y, 'metre'],
]

/** The text as tokens, or how much of it could not be explained. */
export function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const found = tokenAt(text, at, tokens.at(-1))
    if (found === null) return null
    tokens.push(found.token)
    at = found.end
  }
  return tokens
}

type Found = { token: Token; end: number }

function tokenAt(text: string, at: number, before: Token | undefined): Found | null {
  if (isDigit(text.charCodeAt(at)))
    return (
      clockAt(text, at) ??
      labelAt(text, at) ??
      // 1周 is a period, no number.
      (text[at] === '1' ? wordAt(text, at) : null) ??
      numberAt(text, at)
    )
  return (
    numberedLabelAt(text, at) ??
    halfLabelAt(text, at) ??
    (afterNumber(before) ? unitAt(text, at) : null) ??
    labelAt(text, at) ??
    wordAt(text, at) ??
    numberAt(text, at) ??
    unitAt(text, at)
  )
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function afterNumber(before: Token | undefined): boolean {
  return before?.is === 'number' || before?.is === 'half'
}

function clockAt(text: string, at: number): Found | null {
  const found = match(
    /(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])|(\d{1,2})[点](?:(\d{1,2})分?|(半)|整|钟)?/y,
    text,
    at,
  )
  if (found === null || /[\d:.]/.test(text[at - 1] ?? '')) return null
  const [whole, hour, minute, second, spoken, past, half] = found
  const token: Token = {
    is: 'clock',
    hour: Number(hour ?? spoken),
    minute: half ? 30 : Number(minute ?? past ?? 0),
    second: Number(second ?? 0),
    spoken: spoken !== undefined,
  }
  return { token, end: at + whole.length }
}

function numberedLabelAt(text: string, at: number): Found | null {
  const found = match(/第[一二三四五六七八九\d]节课?|第[一二三四五六七八九\d]次(?=大?课间)/y, text, at)
  return (
    found && {
      token: { is: 'label', name: found[0], share: 'counts', half: null },
      end: at + found[0].length,
    }
  )
}

/** 半小时 and 一个半小时 must be seen before 半 and 个. */
function halfLabelAt(text: string, at: number): Found | null {
  const mixed = match(/个半(?:个?小时|钟头|钟)/y, text, at)
  if (mixed) return { token: { is: 'hour-and-half' }, end: at + mixed[0].length }
  const half = match(/半个?(?:小时|钟头)|半个钟/y, text, at)
  return half && { token: { is: 'half-hour' }, end: at + half[0].length }
}

function labelAt(text: string, at: number): Found | null {
  const name = labelsByFirstSign
    .get(text[at] ?? '')
    ?.find(candidate => text.startsWith(candidate, at) && !borrows(candidate, text, at + candidate.length))
  if (name === undefined) return null
  const meaning = labels.get(name) ?? { share: 'doubtful' as const, half: null }
  return { token: { is: 'label', name, ...meaning }, end: at + name.length }
}

/** 大课间二 in 大课间二十五分 takes a numeral that belongs to the time. */
function borrows(name: string, text: string, end: number): boolean {
  return /[\d一二]$/.test(name) && partOfTime.test(text.slice(end, end + 2))
}

const partOfTime = new RegExp(`^(?:[\\d.${numeralSigns}]|分|小时|个|节|课时|钟|刻|时|点|h|m|′|×|\\*)`)

function wordAt(text: string, at: number): Found | null {
  for (const [pattern, word] of words) {
    const found = match(pattern, text, at)
    if (found) return { token: { is: word }, end: at + found[0].length }
  }
  return null
}

const chinese = new RegExp(`[${numeralSigns}]+`, 'y')

function numberAt(text: string, at: number): Found | null {
  const arabic = match(/\d+(?:\.\d+)?|\.\d+/y, text, at)
  if (arabic) {
    const [digits] = arabic
    const end = at + digits.length
    if (digits.length > 7 || /[.\d]/.test(text[at - 1] ?? '') || /^\.\d/.test(text.slice(end))) return null
    const odd = /^0\d/.test(digits) || digits.startsWith('.')
    const token: Token = {
      is: 'number',
      value: Number(digits),
      odd,
      decimals: digits.split('.')[1]?.length ?? 0,
    }
    return { token, end }
  }
  const spelled = match(chinese, text, at)
  if (spelled === null || /\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + spelled[0].length] ?? ''))
    return null
  const value = chineseNumber(spelled[0])
  const token: Token = { is: 'number', value: value ?? 0, odd: false, decimals: 0 }
  return value === null ? null : { token, end: at + spelled[0].length }
}

function unitAt(text: string, at: number): Found | null {
  for (const [pattern, unit, odd] of units) {
    const found = match(pattern, text, at)
    if (found) return { token: { is: 'unit', unit, odd: odd ?? false }, end: at + found[0].length }
  }
  return null
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
