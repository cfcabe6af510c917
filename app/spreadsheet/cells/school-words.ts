/** Names so common that they mean a school only beside the county: 初级中学 is what everybody calls the one next door. */
const common =
  /^第?[一二三四五六七八九十]{0,3}(?:初级中学|高级中学|中学|小学|实验小学|实验中学|实验学校|中心小学|中等专业学校|职业高级中学|特殊教育学校|外国语学校)(?:\(?.{1,6}?(?:校区|分校|校部|区|部)\)?)?$/

export function isCommonName(name: string): boolean {
  return common.test(name)
}

const campusBehind = '(?=$|\\(|[\\p{Script=Han}]{1,6}(?:校区|分校)$)'
const longWords: [RegExp, string][] = [
  [/中心校$|中心小学校$/, '中心小学'],
  [new RegExp(`初中${campusBehind}`, 'u'), '初级中学'],
  [new RegExp(`职高${campusBehind}`, 'u'), '职业高级中学'],
  [new RegExp(`高中${campusBehind}`, 'u'), '高级中学'],
  [new RegExp(`实小${campusBehind}`, 'u'), '实验小学'],
  [new RegExp(`实中${campusBehind}`, 'u'), '实验中学'],
  [new RegExp(`(?<!第)([一二三四五六七八九十])中${campusBehind}`, 'u'), '第$1中学'],
  [/([一二三四五六七八九十])附(小|中)$/, '第$1附属$2学'],
  [/附(小|中)$/, '附属$1学'],
  [/^(?:连云港)?师专(?=第|附)/, '连云港师范高等专科学校'],
]

/** The name with its shortened words written out: 东海二中 as 东海第二中学, 城头初中 as 城头初级中学. */
export function spelledOut(name: string): string {
  const numbered = name.replace(/\d{1,2}(?=中|小|附)/g, digits => inWords(Number(digits)))
  return longWords.reduce((text, [short, long]) => text.replace(short, long), numbered)
}

/** 1 to 29; schools are not numbered higher. */
function inWords(value: number): string {
  const unit = ['', ...'一二三四五六七八九'][value % 10] ?? ''
  if (value < 10) return unit
  return value < 30 ? `${value < 20 ? '' : '二'}十${unit}` : String(value)
}
