import { beforeEach, describe, expect, test } from 'vitest'
import { action as changeAlias } from '#app/routes/registry/change-alias.ts'
import { action as changeClass, loader as changeClassPage } from '#app/routes/registry/change-class.tsx'
import { loader as changePage, action as changeSchool } from '#app/routes/registry/change-school.tsx'
import { loader as closePage, action as closeSchool } from '#app/routes/registry/close-school.tsx'
import { loader as createPage, action as createSchool } from '#app/routes/registry/create-school.tsx'
import { loader as exportSchools } from '#app/routes/registry/export-schools.ts'
import { action as openClass, loader as openClassPage } from '#app/routes/registry/open-class.tsx'
import { loader as schoolPage } from '#app/routes/registry/school.tsx'
import { loader as schoolsPage } from '#app/routes/registry/schools.tsx'
import { insertPerson } from '#test/features/accounts/people.ts'
import { useAppDatabase } from '#test/support/app-database.ts'
import { cookieOf, outcomeOf, visit } from '#test/support/page.ts'
import { insertSchool } from '#test/support/school.ts'

const db = useAppDatabase()

let people: Record<'donghai' | 'guanyun' | 'auditor' | 'school', string>
let id: string
let classId: string

beforeEach(async () => {
  const school = await insertSchool(db, { classes: [['primary', 2025, 1]] })
  id = school.id
  classId = school.classes[0]!
  const cookie = async (given: Parameters<typeof insertPerson>[1]) =>
    cookieOf(db, await insertPerson(db, given))
  people = {
    donghai: await cookie({ role: 'unit', login: 'donghai', unitCode: '320722' }),
    guanyun: await cookie({ role: 'unit', login: 'guanyun', unitCode: '320723' }),
    auditor: await cookie({ role: 'auditor' }),
    school: await cookie({ role: 'school', schoolId: id }),
  }
})

const pages = [
  schoolsPage,
  exportSchools,
  createPage,
  schoolPage,
  changePage,
  closePage,
  openClassPage,
  changeClassPage,
]
const actions = [createSchool, changeSchool, closeSchool, changeAlias, openClass, changeClass]
const facts = {
  code: '2132000077',
  name: '东海县新建小学',
  shortName: '',
  type: '211',
  stages: 'primary',
  unitCode: '320722',
  countsUnitCode: '320722',
  pupils: '300',
  address: '',
}

describe('who may', () => {
  test('nobody without signing in, and a school not at all', async () => {
    const params = { id, classId }
    for (const page of pages) {
      expect(await outcomeOf<unknown>(page(visit('/', { params })))).toMatchObject({ status: 302 })
      expect(await outcomeOf<unknown>(page(visit('/', { params, cookie: people.school })))).toMatchObject({
        status: 403,
      })
    }
    for (const action of actions) {
      expect(await outcomeOf<unknown>(action(visit('/', { params, form: {} })))).toMatchObject({
        status: 302,
      })
    }
  })

  test('an auditor looks and changes nothing', async () => {
    const visitor = { params: { id, classId }, cookie: people.auditor }

    expect(await outcomeOf(schoolPage(visit('/', visitor)))).toMatchObject({ status: 200 })
    for (const action of actions) {
      expect(await outcomeOf<unknown>(action(visit('/', { ...visitor, form: {} })))).toMatchObject({
        status: 403,
      })
    }
  })

  test('a school of another unit is not there', async () => {
    const visitor = { params: { id, classId }, cookie: people.guanyun }

    for (const page of [schoolPage, changePage, closePage, openClassPage, changeClassPage]) {
      expect(await outcomeOf<unknown>(page(visit('/', visitor)))).toMatchObject({ status: 404 })
    }
    const forms: [(typeof actions)[number], Record<string, string>][] = [
      [changeSchool, { ...facts, from: '2026-09-01' }],
      [closeSchool, { closedOn: '2030-01-01' }],
      [changeAlias, { alias: '别名', change: 'add' }],
      [openClass, { stage: 'primary', entryYear: '2025', classNo: '9', pupils: '40' }],
      [changeClass, { pupils: '40' }],
    ]
    for (const [action, form] of forms) {
      expect(await outcomeOf<unknown>(action(visit('/', { ...visitor, form })))).toMatchObject({
        status: 404,
      })
    }
    expect((await outcomeOf(schoolsPage(visit('/', visitor)))).data.schools).toEqual([])
  })
})

describe('the registry', () => {
  test('a unit enters a school and finds it in its list', async () => {
    const form = { ...facts, openedOn: '2024-09-01' }
    const { location } = await outcomeOf(createSchool(visit('/', { cookie: people.donghai, form })))

    expect(location).toMatch(/^\/registry\/schools\/\w{26}$/)
    const list = await outcomeOf(schoolsPage(visit('/registry/schools?q=新建', { cookie: people.donghai })))
    expect(list.data.schools).toMatchObject([{ code: '2132000077', stages: ['primary'], isOpen: true }])
  })

  test.each([
    [{ code: '123' }, 'code'],
    [{ code: '2132000001' }, 'code'],
    [{ name: '东海县试验小学' }, 'name'],
    [{ unitCode: '320723', countsUnitCode: '320723' }, 'unitCode'],
  ])('a mistake %o is answered at its field, and nothing that was typed is lost', async (given, field) => {
    const form = { ...facts, openedOn: '2024-09-01', ...given }
    const answer = await outcomeOf(createSchool(visit('/', { cookie: people.donghai, form })))

    expect(answer.status).toBe(422)
    expect(answer.data.errors).toHaveProperty(field)
    expect(answer.data.entered).toMatchObject({ name: form.name, pupils: '300' })
  })

  test('a renamed school keeps its past, and a closed one stays in the list', async () => {
    const visitor = { params: { id, classId }, cookie: people.donghai }
    const renamed = { ...facts, code: '2132000001', name: '东海县改名小学', from: '2024-09-01' }
    await outcomeOf(changeSchool(visit('/', { ...visitor, form: renamed })))
    await outcomeOf(closeSchool(visit('/', { ...visitor, form: { closedOn: '2025-07-01' } })))
    await outcomeOf(changeAlias(visit('/', { ...visitor, form: { alias: '老小学', change: 'add' } })))

    const { data } = await outcomeOf(schoolPage(visit('/', visitor)))

    expect(data.profiles.map(profile => profile.name)).toEqual(['东海县试验小学', '东海县改名小学'])
    expect(data.isOpen).toBe(false)
    expect(data.aliases).toEqual(['老小学'])
  })

  test('classes are added once and end on their last day', async () => {
    const visitor = { params: { id, classId }, cookie: people.donghai }
    const form = { stage: 'primary', entryYear: '2025', classNo: '2', pupils: '40' }

    expect(await outcomeOf(openClass(visit('/', { ...visitor, form })))).toMatchObject({ status: 302 })
    const again = await outcomeOf(openClass(visit('/', { ...visitor, form })))
    expect(again).toMatchObject({ status: 422, data: { entered: { classNo: '2' } } })
    await outcomeOf(changeClass(visit('/', { ...visitor, form: { pupils: '41', lastDay: '2025-10-01' } })))

    const { data } = await outcomeOf(schoolPage(visit('/', visitor)))
    expect(data.classes.map(one => one.classNo)).toEqual([2])
  })
})
