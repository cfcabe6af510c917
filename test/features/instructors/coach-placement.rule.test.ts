import { describe, expect, test } from 'vitest'
import { type CoachWork, judgeWork, type WorkSchool } from '#app/features/instructors/coach-placement.rule.ts'
import { usualTravel } from '#app/features/instructors/travel.rule.ts'
import { readWeeklyTimes } from '#app/features/instructors/weekly-time.rule.ts'
import { fc } from '#test/support/laws.ts'

const contract = { id: 'c1', stages: [], hoursWeek: 10, validFrom: '2025-09-01', validTo: '2026-08-31' }

function school(given: Partial<WorkSchool> = {}): WorkSchool {
  return {
    longitude: 119.2,
    latitude: 34.6,
    openedOn: '2000-09-01',
    closedOn: '9999-12-31',
    stages: [{ stage: 'primary', validFrom: '2000-09-01', validTo: '9999-12-31' }],
    ...given,
  }
}

/** B stands about 5.5 km north of A; nobody knows where C stands. */
const schools = new Map([
  ['A', school()],
  ['B', school({ latitude: 34.65 })],
  ['C', school({ longitude: null, latitude: null })],
])

function times(text: string) {
  const read = readWeeklyTimes(text)
  if (!read.ok) throw new Error(read.piece)
  return read.times
}

function work(given: Partial<CoachWork> = {}): CoachWork {
  return {
    instructorId: 'c1',
    schoolId: 'A',
    sport: 'football',
    stages: ['primary'],
    hoursWeek: 4,
    times: times('周二 16:00-17:00'),
    validFrom: '2025-09-01',
    validTo: '2026-08-31',
    ...given,
  }
}

function judge(given: Partial<CoachWork>, others: Partial<CoachWork>[] = []) {
  const judged = judgeWork(work(given), { contract, others: others.map(work), schools, travel: usualTravel })
  return {
    refusals: judged.refusals.map(one => one.code),
    warnings: judged.warnings.map(one => one.code),
  }
}

const nothing = { refusals: [], warnings: [] }

describe('the work of a coach', () => {
  test('stands within the contract, at an open school that runs the stage', () => {
    expect(judge({})).toEqual(nothing)
    expect(judge({ validTo: '2025-08-31' }).refusals).toEqual(['ends-before-start'])
    expect(judge({ validFrom: '2025-08-31' }).refusals).toContain('outside-contract')
    expect(judge({ validTo: '2026-09-01' }).refusals).toEqual(['outside-contract'])
    expect(judge({ schoolId: 'unknown' }).refusals).toEqual(['school-not-open'])
    expect(judge({ stages: ['primary', 'senior'] }).refusals).toEqual(['stage-not-run'])
    expect(judge({ stages: [] }).refusals).toEqual(['no-stage'])
  })

  test('has times that do not overlap and no more of them than its hours', () => {
    expect(judge({ times: times('周二 16:00-17:00、周二 16:30-17:30') }).refusals).toEqual(['times-overlap'])
    expect(judge({ hoursWeek: 2, times: times('周二 16:00-17:00、周四 16:00-17:00') })).toEqual(nothing)
    expect(judge({ hoursWeek: 1, times: times('周二 16:00-17:00、周四 16:00-16:10') }).refusals).toEqual([
      'times-exceed-hours',
    ])
  })

  test('is at one place at a time, whatever the contract', () => {
    const elsewhere = { instructorId: 'another contract', schoolId: 'B' }

    expect(judge({}, [{ ...elsewhere, times: times('周二 16:59-18:00') }]).refusals).toEqual(['clash'])
    expect(judge({}, [{ sport: 'athletics', times: times('周二 16:30-18:00') }]).refusals).toEqual(['clash'])
    expect(judge({}, [{ ...elsewhere, times: times('周三 16:00-17:00') }])).toEqual(nothing)
    expect(judge({}, [{ ...elsewhere, validFrom: '2024-09-01', validTo: '2025-08-31' }])).toEqual(nothing)
  })

  test('leaves time for the way to another school, before and after', () => {
    const at = (text: string) => judge({}, [{ schoolId: 'B', times: times(text) }])

    expect(at('周二 17:20-18:00').refusals).toEqual(['travel-too-short'])
    expect(at('周二 15:00-15:40').refusals).toEqual(['travel-too-short'])
    expect(at('周二 17:40-18:30')).toEqual(nothing)
    expect(judge({}, [{ sport: 'athletics', times: times('周二 17:00-18:00') }])).toEqual(nothing)
  })

  test('is never taken as possible where a school or a time is unknown: somebody must look', () => {
    const far = { schoolId: 'C', times: times('周二 19:00-20:00') }

    expect(judge({}, [far])).toEqual({ refusals: [], warnings: ['travel-unknown'] })
    expect(judge({ times: [] }, [far]).warnings).toEqual(['times-unknown'])
    expect(judge({}, [{ schoolId: 'B', times: [] }]).warnings).toEqual(['times-unknown'])
  })

  test('does not stand twice at one school in one sport', () => {
    expect(judge({}, [{ times: times('周五 16:00-17:00') }]).refusals).toEqual(['placed-already'])
  })

  test('never goes above the hours of the contract on any day', () => {
    const beside = (hoursWeek: number, validFrom: string) => ({
      schoolId: 'B',
      hoursWeek,
      validFrom,
      times: times('周五 16:00-17:00'),
    })

    expect(judge({ hoursWeek: 4 }, [beside(6, '2025-09-01')])).toEqual(nothing)
    expect(judge({ hoursWeek: 5 }, [beside(6, '2025-09-01')]).refusals).toEqual(['above-limit'])
    expect(judge({ hoursWeek: 5 }, [beside(6, '2026-03-01')]).refusals).toEqual(['above-limit'])
    expect(judge({ hoursWeek: 5 }, [{ ...beside(6, '2025-09-01'), instructorId: 'c2' }])).toEqual(nothing)
  })

  test('never goes above the hours of a working week over all contracts of the person', () => {
    const beside = { schoolId: 'B', hoursWeek: 38, times: times('周五 16:00-17:00'), instructorId: 'c2' }

    expect(judge({ hoursWeek: 2 }, [beside])).toEqual(nothing)
    expect(judge({ hoursWeek: 3 }, [beside]).refusals).toEqual(['above-limit'])
  })

  test('stays with the stages that the contract names', () => {
    const judged = judgeWork(work(), {
      contract: { ...contract, stages: ['junior'] },
      others: [],
      schools,
      travel: usualTravel,
    })

    expect(judged.refusals).toEqual([{ code: 'stage-not-theirs', stage: 'primary' }])
  })

  test('the hours of successive placements do not add up', () => {
    const first = { schoolId: 'B', hoursWeek: 6, validTo: '2025-12-31', times: times('周五 16:00-17:00') }
    const second = { ...first, validFrom: '2026-01-01', validTo: '2026-08-31' }

    expect(judge({ hoursWeek: 4 }, [first, second])).toEqual(nothing)
  })
})

test('whichever of two is placed first, they clash or they do not', () => {
  const clock = fc.integer({ min: 8 * 60, max: 18 * 60 })
  const time = fc.record({
    weekday: fc.integer({ min: 1, max: 3 }),
    start: clock,
    length: fc.constantFrom(40, 60),
  })
  const hhmm = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  const weekly = time.map(({ weekday, start, length }) => ({
    weekday,
    startsAt: hhmm(start),
    endsAt: hhmm(start + length),
  }))

  fc.assert(
    fc.property(weekly, weekly, (one, other) => {
      const there = { schoolId: 'B' }
      const forth = judge({ times: [one] }, [{ ...there, times: [other] }])
      const back = judge({ ...there, times: [other] }, [{ times: [one] }])
      expect(back).toEqual(forth)
    }),
  )
})
