import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { accept, ask, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { WordKind } from '#db/tables.ts'
import { longestWord, type Meaning, meaningCalled, type Vocabularies, wordKinds } from './word.rule.ts'
import { wordKindWords } from './words.text.ts'

/** What the readers of the sheet know: all values that words may mean, and how names compare. */
interface WordsContext {
  vocabularies: Vocabularies
  keyOf: (name: string) => string
  closeTo: (kind: WordKind, name: string) => Meaning[]
}

export interface MeaningRef {
  code: string
  name: string
}

const kinds = wordKinds.map(value => ({ value, names: [wordKindWords[value]['zh-CN'], value] }))

function readWordKind(cell: Cell | undefined): Reading<WordKind> {
  return readChoice<WordKind>(cell, kinds)
}

/** The value by its name, its code or an alias that is built in; which names there are depends on the row's kind. */
function readMeaning(
  cell: Cell | undefined,
  { vocabularies, keyOf, closeTo }: WordsContext,
  row: Readonly<Record<string, Cell | undefined>>,
): Reading<MeaningRef> {
  const text = readText(cell, 60)
  if (text.reading === 'ask') return ask(text.code, text.values)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text
  const kind = readWordKind(row.kind)
  if (kind.reading !== 'accept') return reject('word.kind-first')
  const meaning = meaningCalled(vocabularies[kind.value], keyOf(text.value))
  if (meaning !== undefined) return accept({ code: meaning.code, name: meaning.name })
  const close = closeTo(kind.value, text.value).map(({ code, name }) => ({ code, name }))
  return close.length > 0 ? ask('word.meaning-unknown', {}, close) : reject('word.meaning-unknown')
}

/** The value dictionary: one row a word, known by whose it is, its kind and the word. */
export const wordsSheet = defineSheet({
  name: 'words',
  version: 1,
  title: { 'zh-CN': '词语对照', en: 'Dictionary of words' },
  prefilled: ['place'],
  columns: {
    place: optional({
      header: { 'zh-CN': '范围', en: 'Whose' },
      aliases: ['适用范围', '学校标识码', '单位代码'],
      cell: (cell: Cell | undefined) => readText(cell, 20),
      write: textCell,
      example: '2132000001',
      width: 14,
      hint: {
        'zh-CN': '空白即本校、本单位或全市；也可填单位代码或学校标识码',
        en: 'Empty: your own; or the code of a unit or a school',
      },
    }),
    kind: required({
      header: { 'zh-CN': '类别', en: 'Kind' },
      aliases: ['种类', '词语类别'],
      cell: (cell: Cell | undefined) => readWordKind(cell),
      write: (kind: WordKind) => textCell(wordKindWords[kind]['zh-CN']),
      example: 'sport' as WordKind,
      width: 12,
      choices: wordKinds.map(kind => wordKindWords[kind]['zh-CN']),
    }),
    word: required({
      header: { 'zh-CN': '词语', en: 'Word' },
      aliases: ['写法', '表中写法'],
      cell: (cell: Cell | undefined) =>
        cell?.type === 'number' ? reject('word.not-a-word') : readText(cell, longestWord),
      write: textCell,
      example: '校足',
      width: 16,
      isEachOwn: true,
      hint: { 'zh-CN': '表格里的写法，如 校足', en: 'As the sheets have it, such as 校足' },
    }),
    meaning: required({
      header: { 'zh-CN': '含义', en: 'Means' },
      aliases: ['对应', '标准名称'],
      cell: readMeaning,
      write: (meaning: MeaningRef) => textCell(meaning.name),
      example: { code: 'football', name: '足球' },
      width: 16,
      hint: { 'zh-CN': '标准名称或代码，如 足球', en: 'Its name or code, such as football' },
    }),
  },
})

export type WordRecord = RowOf<typeof wordsSheet>
