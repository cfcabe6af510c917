import { beforeEach, expect, test } from 'vitest'
import { ledgerPieces, ledgerRowsOn } from '#app/features/activity/ledger.queries.server.ts'
import { auditPieces, listAudit } from '#app/features/audit/audit.queries.server.ts'
import { recordAudit } from '#app/features/audit/record-audit.server.ts'
import { sampleActivity } from '#db/samples.ts'
import { insertAll, inTransaction } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const range = { from: '2025-09-02', to: '2025-09-04' }

let school: { id: string; classes: string[] }
beforeEach(async () => {
  school = await insertSchool(place.db, {
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
    ],
  })
  const days = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-04', '2025-09-05']
  await insertAll(
    place.db,
    'activity',
    days.flatMap(day =>
      school.classes.flatMap(class_id =>
        [
          ['PE_LESSON', ''],
          ['PE_LESSON', '10:15'],
          ['BIG_BREAK_AM', '09:25'],
        ].map(([kind = '', starts_at = '']) =>
          sampleActivity({ school_id: school.id, class_id, day, kind, starts_at }),
        ),
      ),
    ),
  )
})

const keyOf = (row: { day: string; classId: string; kind: string; startsAt: string }) =>
  [row.day, row.classId, row.kind, row.startsAt].join(' ')

test.each([1, 2, 5, 6, 18, 100])('a log in pieces of %i rows is the same log', async most => {
  const { db } = place

  const pieces: string[][] = []
  for await (const piece of ledgerPieces(db, school.id, range, most)) pieces.push(piece.map(keyOf))

  expect(pieces.flat()).toEqual((await ledgerRowsOn(db, school.id, range)).map(keyOf))
  expect(pieces.flat()).toHaveLength(18)
  expect(Math.max(...pieces.map(piece => piece.length))).toBeLessThanOrEqual(most)
})

test('what is written meanwhile shifts no row of a log', async () => {
  const { db } = place
  const before = (await ledgerRowsOn(db, school.id, range)).map(keyOf)

  const seen: string[] = []
  for await (const piece of ledgerPieces(db, school.id, range, 4)) {
    seen.push(...piece.map(keyOf))
    if (seen.length > 4) continue
    const [class_id = ''] = school.classes
    await insertAll(db, 'activity', [
      sampleActivity({ school_id: school.id, class_id, day: '2025-09-02', kind: 'AFTER_SCHOOL_SPORT' }),
    ])
  }

  expect(seen.filter(key => before.includes(key))).toEqual(before)
  expect(new Set(seen).size).toBe(seen.length)
})

test('the audit in pieces is the audit, the newest first', async () => {
  const { db } = place
  const city = { kind: 'city' } as const
  await inTransaction(db, async tx => {
    for (let id = 0; id < 1_050; id += 1)
      await recordAudit(
        tx,
        { id: null, name: '测试' },
        { action: 'account.changed', subjectKind: 'account', subjectId: String(id) },
      )
  })

  const seen: number[] = []
  for await (const piece of auditPieces(db, city, {})) seen.push(...piece.map(row => row.position))

  const all = await listAudit(db, city, { limit: 10_000, offset: 0 })
  expect(seen).toEqual(all.map(row => row.position))
  expect(seen.length).toBeGreaterThanOrEqual(1_050)
})
