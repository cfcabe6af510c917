import { beforeEach, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { complianceOverview } from '#app/features/compliance/compliance-overview.server.ts'
import { commitImport } from '#app/features/imports/commit-import.server.ts'
import { previewImport } from '#app/features/imports/preview-import.server.ts'
import { readCoverage } from '#app/features/program/read-coverage.server.ts'
import { readBureauHome } from '#app/features/reports/read-bureau-home.server.ts'
import { samplePlacement } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { classDay, report } from '#test/features/activity/ledger.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const wednesday = '2025-09-24'
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }

let reporting: { id: string; classes: string[] }
let silent: { id: string }

beforeEach(async () => {
  const classes: ['primary', number, number][] = [['primary', 2023, 1]]
  reporting = await insertSchool(place.db, { code: '2132000011', name: '东海县甲小学', classes })
  silent = await insertSchool(place.db, { code: '2132000022', name: '东海县乙小学', classes })
  await insertSchool(place.db, { code: '2132000033', name: '灌云县丙小学', unitCode: '320723', classes })
  await insertAll(place.db, 'program_placement', [samplePlacement({ school_id: reporting.id })])
  const [classId = ''] = reporting.classes
  await report(place.db, reporting.id, classDay(classId, '2025-09-22', 70), classDay(classId, wednesday, 30))
})

test('shows each unit with the gap that coverage gives it', async () => {
  const home = await readBureauHome(place.db, city, wednesday)
  const coverage = await readCoverage(place.db, city, { asOf: wednesday })

  expect(
    home.coverage?.units.map(({ code, gap, met, sportsMet }) => ({ code, gap, met, sportsMet })),
  ).toEqual(coverage?.units.map(({ code, gap, met, sportsMet }) => ({ code, gap, met, sportsMet })))
  expect(home.coverage).toMatchObject({ unitsMet: 0, unitsObliged: 6 })
  expect(home.coverage?.units.find(({ code }) => code === '320722')?.gap).toBe(44)
  expect(home.coverage?.units.find(({ code }) => code === '320723')?.gap).toBe(45)
})

test('gives the week up to today with the figures of compliance', async () => {
  const home = await readBureauHome(place.db, city, wednesday)
  const overview = await complianceOverview(place.db, city, {
    period: 'week',
    day: wednesday,
    today: wednesday,
  })

  expect(home.week).toEqual({ from: overview.from, to: overview.to, ...overview.total })
  expect(home.week.classDays).toMatchObject({ expected: 9, reported: 2, floorMet: 1, missing: 7 })
})

test('names the schools of which nothing came, as compliance does', async () => {
  const home = await readBureauHome(place.db, city, wednesday)
  const overview = await complianceOverview(place.db, city, {
    period: 'day',
    day: wednesday,
    today: wednesday,
  })

  expect(home.lastSchoolDay).toBe(wednesday)
  expect(home.silent).toMatchObject({ count: overview.silent.count, of: overview.silent.expected })
  expect(home.silent.schools.map(school => school.name).sort()).toEqual(['东海县乙小学', '灌云县丙小学'])
})

test('holds for a unit officer nothing but the unit', async () => {
  const home = await readBureauHome(place.db, donghai, wednesday)

  expect(home.coverage?.units.map(unit => unit.code)).toEqual(['320722'])
  expect(home.silent).toEqual({ schools: [{ id: silent.id, name: '东海县乙小学' }], count: 1, of: 2 })
  expect(home.week.classDays.expected).toBe(6)
})

test('asks at the weekend about Friday, and counts the week to it', async () => {
  const home = await readBureauHome(place.db, donghai, '2025-09-27')

  expect(home.lastSchoolDay).toBe('2025-09-26')
  expect(home.week).toMatchObject({ from: '2025-09-22', to: '2025-09-26' })
})

test('says in a long break that there is no school day to ask about', async () => {
  const home = await readBureauHome(place.db, city, '2024-08-20')

  expect(home.lastSchoolDay).toBeNull()
})

test('has what a school uploaded as soon as it is committed', async () => {
  const before = await readBureauHome(place.db, donghai, '2025-09-23')
  await uploadLesson('2025-09-23')
  const after = await readBureauHome(place.db, donghai, '2025-09-23')

  expect([before.silent.count, after.silent.count]).toEqual([2, 1])
})

async function uploadLesson(day: string): Promise<void> {
  const context = {
    scope: { kind: 'school', schoolId: reporting.id } as const,
    actor: { id: null, name: '体育组长' },
    today: wednesday,
    now: `${wednesday} 02:00:00.000`,
  }
  const bytes = Buffer.from(`日期,班级,活动类型,时长(分钟)\n${day},三(1)班,体育课,80\n`)
  const file = { sheet: 'activity-log' as const, bytes, fileName: '台账.csv', schoolId: reporting.id }
  const preview = await previewImport(place.db, { ...context, ...file })
  if (!preview.ok) throw new Error(JSON.stringify(preview.problems))
  const committed = await commitImport(place.db, { ...context, id: preview.id, skipBadRows: false })
  expect(committed).toMatchObject({ ok: true })
}
