import { compact, normalise, roundBrackets } from '#app/spreadsheet/cells/normalise.ts'

const lead =
  /^(?:(?:特色|传统|运动|体育|布局|重点)?项目:)?(?:校级|校)?(?:(?:少儿|儿童|青少年)(?!体操))?(?:男女|男子|女子|男|女)?(?:3(?:v|x|对)3)?/i
const tail = /(?:代表队|校队|队训练|训练队|队|社团|俱乐部|兴趣小组|兴趣班|训练|运动|项目|类)$/
const doubtful = /不|非|无|没|未|停|取消|改|原|拟|或|含|及|和/

/** What a text says of one sport. */
export interface SportSaid {
  /** As it stands, in one form: width, traditional characters and brackets make no difference. */
  whole: string
  /** Without what schools add to a sport: 校, 男子, 队, 社团, a note in brackets; null when the note is in doubt. */
  bare: string | null
  /** The note and the name together: 体操（快乐） may be 快乐体操. */
  withNote: string[]
}

/** The names by which a text may mean a sport. */
export function sportSaid(text: string): SportSaid {
  const whole = compact(roundBrackets(normalise(text)).text).replace(/[。,;:]$/, '')
  const [, named = whole, note = ''] = /^(.+?)\(([^()]*)\)$/.exec(whole) ?? []
  const bare = spelledOut(named).replace(lead, '').replace(tail, '')
  if (doubtful.test(note)) return { whole, bare: null, withNote: [] }
  return { whole, bare, withNote: note === '' ? [] : [note, note + bare, bare + note] }
}

/** 女足 is 女子足球, 沙排 is 沙滩排球. */
function spelledOut(name: string): string {
  return name
    .replace(/^([男女]子?)([足篮排])(?=队?$)/, '$1$2球')
    .replace(/^沙([足篮排])$/, '沙滩$1球')
    .replace(/^气排$/, '气排球')
}
