import { expect, test } from 'vitest'
import { type CoachWork, judgeWork } from '#app/features/instructors/coach-placement.rule.ts'
import { whyNoContract } from '#app/features/instructors/contract.rule.ts'
import { usualTravel } from '#app/features/instructors/travel.rule.ts'
import { demoInstructors } from '#scripts/demo/instructors.ts'
import { demoPlacements } from '#scripts/demo/placements.ts'
import { demoSchools } from '#scripts/demo/schools.ts'

const today = '2026-11-23'
const schools = demoSchools(today)
const people = demoInstructors(schools, demoPlacements(schools, today), today)

test('some hundred people stand behind the sports of the demo city, each with a name of their own at the place', () => {
  const kinds = people.map(one => one.row.kind)

  expect(people.length).toBeGreaterThan(150)
  expect(kinds).toContain('PE_TEACHER')
  expect(people.filter(one => one.row.school_id === null).length).toBeGreaterThan(20)
  expect(new Set(people.map(one => one.row.register_key)).size).toBe(people.length)
})

test('every contract of the demo city can stand', () => {
  for (const { row, sports } of people) {
    const facts = {
      kind: row.kind,
      name: row.name,
      namesake: row.namesake,
      gender: row.gender,
      engagement: row.engagement,
      titleLiteral: row.title_literal,
      isRetiredAthlete: row.is_retired_athlete === 1,
      hoursWeek: row.hours_week ?? null,
      sports,
      stages: [],
    }
    expect(whyNoContract(facts, { validFrom: row.valid_from, validTo: row.valid_to })).toBeNull()
  }
})

test('all work of the demo city can be done: nobody clashes, runs late or goes above their hours', () => {
  const places = new Map(
    schools.map(school => [
      school.id,
      {
        ...school,
        stages: school.stages.map(stage => ({ stage, validFrom: '1900-01-01', validTo: '9999-12-31' })),
      },
    ]),
  )
  for (const { row, work } of people) {
    const all = work.map(
      (one): CoachWork => ({
        instructorId: row.id,
        schoolId: one.row.school_id,
        sport: one.row.sport_code,
        stages: one.stages,
        hoursWeek: one.row.hours_week,
        times: one.weekdays.map(weekday => ({ weekday, startsAt: '16:00', endsAt: '17:30' })),
        validFrom: one.row.valid_from,
        validTo: one.row.valid_to,
      }),
    )
    const contract = {
      id: row.id,
      hoursWeek: row.hours_week ?? null,
      stages: [],
      validFrom: row.valid_from,
      validTo: row.valid_to,
    }
    for (const one of all) {
      const others = all.filter(other => other !== one)
      expect(judgeWork(one, { contract, others, schools: places, travel: usualTravel })).toEqual({
        refusals: [],
        warnings: [],
      })
    }
  }
})
