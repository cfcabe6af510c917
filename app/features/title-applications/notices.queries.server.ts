import type { Day } from '#app/calendar-day.ts'
import type { Database, Db, TitleApplicationState, Tx } from '#db/tables.ts'
import { insertAll, newId } from '#db/write.server.ts'

/** A public notice with its batch; a batch is not changed any more once schools have applied. */
export interface TitleNotice {
  id: string
  batchId: string
  batchName: string
  level: Database['designation_batch']['level']
  organisers: string
  /** 文号 of the announcement of the batch. */
  document: string
  workingDays: number
  startsOn: Day
  endsOn: Day
  channel: string
  contact: string
  publishedAt: string
}

/** The notices, the latest first. */
export async function listNotices(
  db: Db,
  only: { id?: string; batchId?: string } = {},
): Promise<TitleNotice[]> {
  const { id, batchId } = only
  return db
    .selectFrom('title_notice as n')
    .innerJoin('designation_batch as b', 'b.id', 'n.batch_id')
    .$if(id !== undefined, q => q.where('n.id', '=', id ?? ''))
    .$if(batchId !== undefined, q => q.where('n.batch_id', '=', batchId ?? ''))
    .select([
      'n.id as id',
      'n.batch_id as batchId',
      'b.name as batchName',
      'b.level as level',
      'b.organisers as organisers',
      'b.document as document',
      'b.publicity_days as workingDays',
      'n.starts_on as startsOn',
      'n.ends_on as endsOn',
      'n.channel as channel',
      'n.contact as contact',
      'n.published_at as publishedAt',
    ])
    .orderBy('n.published_at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
}

export async function findNotice(db: Db, id: string): Promise<TitleNotice | undefined> {
  return (await listNotices(db, { id }))[0]
}

/** A school of a notice by the names of its day. */
export interface NoticeLine {
  applicationId: string
  position: number
  schoolName: string
  unitName: string
  sports: string
}

/** The schools of a notice in its own order, with what became of each until now. */
export async function noticeLinesOf(
  db: Db,
  noticeId: string,
): Promise<(NoticeLine & { state: TitleApplicationState; schoolId: string })[]> {
  return db
    .selectFrom('title_notice_line as l')
    .innerJoin('title_application as a', 'a.id', 'l.application_id')
    .where('l.notice_id', '=', noticeId)
    .select([
      'l.application_id as applicationId',
      'l.position as position',
      'l.school_name as schoolName',
      'l.unit_name as unitName',
      'l.sports as sports',
      'a.state as state',
      'a.school_id as schoolId',
    ])
    .orderBy('l.position')
    .execute()
}

/** How many schools each notice names. */
export async function countNoticeLines(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('title_notice_line')
    .groupBy('notice_id')
    .select(eb => ['notice_id as noticeId', eb.fn.countAll<number>().as('count')])
    .execute()
  return new Map(rows.map(row => [row.noticeId, Number(row.count)]))
}

export async function insertNotice(
  tx: Tx,
  notice: Pick<TitleNotice, 'batchId' | 'startsOn' | 'endsOn' | 'channel' | 'contact' | 'publishedAt'>,
  lines: readonly NoticeLine[],
): Promise<string> {
  const id = newId()
  await insertAll(tx, 'title_notice', [
    {
      id,
      batch_id: notice.batchId,
      starts_on: notice.startsOn,
      ends_on: notice.endsOn,
      channel: notice.channel,
      contact: notice.contact,
      published_at: notice.publishedAt,
    },
  ])
  await insertAll(
    tx,
    'title_notice_line',
    lines.map(line => ({
      notice_id: id,
      application_id: line.applicationId,
      position: line.position,
      school_name: line.schoolName,
      unit_name: line.unitName,
      sports: line.sports,
    })),
  )
  return id
}
