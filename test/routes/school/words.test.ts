import { afterAll, beforeEach, expect, test } from 'vitest'
import { action as change, loader as changePage } from '#app/routes/school/change-word.tsx'
import { action as answer } from '#app/routes/school/import-answers.ts'
import { loader as preview } from '#app/routes/school/import-preview.tsx'
import { action as upload } from '#app/routes/school/import-sheet.tsx'
import { action as promote } from '#app/routes/school/promote-word.ts'
import { action as remove } from '#app/routes/school/remove-word.ts'
import { action as add, loader as page } from '#app/routes/school/words.tsx'
import { closeReader } from '#app/spreadsheet/open-workbook.server.ts'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

afterAll(() => closeReader())

let people: Record<'school' | 'neighbour' | 'donghai' | 'guanyun' | 'city' | 'auditor' | 'applicant', string>

beforeEach(async () => {
  const school = await insertSchool(db, { code: '2132000001' })
  const neighbour = await insertSchool(db, { code: '2132000002', name: '东海县邻近小学' })
  const cookie = async (given: Parameters<typeof insertPerson>[1]) =>
    cookieOf(db, await insertPerson(db, given))
  people = {
    school: await cookie({ role: 'school', schoolId: school.id }),
    neighbour: await cookie({ role: 'school', login: 'neighbour', schoolId: neighbour.id }),
    donghai: await cookie({ role: 'unit', login: 'donghai', unitCode: '320722' }),
    guanyun: await cookie({ role: 'unit', login: 'guanyun', unitCode: '320723' }),
    city: await cookie({ role: 'city' }),
    auditor: await cookie({ role: 'auditor' }),
    applicant: await cookie({ role: 'applicant' }),
  }
})

type Who = keyof typeof people

const adding = (who: Who, word: string, value: string) =>
  outcomeOf<unknown>(add(visit('/words', { cookie: people[who], form: { word, value } })))
const shown = async (who: Who) => {
  const { data } = await outcomeOf(page(visit('/words', { cookie: people[who] })))
  return data.words
}
const posting = (who: Who, action: typeof promote, id: string, form: Record<string, string> = {}) =>
  outcomeOf<unknown>(action(visit('/words', { cookie: people[who], form, params: { id } })))

test('nobody without signing in, no applicant; an auditor looks and adds nothing', async () => {
  expect(await outcomeOf<unknown>(page(visit('/words')))).toMatchObject({ status: 302 })
  expect(await outcomeOf<unknown>(page(visit('/words', { cookie: people.applicant })))).toMatchObject({
    status: 403,
  })
  expect(await outcomeOf<unknown>(page(visit('/words', { cookie: people.auditor })))).toMatchObject({
    status: 200,
    data: { mayKeep: false, groups: [] },
  })
  expect(await adding('auditor', '校足', 'sport:football')).toMatchObject({ status: 403 })
})

test('a school adds a word; its unit sees and promotes it, the neighbour then sees it, another unit does not', async () => {
  expect(await adding('school', '校足', 'sport:football')).toMatchObject({ location: '/words?done=saved' })
  expect((await shown('school')).own).toMatchObject([{ word: '校足', meaningName: '足球', mayKeep: true }])
  expect(await shown('neighbour')).toMatchObject({ own: [], wider: [] })
  expect(await shown('guanyun')).toMatchObject({ own: [], ofSchools: [], wider: [] })
  const [word] = (await shown('donghai')).ofSchools
  expect(word).toMatchObject({ word: '校足', promotesTo: 'toUnit' })
  const id = word?.id ?? ''

  expect(await posting('neighbour', promote, id)).toMatchObject({ status: 404 })
  expect(await posting('guanyun', promote, id)).toMatchObject({ status: 404 })
  expect(await posting('school', promote, id)).toMatchObject({ status: 403 })
  expect(await posting('donghai', promote, id)).toMatchObject({ location: '/words?done=promoted' })

  expect((await shown('neighbour')).wider).toMatchObject([{ word: '校足', mayKeep: false, promotesTo: null }])
  expect((await shown('donghai')).ofSchools).toMatchObject([{ promotesTo: null }])
  expect(await shown('guanyun')).toMatchObject({ own: [], ofSchools: [], wider: [] })
  expect(await shown('city')).toMatchObject({
    own: [],
    ofUnits: [{ promotesTo: 'toCity' }],
    ofSchools: [{ promotesTo: 'toCity' }],
  })

  const [ofUnit] = (await shown('donghai')).own
  expect(ofUnit).toMatchObject({ word: '校足', promotesTo: 'toCity' })
  expect(await posting('donghai', promote, ofUnit?.id ?? '')).toMatchObject({
    location: '/words?done=promoted',
  })
  expect((await shown('guanyun')).wider).toMatchObject([{ word: '校足', mayKeep: false, promotesTo: null }])
  expect((await shown('donghai')).own).toMatchObject([{ promotesTo: null }])
})

test('a word that may not be taught is refused in words, and what was typed stays', async () => {
  const refused = await adding('school', '篮球', 'sport:football')

  expect(refused).toMatchObject({
    status: 422,
    data: {
      errors: { word: '它本身就是另一项的标准名称，不能改指别的。' },
      entered: { word: '篮球', value: 'sport:football' },
    },
  })
  expect(await adding('school', '校足', 'sport:quidditch')).toMatchObject({
    status: 422,
    data: { errors: { value: expect.stringContaining('没有这个含义') } },
  })
  expect(await adding('school', '校足', 'weather:rain')).toMatchObject({ status: 422 })
})

test('a word is changed and removed by its keepers alone', async () => {
  await adding('school', '校球', 'sport:football')
  const id = (await shown('school')).own[0]?.id ?? ''
  const open = (who: Who) =>
    outcomeOf<unknown>(changePage(visit('/words', { cookie: people[who], params: { id } })))
  expect(await open('neighbour')).toMatchObject({ status: 404 })
  expect(await open('auditor')).toMatchObject({ status: 403 })
  expect(await open('school')).toMatchObject({ status: 200, data: { word: { value: 'sport:football' } } })
  const changing = (who: Who, value: string) =>
    outcomeOf<unknown>(change(visit('/words', { cookie: people[who], params: { id }, form: { value } })))

  expect(await changing('neighbour', 'sport:basketball')).toMatchObject({ status: 404 })
  expect(await changing('school', 'sport:quidditch')).toMatchObject({ status: 422 })
  expect(await changing('donghai', 'sport:basketball')).toMatchObject({ location: '/words?done=saved' })
  expect((await shown('school')).own).toMatchObject([{ meaningName: '篮球', addedBy: 'donghai' }])
  expect(await posting('guanyun', remove, id)).toMatchObject({ status: 404 })
  expect(await posting('school', remove, id)).toMatchObject({ location: '/words?done=removed' })
  expect((await shown('school')).own).toEqual([])
})

test('in a preview an unknown sport is offered, remembered for the school, and asked no more', async () => {
  const body = new FormData()
  body.set('sheet', 'coaches')
  const roster = '姓名,类别,项目,起始日期\n王海燕,体育教师,校足,2025-09-01\n'
  body.set('file', new File([roster], '名册.csv'))
  const request = new Request('http://sports.test/import', {
    ...{ method: 'POST', headers: { Cookie: people.school }, body },
  })
  const context = { nonce: '', requestId: 'test', client: '192.0.2.7' }
  const { location } = await outcomeOf(upload({ request, params: {}, context }))
  const id = location?.slice('/imports/'.length) ?? ''
  const seen = async (search = '') =>
    (await outcomeOf(preview(visit(`/imports/${id}${search}`, { cookie: people.school, params: { id } }))))
      .data
  expect((await seen()).problems).toMatchObject([{ word: '校足', candidates: ['足球'], cell: 'C2' }])
  const answering = (form: Record<string, string>) =>
    outcomeOf<unknown>(
      answer(visit(`/imports/${id}/answers`, { cookie: people.school, params: { id }, form })),
    )

  const wrong = await answering({ 'place.0': 'Sheet1!C2', 'typed.0': '', remember: '0:蹴鞠' })
  expect(wrong.location).toBe(`/imports/${id}?notRemembered=meaning-unknown#problems`)
  expect((await seen('?notRemembered=meaning-unknown')).notRemembered).toContain('没有这个含义')
  const right = await answering({ 'place.0': 'Sheet1!C2', 'typed.0': '', remember: '0:足球' })

  expect(right.location).toBe(`/imports/${id}?answered=remembered#problems`)
  expect(await seen()).toMatchObject({ problems: [], run: { counts: { new: 1, rejected: 0 } } })
  expect((await shown('school')).own).toMatchObject([{ word: '校足', meaningName: '足球' }])
})
