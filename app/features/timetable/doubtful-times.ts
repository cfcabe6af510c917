import { kindNames } from '#app/features/activity/activity.text.ts'
import type { Problem } from '#app/spreadsheet/problem.ts'
import { type JudgedRows, nameOf, problemOf, type Row } from './judge-timetable-rows.ts'
import { doubtBeside, slotOf, type TimetableEntry } from './timetable.rule.ts'

/** Rows that would give a class two activities at a time, or two that may be one: told once a row, never refused. */
export function doubtfulTimes({ planned }: Pick<JudgedRows, 'planned'>): Problem[] {
  const beside = entriesAfter(planned)
  const told = new Map<Row, Problem>()
  for (const { origin, row, plan } of planned) {
    if (plan.verdict === 'unchanged' || told.has(origin)) continue
    const doubt = doubtBeside(plan.after, beside.get(dayOf(plan.after)) ?? [])
    if (doubt === null) continue
    const names: Record<string, { 'zh-CN': string }> = kindNames
    const other = `${doubt.other.startsAt} ${names[doubt.other.kind]?.['zh-CN'] ?? doubt.other.kind}`.trim()
    told.set(
      origin,
      problemOf({ ...origin, record: row.record }, 'startsAt', doubt.code, { ...nameOf(row), other }, 'warn'),
    )
  }
  return [...told.values()]
}

/** All that each class will have on each weekday once every row is written. */
function entriesAfter(planned: JudgedRows['planned']): Map<string, TimetableEntry[]> {
  const entries = new Map<string, TimetableEntry>()
  for (const school of new Set(planned.map(one => one.school)))
    for (const slot of school.bySlot.values())
      for (const entry of slot) entries.set(`${slotOf(entry)} ${entry.validFrom}`, entry)
  for (const { plan } of planned) entries.set(`${slotOf(plan.after)} ${plan.after.validFrom}`, plan.after)
  const byDay = new Map<string, TimetableEntry[]>()
  for (const entry of entries.values()) {
    const day = byDay.get(dayOf(entry))
    if (day === undefined) byDay.set(dayOf(entry), [entry])
    else day.push(entry)
  }
  return byDay
}

function dayOf({ classId, weekday }: TimetableEntry): string {
  return `${classId} ${weekday}`
}
