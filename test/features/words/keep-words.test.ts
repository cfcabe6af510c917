import { beforeEach, describe, expect, test } from 'vitest'
import type { Scope } from '#app/auth/scope.ts'
import { vocabulariesOf } from '#app/features/imports/vocabularies.server.ts'
import { resolveSport } from '#app/features/sports/sport-name.rule.ts'
import { sportReader } from '#app/features/sports/sport-reader.server.ts'
import { changeWord, promoteWord, removeWord, teachWord } from '#app/features/words/keep-words.server.ts'
import { listWords } from '#app/features/words/words.queries.server.ts'
import { meaningsAt, placeOfUpload } from '#app/features/words/words-of-upload.server.ts'
import type { WordKind } from '#db/tables.ts'
import { aliasKey, insertAll } from '#db/write.server.ts'
import { useDatabase } from '#test/support/database.ts'
import { insertSchool } from '#test/support/school.ts'

const place = useDatabase()
const city: Scope = { kind: 'city' }
const donghai: Scope = { kind: 'unit', unitCode: '320722' }
const guanyun: Scope = { kind: 'unit', unitCode: '320723' }
const by = { id: null, name: '王老师' }
const today = '2026-11-27'
const now = `${today} 02:00:00.000`
const ok = { ok: true }
let school: Extract<Scope, { kind: 'school' }>
let sister: typeof school
let foreign: typeof school

beforeEach(async () => {
  const insert = async (code: string, unitCode: string) => ({
    kind: 'school' as const,
    schoolId: (await insertSchool(place.db, { code, name: `学校${code}`, unitCode })).id,
  })
  school = await insert('2132000001', '320722')
  sister = await insert('2132000002', '320722')
  foreign = await insert('2132000003', '320723')
})

async function teach(
  scope: Scope,
  word: string,
  meaning: string,
  given: { kind?: WordKind; schoolId?: string } = {},
) {
  const { kind = 'sport', schoolId = null } = given
  const vocabulary = (await vocabulariesOf(place.db))[kind]
  return teachWord(place.db, scope, by, { schoolId, kind, word, meaning, today, now }, vocabulary)
}

async function promote(scope: Scope, id: string) {
  const vocabularies = await vocabulariesOf(place.db)
  return promoteWord(place.db, scope, by, { id, today, now }, kind => vocabularies[kind])
}

async function change(scope: Scope, id: string, meaning: string) {
  const vocabularies = await vocabulariesOf(place.db)
  return changeWord(place.db, scope, by, { id, meaning, today, now }, kind => vocabularies[kind])
}

/** What the word means in an upload of the scope: a sport's code, or nothing. */
async function meant(scope: Scope, word: string, schoolId: string | null = null) {
  const { sports, keyOf } = await sportReader(place.db, { scope, schoolId, today })
  return resolveSport(sports, keyOf(word))?.code ?? null
}

const words = async (scope: Scope) => (await listWords(place.db, scope, { asOf: today })).map(one => one.word)
const idOf = async (word: string) =>
  (await listWords(place.db, city, { asOf: today })).find(one => one.word === word)?.id ?? ''
const audited = async () =>
  (await place.db.selectFrom('audit').select(['action', 'detail']).orderBy('position').execute()).map(
    ({ action, detail }) => ({ action, detail: JSON.parse(detail) as Record<string, string> }),
  )

test('a word of a school is known to its uploads, in any width and case, and to no other school', async () => {
  expect(await teach(school, ' 校 足 ', 'football')).toEqual(ok)
  expect(await teach(school, 'xz', 'football')).toEqual(ok)

  expect(await meant(school, '校足')).toBe('football')
  expect(await meant(school, 'ＸＺ')).toBe('football')
  expect(await meant(donghai, '校足', school.schoolId)).toBe('football')
  expect(await meant(city, '校足', school.schoolId)).toBe('football')
  for (const scope of [sister, foreign, donghai, guanyun, city]) expect(await meant(scope, '校足')).toBeNull()
  expect(await words(school)).toEqual(['校 足', 'xz'].sort())
  expect(await words(sister)).toEqual([])
  expect(await words(foreign)).toEqual([])
  expect(await words(guanyun)).toEqual([])
  expect(await words(donghai)).toHaveLength(2)
})

test('a unit makes a word known to its own schools, and to no other’s', async () => {
  await teach(school, '校足', 'football')
  const id = await idOf('校足')

  expect(await promote(guanyun, id)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await promote(school, id)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await promote(donghai, id)).toEqual(ok)
  expect(await promote(donghai, id)).toEqual(ok)

  expect(await meant(sister, '校足')).toBe('football')
  expect(await meant(donghai, '校足')).toBe('football')
  expect(await meant(foreign, '校足')).toBeNull()
  expect(await meant(guanyun, '校足')).toBeNull()
  expect(await words(sister)).toEqual(['校足'])
  expect(await words(foreign)).toEqual([])
  expect((await audited()).map(({ action }) => action)).toEqual(['word.add', 'word.promote'])
})

test.each(['city', 'unit'] as const)('the %s makes a word of a unit known to all', async who => {
  await teach(donghai, '校足', 'football')
  const id = await idOf('校足')
  expect(await promote(guanyun, id)).toEqual({ ok: false, refusal: 'not-found' })
  expect(await promote(school, id)).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await promote(who === 'city' ? city : donghai, id)).toEqual(ok)

  for (const scope of [school, sister, foreign, guanyun, city])
    expect(await meant(scope, '校足')).toBe('football')
  const [ofCity] = (await listWords(place.db, city, { asOf: today })).filter(
    ({ owner }) => owner.kind === 'city',
  )
  expect(await change(donghai, ofCity?.id ?? '', 'basketball')).toEqual({ ok: false, refusal: 'not-allowed' })
  expect(await removeWord(place.db, donghai, by, { id: ofCity?.id ?? '', today })).toEqual({
    ok: false,
    refusal: 'not-allowed',
  })
})

test('a unit does not overrule what the city means', async () => {
  await teach(city, '校足', 'basketball')
  await teach(donghai, '校足', 'football')
  const [own] = (await listWords(place.db, donghai, { asOf: today })).filter(
    ({ owner }) => owner.kind === 'unit',
  )

  expect(await promote(donghai, own?.id ?? '')).toEqual({ ok: false, refusal: 'meant-otherwise' })
  expect(await meant(foreign, '校足')).toBe('basketball')
})

test.each([
  ['sport', '校足', 'football'],
  ['activity-kind', '晨曦乐', 'MORNING_EXERCISE'],
  ['venue-kind', '笼场', 'FIELD'],
] as const)(
  'a word for a %s goes from a school to its unit and on to the city',
  async (kind, word, meaning) => {
    const meaningAt = async (scope: Scope) => {
      const at = await placeOfUpload(place.db, { scope, schoolId: null, today })
      return (await meaningsAt(place.db, kind, at)).get(aliasKey(word))?.meaning
    }
    const kept = async (owner: 'school' | 'unit') =>
      (await listWords(place.db, city, { asOf: today })).find(one => one.owner.kind === owner)?.id ?? ''
    await teach(school, word, meaning, { kind })

    expect(await promote(donghai, await kept('school'))).toEqual(ok)
    expect([await meaningAt(sister), await meaningAt(foreign)]).toEqual([meaning, undefined])
    expect(await promote(donghai, await kept('unit'))).toEqual(ok)
    expect(await meaningAt(foreign)).toBe(meaning)
  },
)

test('the narrowest wins, and what a unit means otherwise is not overruled by promoting', async () => {
  await teach(city, '校球', 'basketball')
  await teach(donghai, '校球', 'volleyball')
  await teach(school, '校球', 'football')

  expect(await meant(school, '校球')).toBe('football')
  expect(await meant(sister, '校球')).toBe('volleyball')
  expect(await meant(foreign, '校球')).toBe('basketball')
  const [own] = (await listWords(place.db, school, { asOf: today })).filter(
    ({ owner }) => owner.kind === 'school',
  )
  expect(await promote(donghai, own?.id ?? '')).toEqual({ ok: false, refusal: 'meant-otherwise' })
  expect(await meant(sister, '校球')).toBe('volleyball')
})

test('an alias may be meant otherwise at a school; a name never, even in a row that was written past the rule', async () => {
  expect(await teach(school, '街舞', 'dance_sport')).toEqual(ok)
  expect(await meant(school, '街舞')).toBe('dance_sport')
  expect(await meant(sister, '街舞')).toBe('breaking')
  expect(await teach(school, '篮球', 'football')).toEqual({ ok: false, refusal: 'is-a-name' })

  await insertAll(place.db, 'value_word', [
    {
      ...{ id: '01JWORD0000000000000000000', owner_kind: 'city', owner_id: '', kind: 'sport' },
      ...{ word_key: '篮球', word: '篮球', meaning: 'football', added_by: 'x', updated_at: now },
    },
  ])
  expect(await meant(school, '篮球')).toBe('basketball')
})

test('teaching the same twice is one word; another meaning is refused, and two clicks at once agree', async () => {
  expect(await Promise.all([teach(school, '校足', 'football'), teach(school, '校足', 'football')])).toEqual([
    ok,
    ok,
  ])
  expect(await teach(school, '校　足', 'basketball')).toEqual({ ok: false, refusal: 'meant-otherwise' })
  expect(await words(school)).toEqual(['校足'])
  expect((await audited()).map(({ action }) => action)).toEqual(['word.add'])
})

describe('changing and removing', () => {
  beforeEach(() => teach(school, '校足', 'football'))

  test('a changed word means the other from then on, and a removed one nothing', async () => {
    const id = await idOf('校足')
    expect(await change(school, id, 'basketball')).toEqual(ok)
    expect(await meant(school, '校足')).toBe('basketball')
    expect(await change(school, id, 'quidditch')).toEqual({ ok: false, refusal: 'meaning-unknown' })
    expect(await removeWord(place.db, school, by, { id, today })).toEqual(ok)
    expect(await meant(school, '校足')).toBeNull()
    expect(await removeWord(place.db, school, by, { id, today })).toEqual({ ok: false, refusal: 'not-found' })

    expect(await audited()).toMatchObject([
      { action: 'word.add', detail: { word: '校足', meaning: 'football', owner: 'school' } },
      { action: 'word.change', detail: { before: 'football', after: 'basketball' } },
      { action: 'word.remove', detail: { meaning: 'basketball' } },
    ])
  })

  test('nobody else’s word is found, and what is wider is not a school’s to change', async () => {
    const id = await idOf('校足')
    for (const scope of [sister, foreign, guanyun]) {
      expect(await change(scope, id, 'basketball')).toEqual({ ok: false, refusal: 'not-found' })
      expect(await removeWord(place.db, scope, by, { id, today })).toEqual({
        ok: false,
        refusal: 'not-found',
      })
    }
    await teach(donghai, '校篮', 'basketball')
    const ofUnit = await idOf('校篮')
    expect(await change(school, ofUnit, 'football')).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(await removeWord(place.db, school, by, { id: ofUnit, today })).toEqual({
      ok: false,
      refusal: 'not-allowed',
    })
    expect(await teach(guanyun, '校足', 'football', { schoolId: school.schoolId })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await meant(school, '校足')).toBe('football')
  })
})

test('what a school plays comes first among what a word may mean', async () => {
  const closest = async (scope: Scope) => {
    const { closeTo } = await sportReader(place.db, { scope, schoolId: null, today })
    return closeTo('排').map(({ code }) => code)
  }
  expect((await closest(school))[0]).toBe('volleyball')
  await insertAll(place.db, 'sport_day', [
    {
      ...{ school_id: school.schoolId, day: '2026-11-02', stage: 'primary', sport_code: 'air_volleyball' },
      ...{ classes: 2, minutes: 80, team: 0 },
    },
  ])

  expect((await closest(school))[0]).toBe('air_volleyball')
  expect((await closest(sister))[0]).toBe('volleyball')
})
