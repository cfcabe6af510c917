import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loader as calendar } from '#app/routes/bureau/calendar.tsx'
import { action as remove } from '#app/routes/bureau/calendar-remove.ts'
import { action as save } from '#app/routes/bureau/calendar-save.tsx'
import { action as terms } from '#app/routes/bureau/calendar-terms.tsx'
import { action as years } from '#app/routes/bureau/calendar-years.ts'
import type { Role } from '#db/tables.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()
let schoolId: string

beforeEach(async () => {
  schoolId = (await insertSchool(db)).id
})

afterEach(async () => {
  await db.deleteFrom('calendar_entry').where('scope', '!=', 'national').execute()
  await db.updateTable('holiday_year').set({ published: 0 }).where('year', '=', 2027).execute()
})

async function cookieFor(role: Role): Promise<string> {
  const place = role === 'unit' ? { unitCode: '320722' } : role === 'school' ? { schoolId } : {}
  return cookieOf(db, await insertPerson(db, { role, ...place }))
}

const entry = {
  place: '320722',
  stage: '',
  day: '2025-11-12',
  kind: 'suspended',
  followsWeekday: '',
  note: '台风',
}
const term = { schoolYear: '2025', number: '1', firstDay: '2025-09-01', lastDay: '2026-01-30' }

const forms = (cookie?: string): [string, () => Promise<unknown>][] => [
  ['save', () => save(visit('/calendar/save', { cookie, form: entry }))],
  ['remove', () => remove(visit('/calendar/remove', { cookie, form: { ...entry, scope: '320722' } }))],
  ['terms', () => terms(visit('/calendar/terms', { cookie, form: term }))],
  ['years', () => years(visit('/calendar/years', { cookie, form: { year: '2027', source: '通知' } }))],
]

async function statuses(cookie?: string) {
  const answers: Record<string, number> = {}
  for (const [name, form] of forms(cookie)) answers[name] = (await outcomeOf(form())).status
  return answers
}

describe('who sees and changes the calendar', () => {
  test('nobody without signing in', async () => {
    expect((await outcomeOf(calendar(visit('/calendar')))).location).toMatch(/^\/sign-in/)
    expect(await statuses()).toEqual({ save: 302, remove: 302, terms: 302, years: 302 })
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([])
  })

  test.each(['school', 'auditor', 'admin'] as const)('%s reads it and changes nothing', async role => {
    const cookie = await cookieFor(role)

    const { status, data } = await outcomeOf(calendar(visit('/calendar?month=2025-11', { cookie })))

    expect([status, data.mayEdit]).toEqual([200, false])
    expect(await statuses(cookie)).toEqual({ save: 403, remove: 403, terms: 403, years: 403 })
  })

  test('an applicant has no calendar', async () => {
    const cookie = await cookieFor('applicant')

    expect((await outcomeOf(calendar(visit('/calendar', { cookie })))).status).toBe(403)
  })

  test('a unit officer changes its own days, the terms and years only the city', async () => {
    expect(await statuses(await cookieFor('unit'))).toEqual({
      save: 302,
      remove: 302,
      terms: 403,
      years: 403,
    })
    expect(await statuses(await cookieFor('city'))).toEqual({
      save: 302,
      remove: 302,
      terms: 302,
      years: 302,
    })
  })
})

describe('what the page shows', () => {
  test('September 2025 has 23 school days, and no unpublished year', async () => {
    const { data } = await outcomeOf(
      calendar(visit('/calendar?month=2025-09', { cookie: await cookieFor('city') })),
    )

    expect(data.schoolDays).toBe(23)
    expect(data.unpublished).toEqual([])
    expect(data.weeks[0]?.[0]).toEqual({ day: '2025-09-01', kinds: [{ stage: '', kind: 'school_day' }] })
  })

  test('a month of a year without published holidays is marked', async () => {
    const { data } = await outcomeOf(
      calendar(visit('/calendar?month=2027-01', { cookie: await cookieFor('school') })),
    )

    expect(data.unpublished).toEqual([2027])
  })

  test('a day of the own unit shows at once, stage by stage where they differ', async () => {
    const cookie = await cookieFor('unit')
    await save(visit('/calendar/save', { cookie, form: { ...entry, stage: 'junior' } }))

    const { data } = await outcomeOf(calendar(visit('/calendar?month=2025-11', { cookie })))

    const kinds = data.weeks.flat().find(day => day?.day === '2025-11-12')?.kinds
    expect(kinds?.map(one => one.kind)).toEqual(['school_day', 'suspended', 'school_day'])
    expect(data.entries).toMatchObject([{ scope: '320722', changeable: true }])
  })
})

describe('what was typed is never lost', () => {
  test('a scope that is not one’s own comes back with the reason and every value', async () => {
    const cookie = await cookieFor('unit')

    const { status, data } = await outcomeOf(
      save(visit('/calendar/save', { cookie, form: { ...entry, place: '320706' } })),
    )

    expect(status).toBe(422)
    expect(data).toMatchObject({
      errors: { place: expect.stringContaining('不能修改') },
      entered: { note: '台风' },
    })
  })

  test('a day that does not exist comes back at its field', async () => {
    const { status, data } = await outcomeOf(
      save(
        visit('/calendar/save', { cookie: await cookieFor('city'), form: { ...entry, day: '2025-11-31' } }),
      ),
    )

    expect(status).toBe(422)
    expect(data).toMatchObject({ errors: { day: expect.anything() }, entered: { day: '2025-11-31' } })
  })

  test('a term that overlaps another comes back with the reason', async () => {
    const cookie = await cookieFor('city')

    const { status, data } = await outcomeOf(
      terms(visit('/calendar/terms', { cookie, form: { ...term, lastDay: '2026-03-31' } })),
    )

    expect(status).toBe(422)
    expect(data).toMatchObject({ refusal: 'overlaps', term: { lastDay: '2026-03-31' } })
  })
})
