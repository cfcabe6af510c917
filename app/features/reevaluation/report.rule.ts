import { type Day, numberOfDay, schoolYearOf } from '#app/calendar-day.ts'
import type { TitleReportState } from '#db/tables.ts'
import { holdsPersonalNumber } from '../coaching/personal-number.rule.ts'

/** 年度自查 is of a school year: when it opens, when it is due, and since when a title must hold to owe it. */
const opensOn = '-05-01'
const dueOn = '-06-30'
const owedSince = '-03-01'

/** Days before it is due on which the school is reminded; 0 once it is late. */
const reminderDays = [30, 7, 0] as const

/** What a school writes, in the order of the form. */
export const reportParts = ['training', 'competitions', 'participation', 'problems', 'plan'] as const
export type ReportPart = (typeof reportParts)[number]
export type ReportWords = Record<ReportPart, string>

/** Characters of each part. */
const mostWords = 1000

/** The day by which the report of a school year is due: 30 June. */
export function reportDue(year: number): Day {
  return `${year + 1}${dueOn}`
}

/** The newest school year whose report may be written: from 1 May of its second half on. */
export function reportYearOn(day: Day): number {
  const year = schoolYearOf(day)
  return day >= `${year + 1}${opensOn}` ? year : year - 1
}

export interface ReportedTitle {
  validFrom: Day
  validTo: Day
  endKind: string
  closedOn: Day
}

/**
 * Whether a title owes the report of a school year: it held from 1 March at the latest until the report is due, was not
 * ended since, and its school does not close before. A suspended one reports as well.
 */
export function owesReport(title: ReportedTitle, year: number): boolean {
  const due = reportDue(year)
  return (
    title.endKind === '' &&
    title.validFrom <= `${year + 1}${owedSince}` &&
    due <= title.validTo &&
    due < title.closedOn
  )
}

/** The school years of a title whose report may be written on a day, the newest first. */
export function reportYears(title: ReportedTitle, day: Day): number[] {
  const newest = reportYearOn(day)
  const first = schoolYearOf(title.validFrom)
  return Array.from({ length: Math.max(0, newest - first + 1) }, (_, at) => newest - at).filter(year =>
    owesReport(title, year),
  )
}

/** The last reminder of a report that has come due by the day: 30 or 7 days before, or 0 once it is late. */
export function reportReminder(year: number, day: Day): number | null {
  const left = numberOfDay(reportDue(year)) - numberOfDay(day)
  if (left < 0) return 0
  return reminderDays.findLast(days => days > 0 && left <= days) ?? null
}

export type ReportRefusal = 'too-long' | 'missing' | 'holds-number'

/** What speaks against the words of a report; a draft may have gaps, one that is handed in may not. */
export function reportProblems(
  words: ReportWords,
  isDraft: boolean,
): Partial<Record<ReportPart, ReportRefusal>> {
  const problems: Partial<Record<ReportPart, ReportRefusal>> = {}
  for (const part of reportParts) {
    const text = words[part].trim()
    if (text.length > mostWords) problems[part] = 'too-long'
    else if (text === '' && !isDraft) problems[part] = 'missing'
    else if (holdsPersonalNumber(text)) problems[part] = 'holds-number'
  }
  return problems
}

export const reportStates = ['none', 'draft', 'submitted', 'returned', 'confirmed'] as const
export const reportActions = ['save', 'submit', 'confirm', 'return'] as const
export type ReportAction = (typeof reportActions)[number]

/** The school that writes, the unit (of a city-direct school: the city) that confirms, or nobody. */
export const reportStandings = ['school', 'confirmer', 'none'] as const
export type ReportStanding = (typeof reportStandings)[number]

interface Way {
  to: TitleReportState
  by: ReportStanding
}

type Ways = Partial<Record<ReportAction, Way>>

const ways: Record<(typeof reportStates)[number], Ways> = {
  none: { save: { to: 'draft', by: 'school' }, submit: { to: 'submitted', by: 'school' } },
  draft: { save: { to: 'draft', by: 'school' }, submit: { to: 'submitted', by: 'school' } },
  submitted: {
    confirm: { to: 'confirmed', by: 'confirmer' },
    return: { to: 'returned', by: 'confirmer' },
  },
  returned: { save: { to: 'returned', by: 'school' }, submit: { to: 'submitted', by: 'school' } },
  confirmed: {},
}

/** Where an action leads a report; a refusal where it cannot be done from here, or not by this one. */
export function reportWay(
  state: (typeof reportStates)[number],
  action: ReportAction,
  standing: ReportStanding,
): { ok: true; to: TitleReportState } | { ok: false; refusal: 'not-from-here' | 'not-allowed' } {
  const way = ways[state][action]
  if (way === undefined) return { ok: false, refusal: 'not-from-here' }
  return way.by === standing ? { ok: true, to: way.to } : { ok: false, refusal: 'not-allowed' }
}
