import { describe, expect, test } from 'vitest'
import { today } from '#app/calendar-day.ts'
import { action as add, loader as addPage } from '#app/routes/bureau/add-placement.tsx'
import { action as change, loader as changePage } from '#app/routes/bureau/change-placement.tsx'
import { action as end, loader as endPage } from '#app/routes/bureau/end-placement.tsx'
import { loader as exportPlacement } from '#app/routes/bureau/export-placement.ts'
import { loader as placement } from '#app/routes/bureau/placement.tsx'
import { loader as sports } from '#app/routes/bureau/sports.tsx'
import { loader as units } from '#app/routes/bureau/units.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertPlaced } from '#test/features/program/city.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()

const form = {
  school: '2132000001',
  sport: 'football',
  stage: 'primary',
  role: 'member',
  validFrom: today(),
  validTo: '',
  document: '连教体[2025]3号',
}

const params = { id: '0'.repeat(26) }

function officer(unitCode = '320722') {
  return insertPerson(db, { role: 'unit', unitCode }).then(actor => cookieOf(db, actor))
}

async function placementId(): Promise<string> {
  const { id } = await db.selectFrom('program_placement').select('id').executeTakeFirstOrThrow()
  return id
}

describe.each([
  { name: 'adding', loader: addPage, action: add },
  { name: 'ending', loader: endPage, action: end },
  { name: 'changing', loader: changePage, action: change },
])('$name', ({ loader, action }) => {
  test('asks who it is, and is not for schools and auditors', async () => {
    expect((await outcomeOf<unknown>(loader(visit('/placements', { params })))).status).toBe(302)
    expect((await outcomeOf<unknown>(action(visit('/placements', { params, form: {} })))).status).toBe(302)
    for (const role of ['school', 'auditor'] as const) {
      const cookie = await cookieOf(db, await insertPerson(db, { role }))
      expect((await outcomeOf<unknown>(loader(visit('/placements', { cookie, params })))).status).toBe(403)
      expect((await outcomeOf<unknown>(action(visit('/placements', { cookie, params, form })))).status).toBe(
        403,
      )
    }
  })
})

test('a placement is added and shown, its document in its proper form', async () => {
  await insertSchool(db)
  const cookie = await officer()

  const added = await outcomeOf<unknown>(add(visit('/placements/new', { cookie, form })))
  const id = await placementId()
  const shown = await outcomeOf(placement(visit(`/placements/${id}`, { cookie, params: { id } })))

  expect(added).toMatchObject({ status: 302, location: `/placements/${id}?saved=1` })
  expect(shown.data).toMatchObject({ sport: '足球', history: [{ id, document: '连教体〔2025〕3号' }] })
  const out = await takenOut(exportPlacement, `/placements/${id}/export`, { cookie, params: { id } })
  expect(out.rows).toEqual([[today(), null, expect.any(String), '连教体〔2025〕3号']])
})

test('what cannot stand comes back with what was entered', async () => {
  await insertSchool(db)
  const cookie = await officer()
  const post = (given: object) =>
    outcomeOf<unknown>(add(visit('/placements/new', { cookie, form: { ...form, ...given } })))

  expect(await post({ stage: 'junior' })).toMatchObject({
    status: 422,
    data: { refusal: 'stage-not-run', entered: { ...form, stage: 'junior' } },
  })
  expect(await post({ validFrom: '2025-02-30' })).toMatchObject({
    status: 422,
    data: { errors: { validFrom: expect.any(String) } },
  })
  expect(await post({ document: '三号文' })).toMatchObject({
    status: 422,
    data: { errors: { document: 'document-unclear' }, entered: { document: '三号文' } },
  })
  expect(await post({ school: '2132009999' })).toMatchObject({
    status: 422,
    data: { refusal: 'school-unknown' },
  })
  expect(await db.selectFrom('program_placement').selectAll().execute()).toEqual([])
})

test('a placement is ended and changed by its own unit', async () => {
  await insertPlaced(db, { code: '2132000001' }, [['football', 'primary']])
  const id = await placementId()
  const given = { cookie: await officer(), params: { id } }

  const changed = await outcomeOf<unknown>(
    change(visit('/x', { ...given, form: { from: '2025-01-01', role: 'leader', document: '' } })),
  )
  const ended = await outcomeOf<unknown>(end(visit('/x', { ...given, form: { lastDay: '2024-06-30' } })))
  const tooEarly = await outcomeOf<unknown>(end(visit('/x', { ...given, form: { lastDay: '2020-01-01' } })))

  expect([changed.status, ended.status]).toEqual([302, 302])
  expect(tooEarly).toMatchObject({ status: 422, data: { refusal: 'ends-before-start' } })
  expect(await db.selectFrom('program_placement').select('valid_to').orderBy('valid_from').execute()).toEqual(
    [{ valid_to: '2024-06-30' }, { valid_to: '9999-12-31' }],
  )
})

test('a placement of another unit is not found', async () => {
  await insertPlaced(db, { unitCode: '320723' }, [['football', 'primary']])
  const given = { cookie: await officer(), params: { id: await placementId() } }

  for (const loader of [placement, endPage, changePage])
    expect((await outcomeOf<unknown>(loader(visit('/x', given)))).status).toBe(404)
  expect((await outcomeOf<unknown>(end(visit('/x', { ...given, form: { lastDay: '' } })))).status).toBe(404)
})

test('the reference lists are for offices, not for schools', async () => {
  let logins = 0
  for (const loader of [sports, units]) {
    expect((await outcomeOf<unknown>(loader(visit('/registry')))).status).toBe(302)
    const school = await cookieOf(db, await insertPerson(db, { role: 'school', login: `s${logins++}` }))
    expect((await outcomeOf<unknown>(loader(visit('/registry', { cookie: school })))).status).toBe(403)
    const city = await cookieOf(db, await insertPerson(db, { role: 'city', login: `c${logins++}` }))
    expect((await outcomeOf<unknown>(loader(visit('/registry', { cookie: city })))).status).toBe(200)
  }
})
