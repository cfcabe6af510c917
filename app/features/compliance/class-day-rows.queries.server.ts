import type { Day } from '#app/calendar-day.ts'
import type { Db } from '#db/tables.ts'

/** One activity as entered, with the file that it came from. */
export interface ClassDayRow {
  classId: string
  kind: string
  startsAt: string
  minutes: number
  sport: string | null
  sportEn: string | null
  participants: number | null
  teacher: string
  note: string
  reportedAt: string
  importId: string | null
  fileName: string | null
}

/** Every activity of one school on one day, class by class; the caller has found the school in scope. */
export async function classDayRows(db: Db, schoolId: string, day: Day): Promise<ClassDayRow[]> {
  return db
    .selectFrom('activity as a')
    .leftJoin('sport as s', 's.code', 'a.sport_code')
    .leftJoin('import_run as r', 'r.id', 'a.import_id')
    .where('a.school_id', '=', schoolId)
    .where('a.day', '=', day)
    .select([
      'a.class_id as classId',
      'a.kind as kind',
      'a.starts_at as startsAt',
      'a.minutes as minutes',
      's.name as sport',
      's.name_en as sportEn',
      'a.participants as participants',
      'a.teacher as teacher',
      'a.note as note',
      'a.reported_at as reportedAt',
      'a.import_id as importId',
      'r.file_name as fileName',
    ])
    .orderBy('a.class_id')
    .orderBy('a.starts_at')
    .orderBy('a.kind')
    .execute()
}
