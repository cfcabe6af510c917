import { type Day, inCity, instantOf, numberOfDay } from '#app/calendar-day.ts'
import type { NewNotice } from '#app/features/notices/notice.rule.ts'
import { officersOf } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notifyOnce } from '#app/features/notices/notify.server.ts'
import type { Db } from '#db/tables.ts'
import { inTransaction } from '#db/write.server.ts'
import { type CheckState, reminderBy } from './entry-check.rule.ts'
import { type CheckedPerson, listEntryChecks } from './list-entry-checks.server.ts'
import { remindersText } from './reminders.text.ts'
import { trainingsDue } from './trainings.queries.server.ts'

/** Days before a training is due on which the unit is reminded of it. */
const trainingNoticeDays = 30

type OfUnit = Omit<NewNotice, 'accountId'> & { unitCode: string }

/**
 * Reminds each unit of the entry checks of its people 60, 30 and 7 days before they are due and once they are over, and
 * of trainings due within 30 days: each once, whenever it runs.
 */
export async function remindOffices(db: Db, now: Date): Promise<void> {
  const at = instantOf(now)
  const day = inCity(at).slice(0, 10)
  const persons = await listEntryChecks(db, { kind: 'city' }, day)
  const checks = persons.flatMap(person => checkReminder(person, day))
  const trainings = (await trainingsDue(db, { day, within: trainingNoticeDays })).map(trainingReminder)
  await inTransaction(db, async tx => {
    const officers = new Map<string, string[]>()
    const notices: NewNotice[] = []
    for (const { unitCode, ...notice } of [...checks, ...trainings]) {
      const known = officers.get(unitCode) ?? (await officersOf(tx, unitCode))
      officers.set(unitCode, known)
      notices.push(...known.map(accountId => ({ ...notice, accountId })))
    }
    await notifyOnce(tx, notices, at)
  })
}

function checkReminder({ personId, name, unitCode, check }: CheckedPerson, day: Day): OfUnit[] {
  const dueOn = dayDue(check)
  const reminder = dueOn === null ? null : reminderBy(dueOn, day)
  if (dueOn === null || reminder === null) return []
  const { title, text } = reminder === 0 ? remindersText.checkOver : remindersText.checkDue
  const daysLeft = numberOfDay(dueOn) - numberOfDay(day)
  return [
    {
      unitCode,
      key: `entry-check ${personId} ${dueOn} ${reminder}`,
      title: inBoth(title),
      text: inBoth(text, { name, dueOn, daysLeft }),
      link: `/entry-checks/${personId}`,
      isSent: false,
    },
  ]
}

/** A query under way does not hide that the last answer is over. */
function dayDue(check: CheckState): Day | null {
  if (check.state === 'clear') return check.dueOn
  if (check.state === 'expired') return check.on
  return check.state === 'pending' ? check.overOn : null
}

function trainingReminder(training: Awaited<ReturnType<typeof trainingsDue>>[number]): OfUnit {
  const { id, name, unitCode, instructorId, dueOn } = training
  const { title, text } = remindersText.trainingDue
  return {
    unitCode,
    key: `training ${id} ${dueOn}`,
    title: inBoth(title),
    text: inBoth(text, { name, dueOn }),
    link: `/coaches/${instructorId}`,
    isSent: false,
  }
}
