import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindVocabulary } from '#app/features/activity/kind-words.ts'
import { venueVocabulary } from '#app/features/venues/venue-words.server.ts'
import { narrowest, type Vocabulary, type Word, wordProblem } from '#app/features/words/word.rule.ts'
import { keyOfWord } from '#app/features/words/word-key.ts'
import { sports } from '#db/reference/sports.ts'
import { aliasKey } from '#db/write.server.ts'

const vocabulary: Vocabulary = {
  kind: 'sport',
  meanings: sports.map(({ code, name, aliases }) => ({
    ...{ code, name, fixedKeys: [code, name].map(aliasKey) },
    keys: [code, name, ...aliases].map(aliasKey),
  })),
}
const problem = (word: string, meaning: string, of = vocabulary) =>
  wordProblem({ word, key: aliasKey(word), meaning }, of)

test.each([
  ['校足', 'football'],
  ['ZQ', 'football'],
  ['绳王争霸', 'rope_skipping'],
  ['气排', 'air_volleyball'],
  ['校足2队', 'football'],
  ['街舞', 'dance_sport'],
])('%s may be taught to mean %s, an alias of another sport too', (word, meaning) => {
  expect(problem(word, meaning)).toBeNull()
})

test.each([
  ['篮球', 'football', 'is-a-name'],
  [' 篮 球 ', 'football', 'is-a-name'],
  ['ＢＡＳＫＥＴＢＡＬＬ', 'football', 'is-a-name'],
  ['足球', 'football', 'known-already'],
  ['校园足球', 'football', 'known-already'],
  ['校足', 'quidditch', 'meaning-unknown'],
  ['', 'football', 'word-missing'],
  ['\u200b', 'football', 'word-missing'],
  ['足'.repeat(31), 'football', 'word-too-long'],
  ['40', 'football', 'not-a-word'],
  ['４０', 'football', 'not-a-word'],
  ['四十', 'football', 'not-a-word'],
  ['40分钟', 'football', 'not-a-word'],
  ['9月1日', 'football', 'not-a-word'],
  ['2025-09-01', 'football', 'not-a-word'],
  ['周三', 'football', 'not-a-word'],
  ['第3周', 'football', 'not-a-word'],
  ['1小时', 'football', 'not-a-word'],
  ['王老师13800138000', 'football', 'not-a-word'],
  ['—', 'football', 'not-a-word'],
  ['足球、篮球', 'football', 'several-values'],
  ['足球篮球', 'football', 'several-values'],
  ['校足/校篮', 'football', 'several-values'],
])('%s may not be taught to mean %s: %s', (word, meaning, refusal) => {
  expect(problem(word, meaning)).toBe(refusal)
})

test('a name within a longer name is one name: 沙滩气排球 names no second sport', () => {
  expect(problem('我校气排球', 'air_volleyball')).toBeNull()
})

test.each([
  ['课间乐', 'SHORT_BREAK', null],
  ['快乐40分', 'COLLECTIVE_EXERCISE', null],
  ['大课间', 'PE_LESSON', 'is-a-name'],
  ['眼操', 'PE_LESSON', 'is-a-name'],
  ['明目护眼时间', 'BIG_BREAK_AM', 'says-otherwise'],
  ['明目护眼时间', 'EYE_EXERCISE', null],
  ['亲子跳绳', 'PE_LESSON', 'says-otherwise'],
  ['体育课（取消）', 'PE_LESSON', 'says-otherwise'],
  ['体育课被占', 'PE_LESSON', 'says-otherwise'],
])('of kinds of activity %s as %s: %s', (word, meaning, refusal) => {
  expect(problem(word, meaning, kindVocabulary)).toBe(refusal)
})

test('of kinds of venue 体育馆 stays what it is', () => {
  expect(problem('体育馆', 'POOL', venueVocabulary)).toBe('is-a-name')
  expect(problem('笼式足球场', 'FIELD', venueVocabulary)).toBeNull()
})

test('a word is compared as names are', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => keyOfWord(text) === aliasKey(text)))
  for (const text of [' 校　足 ', 'ＺＱ', '①校\u200b足', 'İ', 'ﬁ'])
    expect(keyOfWord(text)).toBe(aliasKey(text))
})

test('the narrowest owner’s word wins, whatever the order', () => {
  const word = (kind: Word['owner']['kind'], meaning: string): Word => ({
    ...{ id: kind, owner: { kind, id: kind === 'city' ? '' : 'x' }, kind: 'sport' as const },
    ...{ word: '校足', key: '校足', meaning },
  })
  const [city, unit, school] = [word('city', 'a'), word('unit', 'b'), word('school', 'c')]

  expect(narrowest([school, city, unit]).get('校足')?.meaning).toBe('c')
  expect(narrowest([unit, city]).get('校足')?.meaning).toBe('b')
  expect(narrowest([city]).get('校足')?.meaning).toBe('a')
})
