import { readCount } from '#app/spreadsheet/cells/count.ts'
import { readText } from '#app/spreadsheet/cells/text.ts'
import { numberCell, textCell } from '#app/spreadsheet/cells-to-write.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { defineSheet, optional, type RowOf } from '#app/spreadsheet/sheet.ts'
import type { CoverageReport } from './read-coverage.server.ts'

const text = (zh: string, en: string, example: string, width: number) =>
  optional({
    header: { 'zh-CN': zh, en },
    cell: (cell: Cell | undefined) => readText(cell),
    write: textCell,
    example,
    width,
  })

const count = (zh: string, en: string, example: number) =>
  optional({
    header: { 'zh-CN': zh, en },
    cell: (cell: Cell | undefined) => readCount(cell, {}),
    write: (value: number) => numberCell(value),
    example,
    width: 10,
  })

/** The coverage as a table: a line for each unit as a whole, then one for each of its sports. */
export const coverageSheet = defineSheet({
  name: 'coverage',
  version: 1,
  title: { 'zh-CN': '5621 覆盖', en: '5621 coverage' },
  columns: {
    unitCode: text('单位代码', 'Unit code', '320722', 10),
    unit: text('单位', 'Unit', '东海县', 14),
    sport: text('项目', 'Sport', '足球', 14),
    verdict: text('结论', 'Verdict', '达标', 10),
    gap: count('缺口', 'Lacking', 0),
    sportsMet: count('达标项目数', 'Sports met', 4),
    sportsLiving: count('其中活跃', 'Sports living', 2),
    primaryHave: count('小学现有', 'Primary: have', 6),
    primaryNeed: count('小学应有', 'Primary: need', 6),
    primaryLiving: count('小学活跃', 'Primary: living', 5),
    juniorHave: count('初中现有', 'Junior: have', 2),
    juniorNeed: count('初中应有', 'Junior: need', 2),
    juniorLiving: count('初中活跃', 'Junior: living', 2),
    seniorHave: count('高中现有', 'Senior: have', 1),
    seniorNeed: count('高中应有', 'Senior: need', 1),
    seniorLiving: count('高中活跃', 'Senior: living', 0),
    living: text('按活跃布点', 'By living placements', '未达标', 12),
  },
})

export type CoverageRecord = RowOf<typeof coverageSheet>

/**
 * The figures of a report, the same as on the page, as rows of the sheet. Units that do not carry the plan follow with
 * their sports, without a verdict of their own.
 */
export function coverageRecords(
  report: CoverageReport,
  locale: 'zh-CN' | 'en',
  words: { total: string; met: string; short: string },
): CoverageRecord[] {
  const carries = new Set(report.units)
  return [...report.units, ...report.others].flatMap(unit => {
    const name = locale === 'en' ? unit.nameEn : unit.name
    const isJudged = carries.has(unit)
    const verdict = (met: boolean) => (met ? words.met : words.short)
    const whole: CoverageRecord = {
      unitCode: unit.code,
      unit: name,
      sport: words.total,
      verdict: isJudged ? verdict(unit.met) : null,
      gap: isJudged ? unit.gap : null,
      sportsMet: unit.sportsMet,
      sportsLiving: unit.sportsLiving,
      primaryHave: null,
      primaryNeed: null,
      primaryLiving: null,
      juniorHave: null,
      juniorNeed: null,
      juniorLiving: null,
      seniorHave: null,
      seniorNeed: null,
      seniorLiving: null,
      living: isJudged ? verdict(unit.livingMet) : null,
    }
    const lines = unit.sports.map(({ code, met, gap, living, stages }) => ({
      ...whole,
      sport: (locale === 'en' ? report.sports.get(code)?.nameEn : report.sports.get(code)?.name) ?? code,
      verdict: verdict(met),
      gap,
      sportsMet: null,
      sportsLiving: null,
      primaryHave: stages.primary.have,
      primaryNeed: stages.primary.need,
      primaryLiving: stages.primary.living,
      juniorHave: stages.junior.have,
      juniorNeed: stages.junior.need,
      juniorLiving: stages.junior.living,
      seniorHave: stages.senior.have,
      seniorNeed: stages.senior.need,
      seniorLiving: stages.senior.living,
      living: verdict(living),
    }))
    return [whole, ...lines]
  })
}
