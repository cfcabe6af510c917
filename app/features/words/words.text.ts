import { type Locale, type Message, plural, say } from '#app/i18n/text.ts'
import type { ProblemValues } from '#app/spreadsheet/reading.ts'
import type { WordKind, WordOwnerKind } from '#db/tables.ts'
import type { WordRefusal } from './keep-words.server.ts'

export const wordKindWords = {
  sport: { 'zh-CN': '运动项目', en: 'Sport' },
  'activity-kind': { 'zh-CN': '活动类型', en: 'Kind of activity' },
  'venue-kind': { 'zh-CN': '场地类型', en: 'Kind of venue' },
} satisfies Record<WordKind, Message>

export const ownerWords = {
  school: { 'zh-CN': '本校', en: 'The school' },
  unit: { 'zh-CN': '单位', en: 'The unit' },
  city: { 'zh-CN': '全市', en: 'The city' },
} satisfies Record<WordOwnerKind, Message>

/** The words of the value dictionary. */
export const wordsText = {
  title: { 'zh-CN': '词语对照', en: 'Dictionary of words' },
  answer: {
    'zh-CN': ({ count }) => `已记住 ${count} 个词语，上传时直接认得；学校的优先，其次单位、全市。`,
    en: ({ count }) =>
      `${count} ${plural(count, 'word is', 'words are')} read without asking; a school's own come first, then its unit's, then the city's.`,
  } satisfies Message<{ count: number }>,
  own: { 'zh-CN': '自己的词语', en: 'Our own words' },
  ofSchools: { 'zh-CN': '学校的词语', en: 'Words of schools' },
  ofUnits: { 'zh-CN': '单位的词语', en: 'Words of units' },
  wider: { 'zh-CN': '上级的词语', en: 'Words of the unit and the city' },
  ofCity: { 'zh-CN': '全市的词语', en: 'Words of the city' },
  nothing: {
    'zh-CN': '还没有词语。上传时遇到不认识的写法，选一次即可记住。',
    en: 'No word yet. When an upload holds one that is not known, choose once and it is kept.',
  },
  kind: { 'zh-CN': '类别', en: 'Kind' },
  word: { 'zh-CN': '词语', en: 'Word' },
  wordHint: { 'zh-CN': '表格里的写法，如 校足', en: 'As the sheets have it, such as 校足' },
  meaning: { 'zh-CN': '含义', en: 'Means' },
  whose: { 'zh-CN': '范围', en: 'Whose' },
  addedBy: { 'zh-CN': '登记人', en: 'By' },
  updated: { 'zh-CN': '时间', en: 'When' },
  what: { 'zh-CN': '操作', en: 'Actions' },
  choose: { 'zh-CN': '请选择', en: 'Please choose' },
  add: { 'zh-CN': '登记词语', en: 'Add a word' },
  save: { 'zh-CN': '保存', en: 'Save' },
  saved: { 'zh-CN': '已保存，下次上传起生效。', en: 'Saved; it holds from the next upload on.' },
  removed: {
    'zh-CN': '已删除；再遇到这个写法会重新询问。',
    en: 'Removed; the next upload with it will ask again.',
  },
  promoted: { 'zh-CN': '已推广。', en: 'Made known to all.' },
  change: { 'zh-CN': '修改', en: 'Change' },
  changeWord: { 'zh-CN': '修改含义', en: 'Change what it means' },
  remove: { 'zh-CN': '删除', en: 'Remove' },
  toUnit: { 'zh-CN': '推广到本单位', en: 'Make known to the unit' },
  toCity: { 'zh-CN': '推广到全市', en: 'Make known to the city' },
  importExcel: { 'zh-CN': '导入 Excel', en: 'Import from Excel' },
  exportExcel: { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  template: { 'zh-CN': '下载模板', en: 'Template' },
  notPromoted: {
    'zh-CN': '上级对这个词语另有含义，没有推广。',
    en: 'The word means something else there; it was not made known.',
  },
} as const

const prefix = 'word.'

const problems = {
  'word-missing': { 'zh-CN': () => '请填写词语。', en: () => 'Please give a word.' },
  'word-too-long': {
    'zh-CN': () => '词语最长 30 字。',
    en: () => 'A word has at most 30 signs.',
  },
  'not-a-word': {
    'zh-CN': () => '数字、日期、时长不能登记为词语。',
    en: () => 'A number, a day or a time is no word.',
  },
  'meaning-unknown': {
    'zh-CN': () => '没有这个含义，请填标准名称或代码。',
    en: () => 'There is no such value; please give its name or code.',
  },
  'known-already': {
    'zh-CN': () => '系统已经认得这个写法，不用登记。',
    en: () => 'It is known already; there is nothing to add.',
  },
  'is-a-name': {
    'zh-CN': () => '它本身就是另一项的标准名称，不能改指别的。',
    en: () => 'It is itself the name of another value and cannot mean this one.',
  },
  'several-values': {
    'zh-CN': () => '里面写了不止一项，请在表格中分开填写。',
    en: () => 'It names more than one value; please write them apart in the sheet.',
  },
  'says-otherwise': {
    'zh-CN': () => '这个写法本身说的是别的（如眼保健操、未开展），不能按此计入。',
    en: () => 'The word itself says something else (eye exercise, not held) and cannot count as this.',
  },
  'meant-otherwise': {
    'zh-CN': () => '这个词语已登记为别的含义，请在列表中修改。',
    en: () => 'The word is entered with another meaning; please change it in the list.',
  },
  'kind-first': { 'zh-CN': () => '请先填写类别。', en: () => 'Please give the kind first.' },
  'place-unknown': {
    'zh-CN': () => '没有这个单位或学校，或不归您管理。',
    en: () => 'No such unit or school of yours.',
  },
  'not-allowed': {
    'zh-CN': () => '学校登记自己的词语，单位登记本单位和所属学校的，全市的由市级登记。',
    en: () => 'A school keeps its own words, a unit its own and its schools’, the city the rest.',
  },
  twice: {
    'zh-CN': ({ rows }) => `与第 ${rows} 行是同一词语，请只保留正确的一行。`,
    en: ({ rows }) => `Row ${rows} gives the same word; please keep the right one.`,
  },
} satisfies Record<string, Message<ProblemValues>>

/** The sentence for a problem of the sheet of words; null when the code belongs to somebody else. */
export function wordSheetProblem(locale: Locale, code: string, values: ProblemValues = {}): string | null {
  const own = code.startsWith(prefix) ? code.slice(prefix.length) : ''
  return own in problems ? say(locale, problems[own as keyof typeof problems], values) : null
}

/** Why a word that was entered by hand is not kept. */
export function wordRefusal(locale: Locale, refusal: WordRefusal): string {
  return say(locale, problems[refusal], {})
}
