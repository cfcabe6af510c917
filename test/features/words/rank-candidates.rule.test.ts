import { expect, test } from 'vitest'
import { type NamedValue, rankCandidates } from '#app/features/words/rank-candidates.rule.ts'
import { spellingOf } from '#app/features/words/sound-of.server.ts'
import { sports } from '#db/reference/sports.ts'

const named = (code: string, names: readonly string[]): NamedValue => ({
  code,
  names: names.map(spellingOf),
})
const catalogue = sports.map(({ code, name, aliases }) => named(code, [name, ...aliases, code]))
/** The same without aliases, as if nobody had ever written them down. */
const bare = sports.map(({ code, name }) => named(code, [name, code]))
const rank = (word: string, values = catalogue, uses?: ReadonlyMap<string, number>) =>
  rankCandidates(spellingOf(word), values, uses)

test.each([
  ['校足', 'football'],
  ['zuqiu', 'football'],
  ['ZuQiu', 'football'],
  ['zuqu', 'football'],
  ['zq', 'football'],
  ['footbal', 'football'],
  ['女子足球', 'football'],
  ['校足球队训练', 'football'],
  ['蓝球', 'basketball'],
  ['男篮', 'basketball'],
  ['女排', 'volleyball'],
  ['羽毛', 'badminton'],
  ['羽球', 'badminton'],
  ['乒乓', 'table_tennis'],
  ['乒乓秋', 'table_tennis'],
  ['踺子', 'shuttlecock'],
  ['武术操', 'wushu'],
  ['跳神', 'rope_skipping'],
])('%s is offered as %s first', (word, code) => {
  expect(rank(word)[0]).toBe(code)
})

test.each([
  ['羽毛', 'badminton'],
  ['乒乓', 'table_tennis'],
  ['武术操', 'wushu'],
])('without aliases too %s is offered as %s', (word, code) => {
  expect(rank(word, bare)[0]).toBe(code)
})

test.each(['蹴鞠', '球', '班会', '语文', '达标', '室内', '40', '9月1日', ''])('%s is like nothing', word => {
  expect(rank(word)).toEqual([])
})

test('never more than five are offered, and none twice', () => {
  for (const word of ['体操', '滑', '冰', '操', 'qiu', '滑雪']) {
    const found = rank(word)
    expect(found.length).toBeLessThanOrEqual(5)
    expect(new Set(found).size).toBe(found.length)
  }
})

test('a sign that many names share says nothing', () => {
  const values = [named('a', ['长跑']), named('b', ['短跑']), named('c', ['慢跑'])]

  expect(rank('跑', values)).toEqual([])
  expect(rank('中跑', values)).toEqual([])
})

test('equal ones keep their order, and what the school plays comes first among them', () => {
  const values = [named('a', ['陀螺']), named('b', ['驼螺']), named('c', ['游泳'])]

  expect(rank('tuoluo', values)).toEqual(['a', 'b'])
  expect(rank('tuoluo', values, new Map([['b', 3]]))).toEqual(['b', 'a'])
  expect(rank('tuoluo', values, new Map([['c', 300]]))).toEqual(['a', 'b'])
})
