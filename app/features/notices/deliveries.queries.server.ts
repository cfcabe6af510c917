import type { Db } from '#db/tables.ts'

export interface Delivery {
  noticeId: string
  channel: 'sms' | 'email'
  attempts: number
  nextAt: string
}

/** What may be tried now, the longest waiting first. */
export async function dueDeliveries(db: Db, now: string, limit: number): Promise<Delivery[]> {
  return db
    .selectFrom('notice_delivery')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .select(['notice_id as noticeId', 'channel', 'attempts', 'next_at as nextAt'])
    .orderBy('next_at')
    .orderBy('notice_id')
    .limit(limit)
    .execute()
}

/** Takes a delivery until `until`; false when another server took it first. A server that is killed leaves it due then. */
export async function takeDelivery(db: Db, delivery: Delivery, until: string): Promise<boolean> {
  const taken = await db
    .updateTable('notice_delivery')
    .set({ attempts: delivery.attempts + 1, next_at: until })
    .where('notice_id', '=', delivery.noticeId)
    .where('channel', '=', delivery.channel)
    .where('state', '=', 'waiting')
    .where('attempts', '=', delivery.attempts)
    .where('next_at', '=', delivery.nextAt)
    .executeTakeFirstOrThrow()
  return taken.numUpdatedRows === 1n
}

export async function finishDelivery(
  db: Db,
  { noticeId, channel }: Delivery,
  end: { state: 'sent' | 'refused' | 'given-up' | 'off' } | { nextAt: string },
): Promise<void> {
  await db
    .updateTable('notice_delivery')
    .set('state' in end ? { state: end.state } : { next_at: end.nextAt })
    .where('notice_id', '=', noticeId)
    .where('channel', '=', channel)
    .execute()
}

/** What a message says and to whose sealed address; undefined when the person is gone. */
export async function messageOf(db: Db, noticeId: string) {
  return db
    .selectFrom('notice as n')
    .innerJoin('applicant as w', 'w.account_id', 'n.account_id')
    .where('n.id', '=', noticeId)
    .select([
      'w.id as applicantId',
      'w.locale as locale',
      'w.phone_sealed as phoneSealed',
      'w.email_sealed as emailSealed',
      'n.title_zh as titleZh',
      'n.title_en as titleEn',
      'n.text_zh as textZh',
      'n.text_en as textEn',
      'n.link as link',
    ])
    .executeTakeFirst()
}
