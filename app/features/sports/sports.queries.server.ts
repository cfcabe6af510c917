import type { Db } from '#db/tables.ts'
import { aliasKey } from '#db/write.server.ts'
import type { NamedSport } from './sport-name.rule.ts'

export interface SportRow {
  code: string
  name: string
  nameEn: string
  /** 基础大项 of the provincial mix rule. */
  isBase: boolean
  /** 球类项目 of the provincial mix rule. */
  isBall: boolean
  isTraditional: boolean
  /** Skill family of the 2022 curriculum: ball track gymnastics water ice traditional emerging. */
  family: string
}

/** The catalogue in its own order. */
export async function listSports(db: Db): Promise<SportRow[]> {
  const rows = await db
    .selectFrom('sport')
    .select([
      'code',
      'name',
      'name_en as nameEn',
      'is_base as isBase',
      'is_ball as isBall',
      'is_traditional as isTraditional',
      'family',
    ])
    .orderBy('position')
    .execute()
  return rows.map(row => ({
    ...row,
    isBase: row.isBase === 1,
    isBall: row.isBall === 1,
    isTraditional: row.isTraditional === 1,
  }))
}

export async function findSport(db: Db, code: string): Promise<SportRow | undefined> {
  const sports = await listSports(db)
  return sports.find(sport => sport.code === code)
}

/** The catalogue with every name that files use, for resolveSport. */
export async function listSportNames(db: Db): Promise<NamedSport[]> {
  const sports = await db
    .selectFrom('sport')
    .select(['code', 'name', 'name_en as nameEn'])
    .orderBy('position')
    .execute()
  const aliases = await db
    .selectFrom('sport_alias')
    .select(['sport_code as code', 'alias', 'alias_key as key'])
    .orderBy('alias_key')
    .execute()
  const byCode = new Map<string, NamedSport>(
    sports.map(({ code, name, nameEn }) => [
      code,
      { code, name, aliases: [], keys: [code, name, ...englishNames(nameEn)].map(aliasKey) },
    ]),
  )
  for (const { code, alias, key } of aliases) {
    const sport = byCode.get(code)
    if (sport === undefined) continue
    sport.keys.push(key)
    if (alias !== sport.name && alias !== sport.code) sport.aliases.push(alias)
  }
  return [...byCode.values()]
}

/** Football (Soccer) is Football as well. */
function englishNames(name: string): string[] {
  return [...new Set([name, name.replace(/ \(.*\)$/, '')])]
}

/** On how many days the school reported each sport, by its code. */
export async function usesOfSports(db: Db, schoolId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('sport_day')
    .where('school_id', '=', schoolId)
    .select(['sport_code as code', eb => eb.fn.countAll<number>().as('days')])
    .groupBy('sport_code')
    .execute()
  return new Map(rows.map(({ code, days }) => [code, Number(days)]))
}
