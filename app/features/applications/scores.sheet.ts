import { formatMeans } from '#app/spreadsheet/cells/opening.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { textCell } from '#app/spreadsheet/cells-to-write.ts'
import { type Cell, rawOf } from '#app/spreadsheet/grid.ts'
import { accept, type Reading, reject } from '#app/spreadsheet/reading.ts'
import { defineSheet, optional, type RowOf, required } from '#app/spreadsheet/sheet.ts'
import { spoken } from './application-number.rule.ts'
import { halfWidth, readScore, type Score, scoreText } from './score.rule.ts'

/** A score as a cell has it: absent is a value too, an empty cell says nothing. */
interface ScoreCell {
  score: Score
}

const absent = '缺考'
/** Weighted parts and scores out of another maximum than 100: as raw scores they would be wrong. */
const otherMeasure = /折算|折合|折后|加权|占|[%％]|满分(?!\D{0,3}100(?!\d))|(?<!\d)(?!100分)\d+分/

function scoreColumn(zh: string, en: string, aliases: string[], example: Score) {
  return optional({
    header: { 'zh-CN': zh, en },
    aliases,
    cell: (cell: Cell | undefined): Reading<ScoreCell> => {
      if (cell?.type === 'number' && formatMeans(cell.format) !== 'plain') return reject('score.no-score')
      const text = readText(cell, 40)
      if (text.reading !== 'accept' && text.reading !== 'warn') return text as Reading<ScoreCell>
      const read = readScore(cell?.type === 'number' ? plainNumber(cell.value) : text.value)
      return read.ok ? accept({ score: read.score }) : reject(`score.${read.refusal}`)
    },
    write: ({ score }: ScoreCell) => textCell(score === null ? absent : scoreText(score)),
    example: { score: example },
    width: 10,
    isEachOwn: true,
    notHeaded: otherMeasure,
    hint: {
      'zh-CN': '0 至 100，最多两位小数；缺考填“缺考”，空白不登记',
      en: '0 to 100 with at most two decimals, 缺考 for absent; empty enters nothing',
    },
  })
}

/** Scores of candidates: one row a person, found by the application number. */
export const scoresSheet = defineSheet({
  name: 'scores',
  version: 1,
  title: { 'zh-CN': '应聘成绩', en: 'Scores of candidates' },
  prefilled: ['number', 'name', 'post'],
  columns: {
    number: required({
      header: { 'zh-CN': '报名号', en: 'Application number' },
      aliases: ['准考证号', '报名编号', '应聘编号'],
      cell: readNumber,
      write: (number: string) => textCell(spoken(number)),
      example: '260123456789',
      width: 18,
      hint: { 'zh-CN': '12 位数字', en: '12 digits' },
    }),
    name: optional({
      header: { 'zh-CN': '姓名', en: 'Name' },
      aliases: ['考生姓名', '应聘人'],
      cell: (cell: Cell | undefined) => readText(cell, 60),
      write: textCell,
      example: '王海燕',
      width: 12,
      hint: { 'zh-CN': '填写则须与报名一致', en: 'Where given it must be that of the application' },
    }),
    post: optional({
      header: { 'zh-CN': '岗位编号', en: 'Post' },
      aliases: ['岗位'],
      cell: (cell: Cell | undefined) => readText(cell, 40),
      write: textCell,
      example: '2026-017',
      width: 12,
    }),
    written: scoreColumn('笔试', 'Written', ['笔试成绩', '笔试分数'], 8050),
    skill: scoreColumn('技能', 'Skill', ['技能成绩', '技能测试', '面试', '面试成绩', '试讲'], 9000),
    extra: scoreColumn('加试', 'Extra', ['加试成绩'], 8825),
  },
})

/** What the file holds, not what its format shows: 59.996 shown as 60.00 stays so; 85.10000000000001 is 85.1. */
function plainNumber(value: number): string {
  return String(Number(value.toFixed(8)))
}

export type ScoreRecord = RowOf<typeof scoresSheet>

function readNumber(cell: Cell | undefined): Reading<string> {
  const text = readText(cell, 40)
  if (text.reading !== 'accept' && text.reading !== 'warn') return text as Reading<string>
  const digits = halfWidth(cell?.type === 'number' ? rawOf(cell) : text.value).replaceAll(/[\s-]/g, '')
  return /^\d{12}$/.test(digits) ? accept(digits) : reject('score.no-number')
}
