import { afterAll, describe, expect, test } from 'vitest'
import { loader as coverage } from '#app/routes/bureau/coverage.tsx'
import { loader as placements } from '#app/routes/bureau/coverage-placements.tsx'
import { action as addRule, loader as rules } from '#app/routes/bureau/coverage-rules.tsx'
import { loader as sport } from '#app/routes/bureau/coverage-sport.tsx'
import { loader as unit } from '#app/routes/bureau/coverage-unit.tsx'
import { loader as workbook } from '#app/routes/bureau/export-coverage.ts'
import { loader as exportRules } from '#app/routes/bureau/export-coverage-rules.ts'
import { loader as exportTitleRules } from '#app/routes/bureau/export-titles-rules.ts'
import { loader as titleRules } from '#app/routes/bureau/titles-rules.tsx'
import { rawOf } from '#app/spreadsheet/grid.ts'
import { closeReader, openWorkbook } from '#app/spreadsheet/open-workbook.server.ts'
import { sampleCoachPlacement, sampleInstructor } from '#db/samples.ts'
import { insertAll } from '#db/write.server.ts'
import { command } from '#scripts/commands/coverage.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { insertMetSport, insertPlaced } from '#test/features/program/city.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { takenOut } from '#test/support/taken-out.ts'

const db = useAppDatabase()
const asOf = '?asOf=2025-10-15'

afterAll(() => closeReader())

async function cookies() {
  const city = await cookieOf(db, await insertPerson(db, { role: 'city' }))
  const donghai = await cookieOf(db, await insertPerson(db, { role: 'unit', unitCode: '320722' }))
  return { city, donghai }
}

interface Asked {
  name: string
  loader: (args: ReturnType<typeof visit>) => Promise<unknown>
  path: string
  params: Record<string, string>
}

const pages: Asked[] = [
  { name: 'city', loader: coverage, path: '/coverage', params: {} },
  { name: 'unit', loader: unit, path: '/coverage/units/320722', params: { code: '320722' } },
  { name: 'sport', loader: sport, path: '/coverage/sports/football', params: { code: 'football' } },
  {
    name: 'placements',
    loader: placements,
    path: '/coverage/units/320722/football',
    params: { code: '320722', sport: 'football' },
  },
  { name: 'workbook', loader: workbook, path: '/coverage/export', params: {} },
  { name: 'rules', loader: rules, path: '/coverage/rules', params: {} },
]

describe.each(pages)('the $name page', ({ loader, path, params }) => {
  test('asks who it is', async () => {
    expect(await outcomeOf<unknown>(loader(visit(path, { params })))).toMatchObject({
      status: 302,
      location: expect.stringContaining('/sign-in'),
    })
  })

  test('is not for schools and applicants', async () => {
    for (const role of ['school', 'applicant'] as const) {
      const cookie = await cookieOf(db, await insertPerson(db, { role }))
      expect(await outcomeOf<unknown>(loader(visit(path, { cookie, params })))).toMatchObject({ status: 403 })
    }
  })
})

describe('the figures', () => {
  test('are the same on the page, in the workbook and on the command line', async () => {
    await insertMetSport(db, '320722', 'football')
    await insertPlaced(db, { unitCode: '320722' }, [['athletics', 'primary']])
    await insertPlaced(db, { unitCode: '320723', type: '311', stages: ['junior'] }, [['wushu', 'junior']])
    const { city } = await cookies()

    const page = await outcomeOf(coverage(visit(`/coverage${asOf}`, { cookie: city })))
    const answer = await workbook(visit(`/coverage/export${asOf}`, { cookie: city }))
    const lines: string[] = []
    await command.run({
      db,
      values: { 'as-of': '2025-10-15' },
      positionals: [],
      json: true,
      print: line => lines.push(line),
      complain: () => undefined,
      actor: { id: null, name: 'root' },
    })

    const opened = await openWorkbook(new Uint8Array(await answer.arrayBuffer()))
    if (!opened.ok) throw new Error(opened.refusal)
    const ofWorkbook = opened.grids[0]!.rows.slice(2)
      .filter(row => rawOf(row[2]) !== '合计')
      .map(row => [0, 4, 7, 10, 13, 9, 12, 15].map(column => rawOf(row[column])).join(' '))
    const ofCommand = JSON.parse(lines[0]!).units.flatMap(
      (one: {
        code: string
        sports: { gap: number; stages: Record<string, { have: number; living: number }> }[]
      }) =>
        one.sports.map(({ gap, stages: { primary, junior, senior } }) =>
          [
            ...[one.code, gap, primary?.have, junior?.have, senior?.have],
            ...[primary?.living, junior?.living, senior?.living],
          ].join(' '),
        ),
    )
    const matrix = page.data.report!.matrix
    const ofPage = matrix.units.flatMap(one =>
      one.cells.flatMap(cell =>
        cell === null
          ? []
          : [`${one.code} ${cell[6]} ${cell[0]} ${cell[2]} ${cell[4]} ${cell.slice(7).join(' ')}`],
      ),
    )
    expect(ofCommand).toEqual(['320722 8 1 0 0 0 0 0', '320722 0 6 2 1 0 0 0', '320723 8 0 1 0 0 0 0'])
    expect(ofWorkbook).toEqual(ofCommand)
    expect([...ofPage].sort()).toEqual([...ofCommand].sort())
  })

  test('of a unit say of each placement that does not live why it does not', async () => {
    const school = await insertPlaced(db, {}, [['football', 'primary']])
    const coach = sampleInstructor()
    const work = sampleCoachPlacement({ instructor_id: coach.id, school_id: school.id })
    await insertAll(db, 'instructor', [coach])
    await insertAll(db, 'coach_placement', [work])
    await insertAll(db, 'coach_placement_stage', [{ placement_id: work.id, stage: 'primary' }])
    const { city, donghai } = await cookies()
    const auditor = await cookieOf(db, await insertPerson(db, { role: 'auditor' }))
    const whyFor = async (cookie: string) => {
      const asked = visit('/coverage/units/320722?asOf=2025-10-15', { cookie, params: { code: '320722' } })
      return (await outcomeOf(unit(asked))).data.schools[0]?.placements.map(one => one.life?.why)
    }

    const why = [[{ code: 'no-logs', since: null }, { code: 'check-none' }]]
    expect(await whyFor(city)).toEqual(why)
    expect(await whyFor(donghai)).toEqual(why)
    expect(await whyFor(auditor)).toEqual([[{ code: 'no-logs', since: null }, { code: 'nobody-fit' }]])
  })

  test('follow the day in the address; a day that does not exist is a bad request', async () => {
    await insertPlaced(db, {}, [['football', 'primary', { valid_from: '2025-10-15' }]])
    const { city } = await cookies()
    const sportsOn = async (day: string) =>
      (await outcomeOf(coverage(visit(`/coverage?asOf=${day}`, { cookie: city })))).data.report?.matrix.sports

    expect(await sportsOn('2025-10-14')).toEqual([])
    expect(await sportsOn('2025-10-15')).toMatchObject([{ code: 'football', unitsMet: 0 }])
    expect(await sportsOn('2020-01-01')).toBeUndefined()
    expect(
      (await outcomeOf<unknown>(coverage(visit('/coverage?asOf=2025-02-30', { cookie: city })))).status,
    ).toBe(400)
  })
})

describe('an officer of 东海县', () => {
  test('sees the own unit and its schools, and no other unit exists', async () => {
    await insertPlaced(db, { name: '东海小学' }, [['football', 'primary']])
    await insertPlaced(db, { name: '灌云小学', unitCode: '320723' }, [['football', 'primary']])
    const { donghai: cookie } = await cookies()

    const seen = [
      await outcomeOf<unknown>(coverage(visit('/coverage', { cookie }))),
      await outcomeOf<unknown>(
        sport(visit('/coverage/sports/football', { cookie, params: { code: 'football' } })),
      ),
      await outcomeOf<unknown>(unit(visit('/coverage/units/320722', { cookie, params: { code: '320722' } }))),
      await outcomeOf<unknown>(
        placements(visit('/x', { cookie, params: { code: '320722', sport: 'football' } })),
      ),
    ]
    const foreign = [
      await outcomeOf<unknown>(unit(visit('/x', { cookie, params: { code: '320723' } }))),
      await outcomeOf<unknown>(
        placements(visit('/x', { cookie, params: { code: '320723', sport: 'football' } })),
      ),
      await outcomeOf<unknown>(workbook(visit('/coverage/export?unit=320723', { cookie }))),
    ]

    expect(seen.map(one => one.status)).toEqual([200, 200, 200, 200])
    expect(JSON.stringify(seen)).toContain('东海小学')
    expect(JSON.stringify(seen)).not.toMatch(/灌云|320723/)
    expect(foreign.map(one => one.status)).toEqual([404, 404, 404])
  })

  test('takes out a file that is named after it, and not after the city', async () => {
    const { city, donghai } = await cookies()
    const nameFor = async (cookie: string, path: string) => {
      const { headers } = await workbook(visit(path, { cookie }))
      return decodeURIComponent(headers.get('Content-Disposition') ?? '')
    }

    expect(await nameFor(donghai, `/coverage/export${asOf}`)).toContain(
      '连云港_5621覆盖_东海县_20251015.xlsx',
    )
    expect(await nameFor(city, `/coverage/export${asOf}&unit=320723`)).toContain('_灌云县_')
    expect(await nameFor(city, `/coverage/export${asOf}`)).toContain('_全市_')
  })

  test('does not make rules', async () => {
    const { donghai: cookie } = await cookies()

    expect(
      (await outcomeOf<unknown>(addRule(visit('/coverage/rules', { cookie, form: { unitCode: '320722' } }))))
        .status,
    ).toBe(403)
  })
})

test('the rules of the plan and of the titles are taken out with their numbers', async () => {
  const { city: cookie } = await cookies()
  const plan = await outcomeOf(rules(visit('/coverage/rules', { cookie })))
  const ofPlan = await takenOut(exportRules, '/coverage/rules/export', { cookie })
  expect(ofPlan.rows.map(row => row.slice(3, 7))).toEqual(
    plan.data.rules.map(({ sports, primary, junior, senior }) => [sports, primary, junior, senior]),
  )
  expect(ofPlan.rows[0]?.slice(3, 7)).toEqual([5, 6, 2, 1])

  const titles = await outcomeOf(titleRules(visit('/titles/rules', { cookie })))
  const ofTitles = await takenOut(exportTitleRules, '/titles/rules/export', { cookie })
  expect(ofTitles.rows.map(row => [row[0], row[2]])).toEqual(
    titles.data.rules.map(({ validFrom, target }) => [validFrom, target]),
  )
  expect(ofTitles.rows.length).toBeGreaterThan(0)
})

test('a rule with an impossible number comes back with what was entered', async () => {
  const { city: cookie } = await cookies()
  const form = {
    unitCode: '',
    validFrom: '2027-01-01',
    validTo: '',
    sports: '0',
    primary: '6',
    junior: '2',
    senior: '1',
    mix: 'warn',
    source: '试行',
  }

  expect(await outcomeOf<unknown>(addRule(visit('/coverage/rules', { cookie, form })))).toMatchObject({
    status: 422,
    data: { errors: { sports: expect.any(String) }, entered: form },
  })
})
