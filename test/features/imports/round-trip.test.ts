import { readFileSync } from 'node:fs'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { exportSheet } from '#app/features/imports/export-sheet.server.ts'
import { type ExportedSheet, exportedSheets } from '#app/features/imports/importable.rule.ts'
import { makeTemplate } from '#app/features/imports/make-template.server.ts'
import { runImport } from '#app/features/imports/run-import.server.ts'
import { type SheetName, templateSheets } from '#app/features/imports/sheet-name.ts'
import { findSchoolByCode } from '#app/features/schools/schools.queries.server.ts'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import {
  sampleApplication,
  sampleBatch,
  sampleCoachPlacement,
  sampleDesignation,
  sampleEvent,
  sampleExemption,
  sampleInstructor,
  samplePlacement,
  sampleRound,
  sampleTimetableEntry,
  sampleTitleApplication,
  sampleVenue,
  sampleWord,
} from '#db/samples.ts'
import { insertAll, upsertAll } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertPost } from '#test/support/post.ts'
import { insertSchool } from '#test/support/school.ts'
import { wholeOf } from '#test/support/whole-of.ts'

const place = useDatabase()
const city = { kind: 'city' } as const
const today = '2025-10-15'
const code = '2132900001'

afterAll(() => closeReader())

beforeEach(async () => {
  const { id, classes } = await insertSchool(place.db, {
    code,
    classes: [
      ['primary', 2023, 1],
      ['primary', 2023, 2],
      ['primary', 2023, 3],
    ],
  })
  await insertAll(place.db, 'program_placement', [samplePlacement({ school_id: id })])
  await insertAll(place.db, 'campus_event', [
    sampleEvent({ school_id: id }),
    sampleEvent({ school_id: id, day: '2026-05-04', title: '舞龙展演', classes: null, participants: null }),
  ])
  await insertAll(place.db, 'venue', [
    sampleVenue({ school_id: id }),
    sampleVenue({ school_id: id, name: '体育馆', valid_to: '2025-08-31', fee: '每小时 20 元', note: '预约' }),
  ])
  await insertAll(place.db, 'value_word', [
    sampleWord({}),
    sampleWord({
      owner_kind: 'unit',
      owner_id: '320722',
      word: '课间乐',
      kind: 'activity-kind',
      meaning: 'SHORT_BREAK',
    }),
    sampleWord({
      owner_kind: 'school',
      owner_id: id,
      word: '笼式球场',
      kind: 'venue-kind',
      meaning: 'FIELD',
    }),
  ])
  await insertAll(place.db, 'designation', [
    sampleDesignation({ school_id: id }),
    sampleDesignation({ school_id: id, level: 'COUNTY', batch: '', document: '', end_kind: 'REVOKED' }),
  ])
  await insertTitleApplication(id)
  await insertScored(await insertPosts(id))
  const coach = sampleInstructor({ school_id: id })
  const work = sampleCoachPlacement({ instructor_id: coach.id, school_id: id })
  await insertAll(place.db, 'instructor', [coach])
  await insertAll(place.db, 'instructor_sport', [
    { instructor_id: coach.id, sport_code: 'football', grade: 'LEVEL1' },
  ])
  await insertAll(place.db, 'coach_placement', [work])
  await insertAll(place.db, 'coach_placement_stage', [{ placement_id: work.id ?? '', stage: 'primary' }])
  await insertAll(place.db, 'exemption', [
    sampleExemption({ school_id: id, status: 'approved', reason: 'TYPHOON' }),
    sampleExemption({ school_id: id, status: 'approved', grade: 3, reason: 'OTHER', note: '军训' }),
    sampleExemption({ school_id: id, status: 'approved', class_id: classes[1] ?? '', reason: 'EXAM' }),
  ])
  const planned = { school_id: id, class_id: classes[1] ?? '' }
  await insertAll(place.db, 'timetable_entry', [
    sampleTimetableEntry({ ...planned, sport_code: 'football', valid_to: '2026-01-30' }),
    sampleTimetableEntry({ ...planned, starts_at: '', kind: 'BIG_BREAK_AM', weekday: 7 }),
    sampleTimetableEntry({ ...planned, valid_from: '2026-03-02', minutes: 45 }),
  ])
  const autumn = { scope: 'city', stage: '' as const, day: '2025-11-14', follows_weekday: null, note: '秋假' }
  await upsertAll(
    place.db,
    'calendar_entry',
    [{ ...autumn, kind: 'season_break' }],
    ['scope', 'stage', 'day'],
  )
})

/** An application that was handed in, with points, a veto declared and words as a form keeps them. */
async function insertTitleApplication(schoolId: string): Promise<void> {
  const batch = sampleBatch({ announced_at: '2026-10-21 02:00:00.000' })
  const application = sampleTitleApplication({
    ...{ batch_id: batch.id, school_id: schoolId },
    statement: '校队常年训练。\r\n明年扩建场地。',
  })
  const of = { application_id: application.id }
  await insertAll(place.db, 'designation_batch', [batch])
  await insertAll(place.db, 'title_application', [application])
  await insertAll(place.db, 'title_application_sport', [
    { ...of, sport_code: 'wushu', position: 0 },
    { ...of, sport_code: 'football', position: 1 },
  ])
  const said = (indicator_code: string, points: number | null, evidence = '') => ({
    ...{ ...of, indicator_code, points, evidence, figure: '', figure_missing: '' },
    ...{ figure_value: null, figure_of: null, figure_from: null, figure_day: null },
  })
  await insertAll(place.db, 'title_self_score', [
    said('A1', 725, '见附件\u200b一'),
    said('B3', null, '—'),
    said('V1', 0),
    said('V3', 1),
  ])
}

/** A published post of the school, a pooled draft with every column filled, and a short one with few. */
async function insertPosts(schoolId: string): Promise<{ post_id: string; round_id: string }> {
  const other = (await insertSchool(place.db, { code: '2132900002', name: '东海县第二小学' })).id
  const round = sampleRound()
  const { post } = await insertPost(place.db, { round, post: { school_id: schoolId } })
  await insertPost(place.db, {
    round,
    post: {
      school_id: null,
      status: 'draft',
      title: '统筹教练员',
      engagement: 'INTERN',
      term_months: 12,
      probation_months: 6,
      result_instead: 'PROVINCIAL_TOP3',
      written_pass: 6050,
      duties: '带队训练\n参加比赛',
    },
    stages: ['primary'],
    schoolIds: [schoolId, other],
  })
  await insertPost(place.db, {
    round,
    post: {
      ...{ school_id: schoolId, status: 'returned', title: '志愿教练员', engagement: 'VOLUNTEER' },
      ...{ least_grade: '', least_education: '', most_age: null, certificate: 'NONE', probation_months: 0 },
      ...{ written_weight: 0, skill_weight: 100, written_pass: null, skill_pass: null, pay: '', duties: '' },
    },
  })
  return { post_id: post.id, round_id: round.id }
}

/** A candidate with a score and another who was absent. */
async function insertScored(of: { post_id: string; round_id: string }): Promise<void> {
  for (const [at, score] of [8525, null].entries()) {
    const { applicantId } = await insertApplicant(place.db, { login: `scored${at}` })
    const application = sampleApplication({ ...of, applicant_id: applicantId, state: 'SKILL_TEST' })
    await insertAll(place.db, 'application', [application])
    const entry = {
      application_id: application.id,
      entered_by: '东海县教育局',
      entered_at: '2025-10-14 02:00:00.000',
    }
    await insertAll(place.db, 'application_score', [{ ...entry, component: 'SKILL' as const, score }])
  }
}

function run(sheet: SheetName, bytes: Uint8Array, given: Partial<Parameters<typeof runImport>[1]> = {}) {
  return runImport(place.db, {
    sheet,
    bytes,
    fileName: `${sheet}.xlsx`,
    today,
    now: '2025-10-15 02:00:00.000',
    scope: city,
    actor: { id: null, name: 'tester' },
    schoolCode: null,
    dryRun: false,
    skipBadRows: false,
    withRows: true,
    locale: 'zh-CN',
    ...given,
  })
}

const log = `学校标识码,日期,年级,班级,活动类型,项目,开始时间,时长(分钟),参与人数,指导教师,备注
${code},2025-10-13,三年级,三(1)班,体育课,足球,09:20,40,45,王老师,
${code},2025-10-13,三年级,三(1)班,上午大课间,,,30,,,室内
${code},2025-10-13,三年级,三(2)班,体育课,,,0,,,
`

describe('round trips', () => {
  test.each(templateSheets)('the template of %s, as it stands, imports and changes nothing', async sheet => {
    const school = (await findSchoolByCode(place.db, city, code, today)) ?? null
    const bytes = await makeTemplate(place.db, city, sheet, { locale: 'zh-CN', school, day: today })

    const result = await run(sheet, bytes)

    expect(result).toMatchObject({ status: 'committed', problems: [] })
    expect(result.counts).toMatchObject({ new: 0, changed: 0, rejected: 0 })
  })

  test.each(
    exportedSheets.flatMap(sheet => (['xlsx', 'csv'] as const).map(format => [sheet, format] as const)),
  )(
    'what is exported as %s.%s is unchanged in every row when it is imported',
    async (sheet: ExportedSheet, format) => {
      await run('activity-log', new TextEncoder().encode(log))
      const days = { from: '2025-09-01', to: '2025-12-31' }
      const bytes = await wholeOf(
        await exportSheet(place.db, city, sheet, {
          asOf: today,
          ...days,
          format,
          locale: 'zh-CN',
        }),
      )

      const { counts, problems } = await run(sheet, bytes, { dryRun: true })

      expect(problems).toEqual([])
      expect(counts.read).toBeGreaterThan(0)
      expect(counts.unchanged).toBe(counts.read)
    },
  )
})

test('a roster with ID numbers is refused in one sentence and its file is not kept', async () => {
  const roster = `学校标识码,姓名,类别,项目,身份证号,起始日期
${code},王海燕,体育教师,足球,320706199901010014,2025-09-01
`

  const result = await run('coaches', new TextEncoder().encode(roster))

  expect(result).toMatchObject({ status: 'refused', import: null })
  expect(result.problems.map(one => one.message)).toEqual([
    '表中有身份证号或电话。名册不收这些内容，请删去整列后再上传；文件没有保存。',
  ])
  expect(JSON.stringify(result)).not.toContain('320706199901010014')
  expect(await place.db.selectFrom('import_file').select('import_id').execute()).toEqual([])
})

describe('the answer to scripts', () => {
  test('counts add up, rows and problems are told, and nothing changes on a dry run', async () => {
    const bad = `${log}${code},2025-10-13,三年级,三(3)班,体育课,,,达标,,,\n`

    const result = await run('activity-log', new TextEncoder().encode(bad), { dryRun: true })

    const { read, ...others } = result.counts
    expect(Object.values(others).reduce((sum, count) => sum + count)).toBe(read)
    expect(result).toMatchObject({ status: 'preview', import: null, counts: { new: 3, rejected: 1 } })
    expect(result.rows?.[0]).toMatchObject({
      class: 'G3#1',
      date: '2025-10-13',
      kind: 'PE_LESSON',
      minutes: 40,
    })
    expect(result.problems).toMatchObject([{ cell: 'H5', raw: '达标', reading: 'reject' }])
    expect(await place.db.selectFrom('import_run').select('id').execute()).toEqual([])
  })

  test('a file with a bad cell is refused whole, and enters its good rows when told to leave out the bad', async () => {
    const bad = new TextEncoder().encode(`${log}${code},2025-10-13,三年级,三(3)班,体育课,,,达标,,,\n`)
    const stored = async () => (await place.db.selectFrom('activity').select('kind').execute()).length

    expect(await run('activity-log', bad)).toMatchObject({ status: 'refused' })
    expect(await stored()).toBe(0)
    expect(await run('activity-log', bad, { skipBadRows: true })).toMatchObject({ status: 'committed' })
    expect(await stored()).toBe(3)
  })

  test('an unknown school and a file that does not open are refused with one problem', async () => {
    const bytes = new TextEncoder().encode(log)

    expect(await run('activity-log', bytes, { schoolCode: '9999999999' })).toMatchObject({
      status: 'refused',
      import: null,
      problems: [{ code: 'import.school-unknown' }],
    })
    const broken = await run('activity-log', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]))
    expect(broken).toMatchObject({ status: 'refused', import: null, counts: { read: 0 } })
    expect(broken.problems).toHaveLength(1)
  })

  test('a workbook as schools make it comes in once', async () => {
    const bytes = readFileSync(
      new URL('../../../../shared/fixtures/workbooks/三年级体育活动台账（9月）.xlsx', import.meta.url),
    )
    const given = { schoolCode: code, skipBadRows: true, fileName: '三年级体育活动台账（9月）.xlsx' }

    const first = await run('activity-log', bytes, given)
    const second = await run('activity-log', bytes, given)

    expect(first.counts.new).toBeGreaterThan(0)
    expect(second.counts).toMatchObject({ new: 0, changed: 0, unchanged: first.counts.new })
  })
})
