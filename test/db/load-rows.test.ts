import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type EvenCell, evenRows, evenRowsAt } from '#db/even-rows.ts'
import type { Database, Db } from '#db/tables.ts'
import { insertMany, insertTexts, inTransaction, type TextOfRows } from '#db/write.server.ts'
import { fc } from '#test/support/laws.ts'
import { useDatabase } from '../support/database.ts'

const house = useDatabase()
const isServer = () => Boolean(process.env.TEST_DATABASE_URL)
const columns = {
  shared: { list: 'groups', columns: { day: 0 }, number: 0 },
  list: 'lines',
  columns: { class_id: 1, teacher: 2, note: 3, sport_code: 4, participants: 5 },
}
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

const same = (school: string) => ({
  ...{ school_id: school, kind: 'PE_LESSON', starts_at: '', minutes: 40 },
  ...{ reported_scope: 'class', reported_at: '2026-11-02T01:00:00Z' },
})

type Line = [
  group: number,
  classId: string,
  teacher: string,
  note: string,
  sport: string | null,
  people: number | null,
]

const groups = [['2026-11-02'], ['2026-11-03']] as const

function textFor(school: string, lines: readonly Line[]): TextOfRows {
  const days = evenRows(groups, [([day]) => day])
  const said = evenRows(
    lines,
    [0, 1, 2, 3, 4, 5].map(at => (line: Line) => line[at] as EvenCell),
  )
  const [head, between, end] = ['{"groups":', ',"lines":', '}'].map(part => Buffer.from(part))
  const begins = head!.length + days.bytes.length + between!.length
  return {
    text: Buffer.concat([head!, days.bytes, between!, said.bytes, end!]),
    layout: days.rows &&
      said.rows && {
        groups: evenRowsAt(days.rows, head!.length),
        lines: evenRowsAt(said.rows, begins),
      },
    same: same(school),
    count: lines.length,
  }
}

async function linesOf(school: string): Promise<unknown[][]> {
  const rows = await house.db.selectFrom('activity').selectAll().where('school_id', '=', school).execute()
  return rows.map(row => [
    groups.findIndex(([day]) => day === row.day),
    ...[row.class_id, row.teacher, row.note, row.sport_code, row.participants],
  ])
}

test('texts of rows come in together, each with what its rows have in common', async () => {
  const plain = Array.from({ length: 1_200 }, (_, at): Line => {
    const teacher = at % 7 === 0 ? '' : `𠮷田${'老师'.repeat(at % 3)}`
    return [at % 2, `C${at}`, teacher, at % 5 === 0 ? "'x" : '球', at % 3 === 0 ? null : 'n', at - 600]
  })
  const uneven = odd.map((text, at): Line => [at % 2, `C${at}`, text, `${text} `, null, null])
  const texts = [textFor('S1', plain), textFor('S2', uneven), textFor('S3', [[1, 'C', '', '', null, null]])]
  expect(texts.map(({ layout }) => layout !== null)).toEqual([true, false, true])

  await inTransaction(house.db, tx => insertTexts(tx, 'activity', columns, texts))

  const inOrder = (lines: readonly unknown[][]) => [...lines].sort((a, b) => (`${a}` < `${b}` ? -1 : 1))
  expect(inOrder(await linesOf('S1'))).toEqual(inOrder(plain))
  expect(inOrder(await linesOf('S2'))).toEqual(inOrder(uneven))
  expect(await linesOf('S3')).toEqual([[1, 'C', '', '', null, null]])
  const [row] = await house.db.selectFrom('activity').selectAll().where('school_id', '=', 'S3').execute()
  expect(row).toMatchObject(same('S3'))
})

test('whatever stands in a text of rows is kept to the last sign', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 9 }).map(given => given.replaceAll('\u0000', ' ')),
    fc.constantFrom(...odd),
    fc.constantFrom('王', '李老师', '', 'n', 'null'),
  )
  const line = fc.tuple(text, text, fc.option(text), fc.option(fc.integer({ min: -999, max: 999_999 })))
  // Only of thousands of rows a server is handed a stream.
  const many = textFor(
    'S0',
    Array.from({ length: 1_000 }, (_, at): Line => [0, `C${at}`, '', '', null, 1]),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async given => {
      await house.db.deleteFrom('activity').execute()
      const lines = given.map(([teacher, note, sport, people], at): Line => {
        return [at % 2, `C${String(at).padStart(2, '0')}`, teacher, note, sport, people]
      })
      await insertTexts(house.db, 'activity', columns, [many, textFor('S1', lines)])
      const stands = (await linesOf('S1')).sort((a, b) => (`${a[1]}` < `${b[1]}` ? -1 : 1))
      expect(stands).toEqual(lines)
    }),
    { numRuns: 120 },
  )
})

test('a text that says of its rows what is not so ends in an error, and nothing of the others stands', async () => {
  const good = textFor(
    'S1',
    Array.from({ length: 1_200 }, (_, at): Line => [0, `C${at}`, '', '', null, 1]),
  )
  const shifted = { ...good, same: same('S2'), text: Buffer.concat([Buffer.from(' '), good.text]) }
  const longer = { ...good, same: same('S2'), count: 1_201 }
  const cut = { ...good, same: same('S2'), text: good.text.subarray(0, -9) }
  for (const wrong of [shifted, longer, cut]) {
    const inserted = inTransaction(house.db, tx => insertTexts(tx, 'activity', columns, [good, wrong]))
    await expect(inserted).rejects.toThrow()
    expect(await standing(house.db)).toEqual([])
  }
})
