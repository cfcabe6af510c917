import { expect, test } from 'vitest'
import { straightKm, travelMinutes, usualTravel } from '#app/features/instructors/travel.rule.ts'
import { readWeeklyTimes, writeWeeklyTimes } from '#app/features/instructors/weekly-time.rule.ts'

test.each([
  ['周二 16:00-17:30、周四 16:00-17:30', '周二 16:00-17:30、周四 16:00-17:30'],
  ['星期四16：00～17：30；周2 8点-8点45', '周二 08:00-08:45、周四 16:00-17:30'],
  ['周日 9:00至10:00', '周日 09:00-10:00'],
  ['周天 9时-10时', '周日 09:00-10:00'],
  ['', ''],
])('%s is read as it is meant', (text, written) => {
  const read = readWeeklyTimes(text)

  expect(read.ok && writeWeeklyTimes(read.times)).toBe(written)
  expect(readWeeklyTimes(written)).toEqual(read)
})

test.each([
  '周二',
  '周二 16:00',
  '周二 17:00-16:00',
  '周八 16:00-17:00',
  '下午4点',
  '周二 25:00-26:00',
  '周二、周四 16:00-17:00',
  '周二 16:60-17:00',
])('%s is not guessed at', text => {
  expect(readWeeklyTimes(text).ok).toBe(false)
})

test('the way is the straight line made longer, at a speed, with a margin; unknown where a place is', () => {
  const donghai = { longitude: 118.77, latitude: 34.54 }
  const haizhou = { longitude: 119.13, latitude: 34.57 }

  expect(straightKm(donghai, haizhou)).toBeCloseTo(33.1, 0)
  expect(travelMinutes(donghai, donghai, usualTravel)).toBe(10)
  expect(travelMinutes(donghai, haizhou, { kmPerHour: 60, detour: 1, marginMinutes: 5 })).toBe(39)
  expect(travelMinutes(donghai, { longitude: null, latitude: 34 }, usualTravel)).toBeNull()
})
