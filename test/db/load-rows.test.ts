import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database, Db } from '#db/tables.ts'
import { insertJson, insertMany, inTransaction } from '#db/write.server.ts'
import { fc } from '#test/support/laws.ts'
import { useDatabase } from '../support/database.ts'

const house = useDatabase()
const isServer = () => Boolean(process.env.TEST_DATABASE_URL)
const places = { shared: { day: 0 }, rows: 1, columns: { class_id: 0, teacher: 1, note: 2, sport_code: 3 } }
const odd = [
  'a\tb',
  'a\nb\r\nc',
  '\\N',
  'NULL',
  '\\',
  'ends in \\',
  '\\t',
  '\'"`',
  '',
  ' ',
  '𠮷田老师🏀',
  '%_;--',
]

type Activity = Database['activity']

function rowOf(at: number, text = odd[at % odd.length] ?? ''): Activity {
  return {
    school_id: 'S1',
    day: '2026-11-02',
    class_id: `C${at}`,
    kind: 'PE_LESSON',
    starts_at: '',
    minutes: at,
    sport_code: at % 3 === 0 ? null : 'football',
    participants: at % 2 === 0 ? null : at,
    teacher: text,
    note: `${text}${text}`,
    reported_scope: 'class',
    reported_at: '2026-11-02T01:00:00Z',
    import_id: null,
  }
}

async function standing(db: Db): Promise<Activity[]> {
  return db.selectFrom('activity').selectAll().orderBy('minutes').execute()
}

/** As on a server whose administrator has switched streams off. */
async function withoutStreams(db: Db, work: () => Promise<void>): Promise<void> {
  if (!isServer()) return work()
  await sql`set global local_infile = 0`.execute(db)
  try {
    await work()
  } finally {
    await sql`set global local_infile = 1`.execute(db)
  }
}

test('thousands of rows come in as they are, whatever signs stand in them', async () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => rowOf(at))
  await inTransaction(house.db, tx => insertMany(tx, 'activity', rows))
  expect(await standing(house.db)).toEqual(rows)
})

test('whatever text a cell holds is kept to the last sign', async () => {
  // The embedded driver ends a text at NUL when it reads it; no workbook can hold one.
  const text = fc.string({ unit: 'binary', maxLength: 20 }).map(given => given.replaceAll('\u0000', ' '))
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1_000, maxLength: 1_100 }), async texts => {
      await house.db.deleteFrom('activity').execute()
      const rows = texts.map((one, at) => rowOf(at, one))
      await insertMany(house.db, 'activity', rows)
      expect(await standing(house.db)).toEqual(rows)
    }),
    { numRuns: 4 },
  )
})

test('they come in the same where the server takes no stream', async () => {
  const rows = Array.from({ length: 2_500 }, (_, at) => rowOf(at))
  await withoutStreams(house.db, () => inTransaction(house.db, tx => insertMany(tx, 'activity', rows)))
  expect(await standing(house.db)).toEqual(rows)
})

test('a row that stands already is refused with all that came with it', async () => {
  const [known] = [rowOf(1_999)]
  await insertMany(house.db, 'activity', [known])
  const rows = Array.from({ length: 2_500 }, (_, at) => rowOf(at))
  const refused = inTransaction(house.db, tx => insertMany(tx, 'activity', rows))
  await expect(refused).rejects.toThrow(/Duplicate|UNIQUE/)
  expect(await standing(house.db)).toEqual([known])
})

test('a text that does not fit its column is never cut off in silence', async () => {
  const long = '长'.repeat(61)
  const rows = Array.from({ length: 2_500 }, (_, at) => rowOf(at, at === 2_000 ? long : 'x'))
  const came = await inTransaction(house.db, tx => insertMany(tx, 'activity', rows)).then(
    () => true,
    () => false,
  )
  const stands = await standing(house.db)
  // SQLite has no longest text: there it comes in whole.
  expect(came).toBe(!isServer())
  expect(stands.map(row => row.teacher)).toEqual(isServer() ? [] : rows.map(row => row.teacher))
})

test('texts of rows come in together, each with what its rows have in common', async () => {
  const textOf = (school: string, count: number) => ({
    json: JSON.stringify({
      groups: [
        ['2026-11-02', Array.from({ length: count }, (_, at) => [`C${at}`, odd[at % odd.length], '', null])],
        ['2026-11-03', [['C0', '末', 'x', 'football']]],
      ],
    }),
    same: {
      ...{ school_id: school, kind: 'PE_LESSON', starts_at: '', minutes: 40 },
      ...{ reported_scope: 'class', reported_at: '2026-11-02T01:00:00Z' },
    },
    count: count + 1,
  })
  await inTransaction(house.db, tx =>
    insertJson(tx, 'activity', places, [textOf('S1', 1_200), textOf('S2', 12)]),
  )
  const stands = await house.db.selectFrom('activity').selectAll().execute()
  expect(stands.filter(row => row.school_id === 'S1')).toHaveLength(1_201)
  const second = stands.filter(row => row.school_id === 'S2' && row.day === '2026-11-02')
  expect(new Set(second.map(row => row.teacher))).toEqual(new Set(odd))
  expect(stands.filter(row => row.day === '2026-11-03').map(row => row.note)).toEqual(['x', 'x'])
})

test('a text that cannot be read ends in an error, and nothing of the others stands', async () => {
  const good = { json: JSON.stringify({ groups: [['2026-11-02', [['C1', '', '', null]]]] }), count: 2_000 }
  const same = {
    ...{ school_id: 'S1', kind: 'PE_LESSON', starts_at: '', minutes: 40 },
    ...{ reported_scope: 'class', reported_at: '2026-11-02T01:00:00Z' },
  }
  const texts = [
    { ...good, same },
    { json: '{"groups":[[', count: 1, same },
  ]
  await expect(inTransaction(house.db, tx => insertJson(tx, 'activity', places, texts))).rejects.toThrow()
  expect(await standing(house.db)).toEqual([])
})
