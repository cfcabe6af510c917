import { expect, test } from 'vitest'
import { readSports, sportColumn } from '#app/features/sports/sport-column.ts'
import { resolveSport } from '#app/features/sports/sport-name.rule.ts'
import { sportReaderAt } from '#app/features/sports/sport-reader.server.ts'
import { findSport, listSports } from '#app/features/sports/sports.queries.server.ts'
import { useDatabase } from '#test/support/database.ts'

const place = useDatabase()

async function resolved(text: string) {
  const { sports, keyOf, closeTo } = await sportReaderAt(place.db, { schoolId: null, unitCode: null })
  return resolveSport(sports, keyOf(text))?.code ?? closeTo(text).map(sport => sport.name)
}

test('a sport is known by code, name and alias, in any width and case', async () => {
  expect(await resolved('足球')).toBe('football')
  expect(await resolved('FOOTBALL')).toBe('football')
  expect(await resolved('五人制足球')).toBe('football')
  expect(await resolved(' ｂｍｘ ')).toBe('cycling')
  expect(await resolved('八段锦')).toBe('health_qigong')
})

test('every name that the notice uses is known', async () => {
  const names =
    '快乐体操 趣味田径 少儿体适能 气排球 健身秧歌 健身气功 太极拳 铁人三项 越野 帆船帆板 龙舟 马拉松 自行车 武术 舞龙舞狮 拔河'
  for (const name of names.split(' ')) expect(await resolved(name)).toMatch(/^[a-z_]+$/)
})

test('an unknown name is asked back with the sports that come close, never made', async () => {
  expect(await resolved('乒乓秋')).toContain('乒乓球')
  expect(await resolved('女子足球')).toContain('足球')
  expect(await resolved('蹴鞠')).toEqual([])
  expect(await resolved('球')).toEqual([])
})

test('the catalogue tells base disciplines and ball sports', async () => {
  const sports = await listSports(place.db)

  expect(sports.filter(sport => sport.isBase).map(sport => sport.name)).toEqual(['田径', '游泳', '快乐体操'])
  expect(await findSport(place.db, 'football')).toMatchObject({ name: '足球', isBall: true })
  expect(await findSport(place.db, 'quidditch')).toBeUndefined()
})

test.each([
  ['校女子足球队', 'warn', 'football'],
  ['足球（男、女）', 'warn', 'football'],
  ['跳繩', 'accept', 'rope_skipping'],
  ['Table Tennis', 'accept', 'table_tennis'],
  ['Football (Soccer)', 'accept', 'football'],
  ['体操（快乐）', 'ask', null],
  ['排球（沙滩）', 'ask', null],
  ['足球（改篮球）', 'ask', null],
  ['少儿体操', 'ask', null],
  ['美式足球', 'ask', null],
  ['同上', 'ask', null],
  ['待定', 'blank', null],
])('in a column of sports %s is %s', async (text, reading, code) => {
  const context = await sportReaderAt(place.db, { schoolId: null, unitCode: null })
  const answer = sportColumn.cell({ type: 'text', text }, context)

  expect(answer.reading).toBe(reading)
  expect('value' in answer ? answer.value.code : null).toBe(code)
})

test('several sports in one cell keep the word on the one that was trimmed', async () => {
  const context = await sportReaderAt(place.db, { schoolId: null, unitCode: null })

  expect(readSports({ type: 'text', text: '篮球、足球队' }, context)).toMatchObject({
    reading: 'warn',
    code: 'cell.corrected',
    value: [{ code: 'basketball' }, { code: 'football' }],
  })
})
