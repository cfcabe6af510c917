import { beforeEach, describe, expect, test } from 'vitest'
import { type SportContext, sportColumn } from '#app/features/sports/sport-column.ts'
import { sportReaderAt } from '#app/features/sports/sport-reader.server.ts'
import { readClock } from '#app/spreadsheet/cells/clock.ts'
import { readClockRange } from '#app/spreadsheet/cells/clock-range.ts'
import { readKind } from '#app/spreadsheet/cells/kind.ts'
import { type NamedSchool, schoolResolver } from '#app/spreadsheet/cells/school-name.ts'
import type { Cell } from '#app/spreadsheet/grid.ts'
import { useDatabase } from '#test/support/database.ts'
import { typedRanges, typedTimes } from './typed-clocks.ts'
import { typedKinds } from './typed-kinds.ts'
import { cameOf, typedIn } from './typed-notation.ts'
import { schoolsThereAre, typedSchools } from './typed-schools.ts'
import { typedSports } from './typed-sports.ts'

const place = useDatabase()
let sports: SportContext
beforeEach(async () => {
  sports = await sportReaderAt(place.db, { schoolId: null, unitCode: null })
})

const units: Record<string, string[]> = {
  '320703': ['连云区', '连云'],
  '320706': ['海州区', '海州'],
  '320707': ['赣榆区', '赣榆'],
  '320722': ['东海县', '东海'],
  '320723': ['灌云县', '灌云'],
  '320724': ['灌南县', '灌南'],
  '320771': ['连云港经济技术开发区', '经济技术开发区', '开发区'],
}
const schools = schoolsThereAre.map(
  ([unit, name]): NamedSchool => ({
    id: name,
    code: null,
    names: [name],
    aliases: [],
    unitNames: units[unit] ?? [],
    campusOf: /^(.*(?:小学|中学)).*校区$/.exec(name)?.[1],
  }),
)
const resolveName = schoolResolver(schools)

const text = (raw: string): Cell => ({ type: 'text', text: raw })
const readers: Record<string, { lines: string; read: (raw: string) => string }> = {
  'times of day': { lines: typedTimes, read: raw => cameOf(readClock(text(raw)), time => time) },
  'spans of time': {
    lines: typedRanges,
    read: raw => cameOf(readClockRange(text(raw)), ({ from, to }) => `${from}-${to}`),
  },
  'kinds of activity': { lines: typedKinds, read: raw => cameOf(readKind(text(raw)), kind => kind) },
  sports: {
    lines: typedSports,
    read: raw => cameOf(sportColumn.cell(text(raw), sports), ({ code }) => code),
  },
  'names of schools': { lines: typedSchools, read: raw => cameOf(resolveName(raw), name => name) },
}

describe.each(Object.entries(readers))('%s as they are typed', (_, { lines, read }) => {
  const typed = typedIn(lines)

  test('there are more than sixty, each written once', () => {
    expect(typed.length).toBeGreaterThan(60)
    expect(new Set(typed.map(({ raw }) => raw)).size).toBe(typed.length)
    expect(typed.filter(({ raw }) => raw === '')).toEqual([])
  })

  test('none is wrong in silence', () => {
    const wrong = typed.filter(({ raw, meant }) => ![meant, '?'].includes(read(raw)))

    expect(wrong.map(({ raw, meant }) => `${raw}: ${read(raw)}, meant ${meant}`)).toEqual([])
  })

  test('at least 97 of a hundred are read right', () => {
    const right = typed.filter(({ raw, meant }) => read(raw) === meant)

    expect(right.length / typed.length).toBeGreaterThanOrEqual(0.97)
  })
})
