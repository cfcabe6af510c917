import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import { listSports } from '#app/features/sports/sports.queries.server.ts'
import type { Locale } from '#app/i18n/text.ts'
import type { Db, TitleApplicationState } from '#db/tables.ts'
import { standingsOf } from './standing.rule.ts'
import { listTitleApplications } from './title-applications.queries.server.ts'
import { isInTime, titleActionsOn } from './title-way.rule.ts'

/** What somebody can do without an application going on: such moves do not make it wait for them. */
const neverWaiting = ['withdraw', 'take-back', 'reject', 'decline']

/** The applications of the scope, with those that wait for the reader, and the batches in which its school may apply. */
export async function readTitleApplications(
  db: Db,
  scope: Scope,
  asked: {
    today: Day
    now: string
    locale: Locale
    batchId: string | undefined
    state: TitleApplicationState | undefined
  },
) {
  const { today, now, locale, batchId, state } = asked
  const all = await listTitleApplications(db, scope, { asOf: today })
  const sports = new Map(
    (await listSports(db)).map(one => [one.code, locale === 'en' ? one.nameEn : one.name]),
  )
  const rows = all.map(one => ({
    ...{ id: one.id, batchId: one.batchId, batchName: one.batchName, state: one.state },
    ...{ schoolName: one.schoolName, code: one.code, unitName: one.unitName, submittedAt: one.submittedAt },
    sports: one.sports.map(code => sports.get(code) ?? code),
    isWaiting: titleActionsOn(one.state, standingsOf(scope, one)).some(
      action => !neverWaiting.includes(action),
    ),
  }))
  const batches = await listBatches(db, { announcedOnly: true })
  const applied = new Set(all.map(one => one.batchId))
  const open = batches.filter(one => isInTime({ ...one, mendUntil: null }, now) && !applied.has(one.id))
  return {
    count: rows.length,
    waiting: rows.filter(row => row.isWaiting).length,
    rows: rows.filter(
      row =>
        (batchId === undefined || row.batchId === batchId) && (state === undefined || row.state === state),
    ),
    batches: batches.map(({ id, name }) => ({ id, name })),
    open: scope.kind === 'school' ? open.map(({ id, name, closesAt }) => ({ id, name, closesAt })) : [],
  }
}
