import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { accept, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { type IndicatorKind, indicatorFigures, indicatorKinds, type LiveFigure } from './indicator.rule.ts'
import { figureWords, kindWords } from './indicators.text.ts'

const kinds = indicatorKinds.map(value => ({ value, names: [kindWords[value]['zh-CN'], value] }))
const figures = indicatorFigures
  .filter(value => value !== '')
  .map(value => ({ value, names: [figureWords[value]['zh-CN'], value] }))

/** The indicators of a version: one row an indicator, known by its code. */
export const indicatorsSheet = defineSheet({
  name: 'indicators',
  version: 1,
  title: { 'zh-CN': '评价指标', en: 'Indicators' },
  columns: {
    code: required({
      header: { 'zh-CN': '代码', en: 'Code' },
      aliases: ['指标代码', '编号'],
      cell: readIndicatorCode,
      write: textCell,
      example: 'B3',
      width: 8,
      hint: { 'zh-CN': '一个字母加数字', en: 'A letter and a number' },
    }),
    title: required({
      header: { 'zh-CN': '指标', en: 'Indicator' },
      aliases: ['指标名称', '评价指标'],
      cell: (cell: Cell | undefined) => readText(cell, 120),
      write: textCell,
      example: '传统项目普及率',
      width: 28,
    }),
    kind: required({
      header: { 'zh-CN': '类别', en: 'Kind' },
      cell: (cell: Cell | undefined) => readChoice<IndicatorKind>(cell, kinds),
      write: (kind: IndicatorKind) => textCell(kindWords[kind]['zh-CN']),
      example: 'score' as IndicatorKind,
      width: 10,
      choices: indicatorKinds.map(kind => kindWords[kind]['zh-CN']),
    }),
    most: optional({
      header: { 'zh-CN': '满分', en: 'Points at most' },
      aliases: ['分值'],
      cell: readPoints,
      write: numberCell,
      example: 8,
      width: 8,
      isEachOwn: true,
      hint: { 'zh-CN': '整数；一票否决项不填', en: 'Whole points; none for a veto' },
    }),
    how: optional({
      header: { 'zh-CN': '评分办法', en: 'How it is scored' },
      aliases: ['评分标准', '评分细则'],
      cell: (cell: Cell | undefined) => readText(cell, 400),
      write: textCell,
      example: '参与学生占在校生比例，80% 得满分',
      width: 40,
    }),
    figure: optional({
      header: { 'zh-CN': '数据来源', en: 'Filled from' },
      cell: (cell: Cell | undefined) => readChoice<LiveFigure>(cell, figures),
      write: (figure: LiveFigure) => textCell(figureWords[figure]['zh-CN']),
      example: 'participation' as LiveFigure,
      width: 18,
      choices: figures.map(({ value }) => figureWords[value]['zh-CN']),
    }),
  },
})

export type IndicatorRecord = RowOf<typeof indicatorsSheet>

/** The code of an indicator, in capitals. */
export function readIndicatorCode(cell: Cell | undefined): Reading<string> {
  const reading = readText(cell, 8)
  return reading.reading === 'accept' ? accept(reading.value.toUpperCase()) : reading
}

function readPoints(cell: Cell | undefined): Reading<number> {
  const text = readText(cell, 20)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text as Reading<number>
  return /^\d{1,3}$/.test(text.value) ? accept(Number(text.value)) : reject('indicator.points-out-of-bounds')
}
