import { inCity, schoolYearOf } from '#app/calendar-day.ts'
import { kindNames } from '#app/features/activity/activity.text.ts'
import { className, gradeName } from '#app/features/schools/class-name.rule.ts'
import type { Locale } from '#app/i18n/text.ts'
import { say } from '#app/i18n/text.ts'
import type { ActivityKind } from '#app/spreadsheet/cells/kind.ts'
import { columnsOf, type List } from '#app/spreadsheet/list.ts'
import type { ClassDays } from './class-days.server.ts'
import type { ClassDayStatus, Compliance } from './compliance.rule.ts'
import { statusWords, complianceText as text } from './compliance.text.ts'
import type { DayClass } from './day-rows-table.tsx'
import type { ExemptionReason } from './exemption.rule.ts'
import { exemptionStatusWords, exemptionText, reasonWords } from './exemption.text.ts'
import type { ExemptionLine } from './exemption-table.tsx'

export interface ComplianceLine extends Compliance {
  unit: string
  /** '' on a line of a unit. */
  school: string
}

const of = columnsOf<ComplianceLine>()
const figures = [
  of.number(text.expected, ({ classDays }) => classDays.expected),
  of.number(text.exempt, ({ classDays }) => classDays.exempt),
  of.number(text.reported, ({ classDays }) => classDays.reported),
  of.number(text.missing, ({ classDays }) => classDays.missing),
  of.number(text.floorMet, ({ classDays }) => classDays.floorMet),
  of.number(text.targetMet, ({ classDays }) => classDays.targetMet),
  of.share(text.floorRate, ({ rate }) => rate.floor),
  of.share(text.targetRate, ({ rate }) => rate.target),
  of.share(text.reportingRate, ({ rate }) => rate.reporting),
]

/** Units with their class-days and rates. */
export const unitComplianceList: List<ComplianceLine> = {
  title: text.title,
  columns: [of.text(text.unit, line => line.unit), ...figures],
}

/** Schools with theirs. */
export const schoolComplianceList: List<ComplianceLine> = {
  title: text.title,
  columns: [of.text(text.unit, line => line.unit), of.text(text.school, line => line.school, 28), ...figures],
}

interface ClassDay {
  line: ClassDays['classes'][number]
  day: string
  status: ClassDayStatus
  minutes: number | null
}

const cell = columnsOf<ClassDay>()

/** Every class on every day that a page shows side by side, a row each. */
export const classDayList: List<ClassDay> = {
  title: text.title,
  columns: [
    cell.text(text.class, ({ line, day }) => className(line, schoolYearOf(day))),
    cell.day(text.date, one => one.day),
    cell.text(text.status, (one, locale) => say(locale, statusWords[one.status])),
    cell.number(text.duration, one => one.minutes, 12),
  ],
}

/** The rows of `classDayList`. */
export function classDayRows({ classes }: Pick<ClassDays, 'classes'>): ClassDay[] {
  return classes.flatMap(line =>
    line.cells.map(({ day, status, minutes }) => ({ line, day, status, minutes })),
  )
}

interface DayRow {
  of: DayClass
  day: string
  row: DayClass['rows'][number] | undefined
}

const row = columnsOf<DayRow>()

/** What stands behind the class-days of one day; a class without a row keeps its line. */
export const dayRowsList: List<DayRow> = {
  title: text.title,
  columns: [
    row.text(text.class, one => className(one.of, schoolYearOf(one.day))),
    row.day(text.date, one => one.day),
    row.text(text.status, (one, locale) => say(locale, statusWords[one.of.status])),
    row.text(text.kind, (one, locale) => kindWords(one.row?.kind, locale)),
    row.text(text.counts, (one, locale) =>
      one.row === undefined ? null : say(locale, one.row.counts ? text.isCounted : text.notCounted),
    ),
    row.text(text.startsAt, one => one.row?.startsAt ?? null),
    row.number(text.duration, one => one.row?.minutes ?? null, 12),
    row.text(text.sport, (one, locale) => (locale === 'en' ? one.row?.sportEn : one.row?.sport) ?? null),
    row.number(text.participants, one => one.row?.participants ?? null),
    row.text(text.teacher, one => one.row?.teacher ?? null),
    row.text(text.source, one => one.row?.fileName ?? null, 24),
    row.moment(text.reportedAt, one => (one.row === undefined ? null : inCity(one.row.reportedAt))),
  ],
}

/** The rows of `dayRowsList`. */
export function dayRows({ day, classes }: { day: string; classes: readonly DayClass[] }): DayRow[] {
  return classes.flatMap((one): DayRow[] =>
    one.rows.length === 0
      ? [{ of: one, day, row: undefined }]
      : one.rows.map(each => ({ of: one, day, row: each })),
  )
}

function kindWords(kind: string | undefined, locale: Locale): string | null {
  if (kind === undefined) return null
  const words = kindNames[kind as ActivityKind]
  return words === undefined ? kind : say(locale, words)
}

const silent = columnsOf<{ name: string }>()

/** Schools that have not reported. */
export const silentList: List<{ name: string }> = {
  title: text.silent,
  columns: [silent.text(text.school, one => one.name, 28)],
}

const exemption = columnsOf<ExemptionLine>()

/** Exemptions asked for, and what was decided. */
export const exemptionsList: List<ExemptionLine> = {
  title: exemptionText.title,
  columns: [
    exemption.text(exemptionText.school, one => one.schoolName, 28),
    exemption.text(exemptionText.who, whoWords),
    exemption.day(exemptionText.firstDay, one => one.firstDay),
    exemption.day(exemptionText.lastDay, one => one.lastDay),
    exemption.text(exemptionText.reason, (one, locale) => {
      const words = reasonWords[one.reason as ExemptionReason]
      return words === undefined ? one.reason : say(locale, words)
    }),
    exemption.text(exemptionText.note, one => one.note, 30),
    exemption.text(exemptionText.status, (one, locale) => say(locale, exemptionStatusWords[one.status])),
    exemption.text(exemptionText.decider, one => one.decidedBy),
    exemption.moment(exemptionText.decidedAt, one => (one.decidedAt === null ? null : inCity(one.decidedAt))),
  ],
}

function whoWords({ rosterClass, firstDay, grade }: ExemptionLine, locale: Locale): string {
  if (rosterClass !== null) return className(rosterClass, schoolYearOf(firstDay))
  return grade === 0 ? say(locale, exemptionText.wholeSchool) : gradeName(grade)
}
