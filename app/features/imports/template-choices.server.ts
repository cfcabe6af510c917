import type { Scope } from '#app/auth/scope.ts'
import type { Day } from '#app/calendar-day.ts'
import { listBatches } from '#app/features/designation/batches.queries.server.ts'
import { listRounds } from '#app/features/posts/rounds.queries.server.ts'
import { listClasses } from '#app/features/schools/classes.queries.server.ts'
import { mayChangeIn } from '#app/features/schools/registry-permission.rule.ts'
import { listSchools, type SchoolRow, stagesOfSchools } from '#app/features/schools/schools.queries.server.ts'
import { stageColumn } from '#app/features/schools/shared-columns.ts'
import { listUnitNames } from '#app/features/schools/units.queries.server.ts'
import { listSportNames } from '#app/features/sports/sports.queries.server.ts'
import { rawOf } from '#app/spreadsheet/grid.ts'
import type { Db } from '#db/tables.ts'
import { classCells } from './activity-records.server.ts'
import { declaredSheets } from './declared-sheets.ts'
import type { TemplateSheet } from './sheet-name.ts'
import { vocabulariesOf } from './vocabularies.server.ts'

interface Place {
  school: SchoolRow | null
  day: Day
}

type Ask = (db: Db, scope: Scope, place: Place) => Promise<readonly string[]>

/** The list of a column, by its key: what whoever takes the template may name there, and nothing of anybody else. */
const lists: Readonly<Record<string, Ask>> = {
  code: schoolCodes,
  schools: schoolCodes,
  homeCode: schoolCodes,
  unit: unitNames,
  countsUnit: unitNames,
  homeUnit: unitNames,
  sport: sportNames,
  sports: sportNames,
  stage: stageNames,
  grade: async (db, scope, place) => (await classesOf(db, scope, place)).map(({ grade }) => grade ?? ''),
  className: async (db, scope, place) => (await classesOf(db, scope, place)).map(one => one.className),
  batch: async db => (await listBatches(db, { announcedOnly: true })).map(batch => batch.name),
  round: async (db, scope, { day }) =>
    (await listRounds(db, scope, { asOf: day })).filter(one => one.endedAt === null).map(one => one.name),
  meaning: async db =>
    Object.values(await vocabulariesOf(db)).flatMap(words => words.meanings.map(one => one.name)),
  place: async (db, scope, place) => [
    ...(place.school === null ? await unitCodes(db, scope) : []),
    ...(await schoolCodes(db, scope, place)),
  ],
}

/** Columns that go by such a key and hold something else: the code of a new school, the name of a finished batch. */
const ownWords: readonly string[] = [
  'schools.code',
  'indicators.code',
  'designations.batch',
  'calendar.stage',
]

/** The lists that a template offers beside those that its sheet declares, by column. */
export async function templateChoices(
  db: Db,
  scope: Scope,
  sheet: TemplateSheet,
  place: Place,
): Promise<Record<string, string[]>> {
  const choices: Record<string, string[]> = {}
  for (const key of Object.keys(declaredSheets[sheet].columns)) {
    const ask = ownWords.includes(`${sheet}.${key}`) ? undefined : lists[key]
    if (ask === undefined) continue
    const words = (await ask(db, scope, place)).filter(word => word !== '')
    if (words.length > 0) choices[key] = [...new Set(words)]
  }
  return choices
}

async function schoolCodes(db: Db, scope: Scope, { school, day }: Place): Promise<string[]> {
  const schools = school === null ? await listSchools(db, scope, { asOf: day }) : [school]
  return schools.map(({ code }) => code ?? '')
}

async function unitNames(db: Db, scope: Scope, { school }: Place): Promise<string[]> {
  const units = await listUnitNames(db)
  const isOne = (code: string) => (school === null ? mayChangeIn(scope, code) : code === school.unitCode)
  return units.filter(({ code }) => isOne(code)).map(({ name }) => name)
}

async function unitCodes(db: Db, scope: Scope): Promise<string[]> {
  return (await listUnitNames(db)).map(({ code }) => code).filter(code => mayChangeIn(scope, code))
}

async function sportNames(db: Db): Promise<string[]> {
  return (await listSportNames(db)).map(({ name }) => name)
}

async function stageNames(db: Db, scope: Scope, { school, day }: Place): Promise<string[]> {
  if (school === null) return [...stageColumn.choices]
  const stages = (await stagesOfSchools(db, scope, day)).get(school.id) ?? []
  return stages.map(stage => rawOf(stageColumn.write(stage)))
}

async function classesOf(db: Db, scope: Scope, { school, day }: Place) {
  const classes = school === null ? [] : await listClasses(db, scope, { asOf: day, schoolId: school.id })
  return classes.map(one => classCells(null, one, day))
}
