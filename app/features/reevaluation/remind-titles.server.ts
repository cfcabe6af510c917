import { type Day, inCity, instantOf, numberOfDay } from '#app/calendar-day.ts'
import type { SchoolTitle } from '#app/features/designation/designations.queries.server.ts'
import type { NewNotice } from '#app/features/notices/notice.rule.ts'
import { notifyOnce } from '#app/features/notices/notify.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { dueTitles } from './read-renewals.server.ts'
import { reportReminder } from './report.rule.ts'
import { renewalReminder } from './title-life.rule.ts'
import { titleNoticesText as notices } from './title-notices.text.ts'
import { noticesTo, readersOf, type TitleReaders, titleReaders } from './title-readers.server.ts'
import { schoolYearText } from './title-words.server.ts'

/**
 * Reminds of titles: school, unit and city 180, 60 and 7 days before one runs out; the school 30 and 7 days before its
 * report is due and once it is late; unit and city of a title whose school closes. Each once, whenever it runs.
 */
export async function remindOfTitles(db: Db, now: Date): Promise<void> {
  const at = instantOf(now)
  const day = inCity(at).slice(0, 10)
  const due = await dueTitles(db, { kind: 'city' }, day)
  const readers = await titleReaders(db)
  const sports = new Map((await listSports(db)).map(sport => [sport.code, sport.name]))
  const spoken = ({ schoolName, sport }: SchoolTitle) => ({
    school: schoolName,
    sport: sports.get(sport) ?? sport,
  })
  const told = [
    ...due.renewals.flatMap(({ title }) => renewalNotices(title, spoken(title), readers, day)),
    ...due.reports.flatMap(({ title }) =>
      reportNotices(title, spoken(title), readers, { year: due.year, due: due.reportsDue, day }),
    ),
    ...due.schools.flatMap(({ title }) => orphanNotices(title, spoken(title), readers)),
  ]
  await inTransaction(db, tx => notifyOnce(tx, told, at))
}

type Spoken = { school: string; sport: string }

function renewalNotices(title: SchoolTitle, spoken: Spoken, readers: TitleReaders, day: Day): NewNotice[] {
  const { id, validTo } = title
  const reminder = renewalReminder(validTo, day)
  if (reminder === null) return []
  return noticesTo(readersOf(readers, title, ['school', 'unit', 'city']), {
    key: `title-renewal ${id} ${validTo} ${reminder}`,
    ...notices.renewal,
    values: { ...spoken, validTo, daysLeft: numberOfDay(validTo) - numberOfDay(day) },
    link: `/titles/${id}`,
  })
}

function reportNotices(
  title: SchoolTitle,
  spoken: Spoken,
  readers: TitleReaders,
  of: { year: number; due: Day; day: Day },
): NewNotice[] {
  const reminder = reportReminder(of.year, of.day)
  if (reminder === null) return []
  return noticesTo(readersOf(readers, title, ['school']), {
    key: `title-report ${title.id} ${of.year} ${reminder}`,
    ...(reminder === 0 ? notices.reportLate : notices.reportDue),
    values: { ...spoken, year: schoolYearText(of.year), due: of.due },
    link: `/titles/${title.id}/reports/${of.year}`,
  })
}

function orphanNotices(title: SchoolTitle, spoken: Spoken, readers: TitleReaders): NewNotice[] {
  const { id, closedOn } = title
  return noticesTo(readersOf(readers, title, ['school', 'unit', 'city']), {
    key: `title-orphan ${id} ${closedOn}`,
    ...notices.orphaned,
    values: { ...spoken, closedOn },
    link: `/titles/${id}`,
  })
}
