import { expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { addDays, daysBetween } from '#app/calendar-day.ts'
import { refreshFigures } from '#app/features/title-applications/refresh-figures.server.ts'
import { selfScoresOf } from '#app/features/title-applications/title-applications.queries.server.ts'
import { sampleBatch, sampleTitleApplication } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { ledgerRow, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const by = { id: null, name: '申报学校' }
/** A Wednesday: 29 school days since the school opened, 23 of them in September. */
const [opened, asOf] = ['2025-09-01', '2025-10-15']

test('what the logs say of the day fills the points and stays beside them, whatever is logged later', async () => {
  const { id: schoolId, classes } = await insertSchool(place.db, {
    ...{ openedOn: opened, classes: [['primary', 2023, 1]] },
  })
  const batch = sampleBatch({ announced_at: '2025-09-02 02:00:00.000' })
  await insertAll(place.db, 'designation_batch', [batch])
  const draft = sampleTitleApplication({ batch_id: batch.id, school_id: schoolId, state: 'DRAFT' })
  await insertAll(place.db, 'title_application', [draft])
  const log = (from: string, to: string) =>
    report(
      place.db,
      schoolId,
      ...daysBetween(from, to).map(day => {
        const [classId = ''] = classes
        return { classId, day, rows: [ledgerRow({ classId, day, minutes: 60 })] }
      }),
    )
  const scope: Scope = { kind: 'school', schoolId }
  const refreshed = async (today: string) => {
    expect(await refreshFigures(place.db, scope, by, { id: draft.id, today })).toEqual({ ok: true })
    return dailyHour()
  }
  const dailyHour = async () => (await selfScoresOf(place.db, draft.id)).find(one => one.code === 'B2')
  await log(opened, '2025-09-30')

  const filled = await refreshed(asOf)

  // Ten points from 95 % on, none up to 60 %.
  const figure = { figure: 'daily_hour', figureOf: 29, figureFrom: opened }
  expect(filled).toMatchObject({ ...figure, points: 551, figureValue: 793, figureDay: asOf })
  await log('2025-10-01', asOf)
  expect(await dailyHour()).toEqual(filled)
  const next = addDays(asOf, 1)
  expect(await refreshed(next)).toMatchObject({
    points: 551,
    figureValue: 967,
    figureOf: 30,
    figureDay: next,
  })
})
