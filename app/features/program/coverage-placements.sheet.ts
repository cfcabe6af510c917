import { openEnd } from '#app/calendar-day.ts'
import { type Locale, say } from '#app/i18n/text.ts'
import { plainColumn } from '#app/spreadsheet/plain-column.ts'
import { defineSheet, type RowOf } from '#app/spreadsheet/sheet.ts'
import { coverageText } from './coverage.text.ts'
import type { ExplainedPlacement } from './explain-coverage.server.ts'
import { livingText, whyNotLivingWords } from './living.text.ts'

/** The placements behind the coverage, each with what it counts for and whether it lives: to be read, not imported. */
export const coveragePlacementsSheet = defineSheet({
  name: 'coverage-placements',
  version: 1,
  title: livingText.sheetTitle,
  columns: {
    unit: plainColumn('单位', 'Unit', '东海县', 14),
    code: plainColumn('学校标识码', 'School code', '2132000001', 14),
    school: plainColumn('学校', 'School', '东海县试验小学', 26),
    sport: plainColumn('项目', 'Sport', '足球', 12),
    stage: plainColumn('学段', 'Stage', '小学', 8),
    counts: plainColumn('是否计入', 'Counts', '计入', 12),
    living: plainColumn('是否活跃', 'Lives', '活跃', 10),
    why: plainColumn('未活跃原因', 'Why not', '没有指导人员', 36),
    instructors: plainColumn('指导人员', 'Instructors', '王教练', 18),
    validFrom: plainColumn('起始日期', 'From', '2024-09-01', 12),
    validTo: plainColumn('终止日期', 'Until', '', 12),
  },
})

type PlacementRecord = RowOf<typeof coveragePlacementsSheet>

/** The explained placements of one unit as rows of the sheet. */
export function placementRecords(
  locale: Locale,
  unit: string,
  sportName: (code: string) => string,
  placements: readonly ExplainedPlacement[],
): PlacementRecord[] {
  return placements.map(one => ({
    unit,
    code: one.code,
    school: one.name,
    sport: sportName(one.sport),
    stage: say(locale, coverageText.stage[one.stage]),
    counts: say(locale, one.whyNot === null ? coverageText.counts : coverageText.whyNot[one.whyNot]),
    living: one.life === null ? null : say(locale, one.life.lives ? livingText.living : livingText.notLiving),
    why: one.life === null ? null : whyNotLivingWords(locale, one.life.why) || null,
    instructors: one.instructors.join('、') || null,
    validFrom: one.validFrom,
    validTo: one.validTo === openEnd ? null : one.validTo,
  }))
}
