import type { Kysely } from 'kysely'
import { aliasKey } from '../alias-key.ts'
import { newId } from '../id.ts'
import { activityKinds, activityPolicies } from '../reference/activity.ts'
import { holidays, publishedYears, terms, unpublishedYears } from '../reference/calendar.ts'
import { sports } from '../reference/sports.ts'
import { units } from '../reference/units.ts'

// biome-ignore lint/suspicious/noExplicitAny: a migration knows the schema of its own day only
type Schema = Kysely<any>

const openEnd = '9999-12-31'

/** What every city begins with; all of it may be edited afterwards. */
export async function up(db: Schema): Promise<void> {
  await db.transaction().execute(async tx => {
    await insertUnits(tx)
    await insertSports(tx)
    await insertCalendar(tx)
    await insertRules(tx)
  })
}

async function insertUnits(db: Schema): Promise<void> {
  await db
    .insertInto('unit')
    .values(
      units.map((unit, position) => ({
        code: unit.code,
        name: unit.name,
        short_name: unit.shortName,
        name_en: unit.nameEn,
        kind: unit.kind,
        gb_code: unit.gbCode,
        obliged_from: unit.obliged ? '2021-10-22' : null,
        obliged_to: unit.obliged ? openEnd : null,
        position,
      })),
    )
    .execute()
  const aliases = units.flatMap(unit =>
    [unit.code, unit.name, unit.shortName, ...unit.aliases].map(alias => ({
      alias_key: aliasKey(alias),
      alias,
      unit_code: unit.code,
    })),
  )
  await db.insertInto('unit_alias').values(aliases).execute()
}

async function insertSports(db: Schema): Promise<void> {
  await db
    .insertInto('sport')
    .values(
      sports.map((sport, position) => ({
        code: sport.code,
        name: sport.name,
        name_en: sport.nameEn,
        is_base: sport.flags.includes('B') ? 1 : 0,
        is_ball: sport.flags.includes('L') ? 1 : 0,
        is_traditional: sport.flags.includes('T') ? 1 : 0,
        family: sport.family,
        position,
      })),
    )
    .execute()
  const aliases = sports.flatMap(sport =>
    [sport.code, sport.name, ...sport.aliases].map(alias => ({
      alias_key: aliasKey(alias),
      alias,
      sport_code: sport.code,
    })),
  )
  await db.insertInto('sport_alias').values(aliases).execute()
}

async function insertCalendar(db: Schema): Promise<void> {
  await db
    .insertInto('term')
    .values(
      terms.map(term => ({
        id: term.id,
        school_year: term.schoolYear,
        number: term.number,
        first_day: term.firstDay,
        last_day: term.lastDay,
      })),
    )
    .execute()
  const entries = Object.entries(holidays).flatMap(([year, { off, work }]) => [
    ...off.split(' ').map(day => entry(`${year}-${day}`, 'holiday', '法定节假日')),
    ...work.split(' ').map(day => entry(`${year}-${day}`, 'makeup', '调休上班')),
  ])
  await db.insertInto('calendar_entry').values(entries).execute()
  const years = [
    ...publishedYears.map(year => ({
      year,
      published: 1,
      source: `国务院办公厅关于${year}年部分节假日安排的通知`,
    })),
    ...unpublishedYears.map(year => ({ year, published: 0, source: '' })),
  ]
  await db.insertInto('holiday_year').values(years).execute()
}

function entry(day: string, kind: 'holiday' | 'makeup', note: string) {
  return { scope: 'national', stage: '', day, kind, follows_weekday: null, note }
}

async function insertRules(db: Schema): Promise<void> {
  await db
    .insertInto('program_rule')
    .values({
      id: newId(),
      unit_code: '',
      valid_from: '2021-10-22',
      valid_to: openEnd,
      sports: 5,
      primary_schools: 6,
      junior_schools: 2,
      senior_schools: 1,
      mix: 'warn',
      one_stage_per_school: 0,
      vocational_counts: 0,
      source: '连政办发〔2023〕57号第8条',
    })
    .execute()
  await db
    .insertInto('activity_policy')
    .values(
      activityPolicies.map(policy => ({
        id: newId(),
        stage: policy.stage,
        purpose: policy.purpose,
        minutes: policy.minutes,
        valid_from: policy.validFrom,
        valid_to: openEnd,
        source: policy.source,
      })),
    )
    .execute()
  await db
    .insertInto('activity_kind')
    .values(activityKinds.map((kind, position) => ({ ...kind, position })))
    .execute()
  await db
    .insertInto('audit_head')
    .values({ id: 'head', position: 0, hash: '0'.repeat(64) })
    .execute()
}
