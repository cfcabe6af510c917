import { readIndicatorCode } from '#app/features/designation/indicators.sheet.ts'
import { schoolColumn } from '#app/features/schools/shared-columns.ts'
import { readSports, type SportContext, type SportRef } from '#app/features/sports/sport-column.ts'
import { readChoice } from '#app/spreadsheet/cells/choice.ts'
import { formatMeans } from '#app/spreadsheet/cells/opening.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { accept, blank, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import type { TitleApplicationState } from '#db/tables.ts'
import { longestEvidence, longestStatement, readPoints } from './self-score.rule.ts'
import { titleStateWords } from './title-application-states.text.ts'
import { titleApplicationText as text } from './title-applications.text.ts'

export interface BatchRef {
  id: string
  name: string
}

/** What the reader of a batch knows: those that are announced, and how names compare. */
interface BatchContext {
  batches: readonly BatchRef[]
  keyOf: (name: string) => string
}

/** What a cell says of an indicator: points in hundredths, or of a veto whether it applies. */
export type SaidPoints = { points: number } | { applies: boolean }

const vetoes = [
  { value: true, names: [text.vetoYes['zh-CN']] },
  { value: false, names: [text.vetoNo['zh-CN']] },
]
/** Weighted points would be others than those of the indicator. */
const otherMeasure = /折算|折合|加权|[%％]/
const once = {
  'zh-CN': '在该校任一行填写一次；空白不改',
  en: 'Once, in any row of the school; empty changes nothing',
}

/** Applications for titles: one row an application and indicator, so that a school only enters its points. */
export const titleApplicationsSheet = defineSheet({
  name: 'title-applications',
  version: 1,
  title: text.title,
  prefilled: ['batch', 'code', 'school', 'indicator', 'title', 'most'],
  columns: {
    batch: required({
      header: text.batch,
      aliases: ['申报批次', '命名批次'],
      cell: (cell: Cell | undefined, context: BatchContext) => readBatch(cell, context),
      write: (batch: BatchRef) => textCell(batch.name),
      example: { id: '', name: '2027年第一批' },
      width: 16,
    }),
    code: required(schoolColumn),
    school: optional({
      header: { 'zh-CN': '学校名称', en: 'School' },
      cell: (cell: Cell | undefined) => readText(cell, 120),
      write: textCell,
      example: '东海县实验小学',
      width: 20,
      hint: { 'zh-CN': '填写则须与标识码一致', en: 'Where given it must be that of the code' },
    }),
    sports: optional({
      header: text.sports,
      aliases: ['项目', '运动项目', '特色项目'],
      cell: (cell: Cell | undefined, context: SportContext) => readSports(cell, context),
      write: (sports: SportRef[]) => textCell(sports.map(sport => sport.name).join('、')),
      example: [{ code: 'wushu', name: '武术' }],
      width: 16,
      hint: {
        'zh-CN': `多个用顿号隔开，${once['zh-CN']}`,
        en: `Several are parted by 、. ${once.en}`,
      },
    }),
    statement: optional({
      header: text.statement,
      aliases: ['申报理由'],
      cell: (cell: Cell | undefined) => readText(cell, longestStatement),
      write: textCell,
      example: '武术进校园八年，校队常年训练',
      width: 30,
      hint: once,
    }),
    indicator: required({
      header: { 'zh-CN': '指标代码', en: 'Indicator code' },
      aliases: ['指标编号'],
      cell: readIndicatorCode,
      write: textCell,
      example: 'B3',
      width: 9,
    }),
    title: optional({
      header: text.indicator,
      aliases: ['指标名称', '评价指标'],
      cell: (cell: Cell | undefined) => readText(cell, 200),
      write: textCell,
      example: '传统项目普及率',
      width: 26,
      hint: { 'zh-CN': '填写则须与代码一致', en: 'Where given it must be that of the code' },
    }),
    most: optional({
      header: text.most,
      cell: (): Reading<number> => blank,
      write: (most: number) => (most === 0 ? textCell(text.veto['zh-CN']) : numberCell(most)),
      example: 8,
      width: 8,
      hint: { 'zh-CN': '仅供参考，不导入', en: 'To look at; not imported' },
    }),
    points: optional({
      header: text.points,
      aliases: ['自评', '自评得分'],
      cell: readSaidPoints,
      write: (said: SaidPoints) =>
        'points' in said
          ? numberCell(said.points / 100)
          : textCell((said.applies ? text.vetoYes : text.vetoNo)['zh-CN']),
      example: { points: 750 } as SaidPoints,
      width: 9,
      isEachOwn: true,
      notHeaded: otherMeasure,
      hint: {
        'zh-CN': '不超过满分，最多两位小数；一票否决项填“存在”或“不存在”；空白不改',
        en: 'At most two decimals; of a veto 存在 (applies) or 不存在; empty changes nothing',
      },
    }),
    evidence: optional({
      header: text.evidence,
      aliases: ['佐证', '佐证材料'],
      cell: (cell: Cell | undefined) => readText(cell, longestEvidence),
      write: textCell,
      example: '见附件 A4 经费决算',
      width: 30,
      hint: { 'zh-CN': '空白不改', en: 'Empty changes nothing' },
    }),
    state: optional({
      header: text.state,
      cell: (): Reading<TitleApplicationState> => blank,
      write: (state: TitleApplicationState) => textCell(titleStateWords[state]['zh-CN']),
      example: 'DRAFT' as TitleApplicationState,
      width: 10,
      hint: { 'zh-CN': '仅供参考，不导入', en: 'To look at; not imported' },
    }),
  },
})

export type TitleApplicationRecord = RowOf<typeof titleApplicationsSheet>

function readBatch(cell: Cell | undefined, { batches, keyOf }: BatchContext): Reading<BatchRef> {
  const name = readText(cell, 80)
  if (name.reading !== 'accept' && name.reading !== 'warn') return name as Reading<BatchRef>
  const alike = batches.filter(batch => keyOf(batch.name) === keyOf(name.value))
  const found = alike.find(batch => batch.name === name.value) ?? (alike.length === 1 ? alike[0] : undefined)
  return found === undefined
    ? reject('title-application.batch-unknown')
    : accept({ id: found.id, name: found.name })
}

/** What the file holds, not what its format shows: 7.996 shown as 8.00 stays so, and no third decimal is cut. */
function readSaidPoints(cell: Cell | undefined): Reading<SaidPoints> {
  const malformed = reject<SaidPoints>('title-application.points-malformed')
  if (cell?.type === 'number') {
    const points = formatMeans(cell.format) === 'plain' ? readPoints(plainNumber(cell.value)) : undefined
    return typeof points === 'number' ? accept({ points }) : malformed
  }
  const said = readText(cell, 40)
  if (said.reading !== 'accept' && said.reading !== 'warn') return said as Reading<SaidPoints>
  const points = readPoints(said.value.replace(/分$/, ''))
  if (typeof points === 'number') return accept({ points })
  if (/\d/.test(said.value)) return malformed
  const veto = readChoice(cell, vetoes)
  if (veto.reading === 'accept') return accept({ applies: veto.value })
  return malformed
}

/** 85.10000000000001 is 85.1. */
function plainNumber(value: number): string {
  return String(Number(value.toFixed(8)))
}
