const invisible = /\p{Cf}|\p{Cc}|\u034f|[\ufe00-\ufe0f]|[\u115f\u1160\u3164\uffa0\ufffc]/gu

const fractions: Record<string, string> = { '½': '.5', '¼': '.25', '¾': '.75' }

/** Traditional and variant characters of the words that readers know. */
const variants = new Map(
  Array.from(
    '級级個个箇个學学時时鐘钟鍾钟點点節节課课間间體体動动練练週周號号兩两貳贰參参陸陆無无場场與与應应實实請请導导團团隊队賽赛訓训東东縣县區区灣湾連连雲云贛赣開开發发業业師师範范專专門门園园達达標标聯联運运會会後后務务總总約约於于內内氣气陽阳長长鍛锻煉炼興兴組组農农員员數数輪轮雙双單单優优試试測测雞鸡馬马廣广場场樓楼劇剧島岛臨临師师職职業业醫医術术圖图書书館馆對对將将進进過过還还這这歲岁從从幾几億亿萬万缺缺歸归歷历傷伤續续遊游籃篮網网羅罗極极劍剑繩绳鍵键舞舞龍龙獅狮參参選选報报類类別别墟墟溝沟頭头橋桥張张櫃柜離离鎮镇鄉乡順顺義义塘塘嶺岭嶼屿島岛島岛閘闸陸陆關关來来當当為为說说計计佔占陰阴測测驗验習习補补佈布備备註注遲迟傳传統统繼继辦办農农禮礼見见聽听們们於于卻却錄录徑径蒼苍黃黄莊庄歡欢駝驼厲厉豐丰車车孫孙祿禄湯汤陳陈楊杨國国際际圍围競竞欖榄壘垒擊击躍跃滾滚鐵铁環环蹺跷屬属藝艺衛卫衝冲騎骑撐撑樂乐貝贝勝胜樹树華华'.match(
      /../gu,
    ) ?? [],
    (pair): [string, string] => [pair.slice(0, 1), pair.slice(1)],
  ),
)

const signs: Record<string, string> = {
  '〜': '~',
  '∼': '~',
  '˜': '~',
  '∽': '~',
  '•': '·',
  '‧': '·',
  '∙': '·',
  '⋅': '·',
  '・': '·',
  '●': '·',
  '∕': '/',
  '⁄': '/',
  '✕': '×',
  '✖': '×',
  '╳': '×',
  '⨯': '×',
  '∗': '*',
  '≧': '≥',
  '≦': '≤',
  '⩾': '≥',
  '⩽': '≤',
  '∶': ':',
  '‘': "'",
  '’': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '⺟': '母',
}

const dashes = /[\u2010-\u2015\u2212\u2500\u2501\u2043\u30fc\u02c9\u00af\u2e3a\u2e3b]/g

/**
 * The text in one form: NFKC, no invisible signs, simplified characters, one kind of dash, tilde, dot and quote, single
 * spaces, '\n' between lines, trimmed. Signs that NFKC would glue to their neighbours keep apart: ② is (2), ½ is 0.5,
 * a superscript ² is ^2. Brackets other than round ones are left for the readers. Idempotent.
 */
export function normalise(raw: string): string {
  if (alreadyPlain.test(raw)) return raw
  const known = recent.get(raw)
  if (known !== undefined) return known
  const text = rewritten(raw)
  if (raw.length > longestKept) return text
  if (recent.size >= mostKept) recent.clear()
  recent.set(raw, text)
  return text
}

/** Printable ASCII without anything to tidy stands for itself. */
const alreadyPlain = /^(?!.*(?: {2}|--|~~))(?:[!-^a-~](?:[ -^a-~]*[!-^a-~])?)?$/

/** A column repeats few texts many times, and each is read more than once. */
const recent = new Map<string, string>()
const mostKept = 4096
const longestKept = 64

function rewritten(raw: string): string {
  let text = raw.replace(/_x000[dD]_/g, '\n').replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, '\n')
  text = text
    .replace(/\t/g, ' ')
    .replace(/\n/g, '\ue000')
    .replace(invisible, '')
    .replace(/\ue000/g, '\n')
  text = text.replace(
    /([\d０-９]?)([½¼¾])/g,
    (_, whole: string, part: string) => `${whole || '0'}${fractions[part]}`,
  )
  text = Array.from(text, apart).join('').normalize('NFKC')
  text = text.replace(invisible, sign => (sign === '\n' ? sign : ''))
  text = Array.from(text, sign => variants.get(sign) ?? signs[sign] ?? sign).join('')
  text = text.replace(dashes, '-').replace(/-{2,}/g, '-').replace(/~{2,}/g, '~')
  text = text.replace(/[○◯](?=[〇零一二三四五六七八九])|(?<=[〇零一二三四五六七八九])[○◯]/g, '〇')
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** What NFKC would make of one sign, kept from running into the digits beside it. */
function apart(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0x4e00 && code <= 0x9fff)) return sign
  const plain = sign.normalize('NFKC')
  const circled = (code >= 0x2460 && code <= 0x2473) || (code >= 0x24ea && code <= 0x24ff)
  const dingbat = (code >= 0x2776 && code <= 0x2793) || (code >= 0x3251 && code <= 0x325f)
  if (circled || (code >= 0x32b1 && code <= 0x32bf)) return `(${circledNumber(code, plain)})`
  if (dingbat) return code < 0x3251 ? `(${((code - 0x2776) % 10) + 1})` : `(${plain})`
  if (code >= 0x3280 && code <= 0x3289) return `(${plain})`
  if (/[²³¹⁰⁴-⁹₀-₉]/u.test(sign)) return `^${plain}`
  return plain.length > 1 && /\d/.test(plain) && !plain.startsWith('(') ? ` ${plain} ` : sign
}

/** The white-on-black and double circles have no decomposition. */
function circledNumber(code: number, plain: string): string {
  if (code >= 0x24eb && code <= 0x24f4) return String(code - 0x24eb + 11)
  if (code >= 0x24f5 && code <= 0x24fe) return String(code - 0x24f5 + 1)
  return code === 0x24ff ? '0' : plain
}

const brackets: Record<string, string> = {
  '[': '(',
  ']': ')',
  '{': '(',
  '}': ')',
  '〈': '(',
  '〉': ')',
  '《': '(',
  '》': ')',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '「': '(',
  '」': ')',
  '『': '(',
  '』': ')',
  '〖': '(',
  '〗': ')',
  '<': '(',
  '>': ')',
}

/** All brackets made round; `unusual` tells whether any was not. Angle signs count only as a pair. */
export function roundBrackets(text: string): { text: string; unusual: boolean } {
  const pairs = /<[^<>]*>/.test(text)
    ? /[[\]{}〈〉《》【】〔〕「」『』〖〗<>]/g
    : /[[\]{}〈〉《》【】〔〕「」『』〖〗]/g
  const round = text.replace(pairs, sign => brackets[sign] ?? sign)
  return { text: round, unusual: round !== text }
}

/** Drops the spaces that carry no meaning: all but those between two digits. */
export function compact(text: string): string {
  return text.replace(/(?<!\d) +| +(?!\d)/g, '')
}
