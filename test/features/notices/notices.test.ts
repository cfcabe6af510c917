import { beforeEach, expect, test } from 'vitest'
import { about } from '#app/features/applicants/applicant-writes.queries.server.ts'
import { deliverNotices } from '#app/features/notices/deliver-notices.server.ts'
import { minutesUntilNextTry, type NewNotice } from '#app/features/notices/notice.rule.ts'
import { countUnread, markRead, noticesOf } from '#app/features/notices/notices.queries.server.ts'
import { inBoth, notifyOnce } from '#app/features/notices/notify.server.ts'
import { lookupOf, seal } from '#app/sealing.server.ts'
import { inTransaction } from '#db/write.server.ts'
import { insertApplicant } from '#test/features/applications/applicant.ts'
import { useDatabase } from '#test/support/database.ts'
import { playSmsGateway } from '#test/support/network.ts'

const place = useDatabase()
const at = '2026-11-26 02:00:00.000'
const now = new Date('2026-11-26T02:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let accountId: string
let applicantId: string

beforeEach(async () => {
  const inserted = await insertApplicant(place.db)
  accountId = inserted.actor.id
  applicantId = inserted.applicantId
})

function tell(given: Partial<NewNotice> = {}) {
  const notice: NewNotice = {
    accountId,
    key: 'application 1',
    title: { 'zh-CN': '报名进展', en: 'Your application' },
    text: { 'zh-CN': '请参加体检。', en: 'Please take the medical.' },
    link: '/applications/1',
    isSent: true,
    ...given,
  }
  return inTransaction(place.db, tx => notifyOnce(tx, [notice], at))
}

const states = () =>
  place.db.selectFrom('notice_delivery').select(['channel', 'state', 'attempts']).orderBy('channel').execute()

test('what is told stands unread in the account until it is read, and is told once', async () => {
  expect(await tell()).toBe(1)
  expect(await tell()).toBe(0)
  expect(await countUnread(place.db, accountId)).toBe(1)

  await markRead(place.db, accountId, at, at)

  expect(await countUnread(place.db, accountId)).toBe(0)
  expect(await noticesOf(place.db, accountId)).toEqual([
    expect.objectContaining({ titleZh: '报名进展', textEn: 'Please take the medical.', readAt: at }),
  ])
})

test('it goes to the phone in the person’s language, signed, and only once', async () => {
  const taken = playSmsGateway()
  await tell()

  expect(await deliverNotices(place.db, now)).toBe(1)
  expect(await deliverNotices(place.db, later(60))).toBe(0)

  expect(taken).toEqual([{ to: '13800005678', text: '请参加体检。【连云港青少年体育】' }])
  expect(await states()).toEqual([{ channel: 'sms', state: 'sent', attempts: 1 }])
})

test('two servers that look at the same time send it once', async () => {
  const taken = playSmsGateway()
  await tell()

  await Promise.all([deliverNotices(place.db, now), deliverNotices(place.db, now)])

  expect(taken).toHaveLength(1)
})

test('somebody with a phone and a mailbox, who reads English, is written to in English at both', async () => {
  const taken = playSmsGateway()
  const address = 'chen@example.cn'
  await place.db
    .updateTable('applicant')
    .set({
      locale: 'en',
      email_sealed: seal(address, about('email', applicantId)),
      email_lookup: lookupOf('email', address),
    })
    .where('id', '=', applicantId)
    .execute()
  await tell()

  await deliverNotices(place.db, now)

  expect(taken[0]?.text).toBe('Please take the medical. [Lianyungang youth sports]')
  // No mail server is set up in this test: the mail is not kept waiting for ever.
  expect(await states()).toEqual([
    { channel: 'email', state: 'off', attempts: 1 },
    { channel: 'sms', state: 'sent', attempts: 1 },
  ])
})

test('a gateway that is away is tried again after a minute, five, thirty …, and then no more', async () => {
  playSmsGateway(503)
  await tell()
  expect(await deliverNotices(place.db, now)).toBe(0)
  expect(await deliverNotices(place.db, later(0.9))).toBe(0)
  expect(await states()).toEqual([{ channel: 'sms', state: 'waiting', attempts: 1 }])

  for (const minutes of [2, 8, 40, 170, 900]) await deliverNotices(place.db, later(minutes))

  expect(await states()).toEqual([{ channel: 'sms', state: 'given-up', attempts: 6 }])
  expect([1, 5, 6].map(minutesUntilNextTry)).toEqual([1, 720, null])
})

test('a number that the gateway refuses is not tried again', async () => {
  playSmsGateway(400)
  await tell()
  await deliverNotices(place.db, now)

  expect(await states()).toEqual([{ channel: 'sms', state: 'refused', attempts: 1 }])
})

test('an office account has no phone here: it reads in the account', async () => {
  await place.db.updateTable('applicant').set({ account_id: null }).where('id', '=', applicantId).execute()
  await tell()

  expect(await states()).toEqual([])
  expect(await countUnread(place.db, accountId)).toBe(1)
})

test('an ID or phone number that stands in the words all the same is hidden', async () => {
  await tell({ text: inBoth({ 'zh-CN': '请核对 320706199901010014', en: 'please call 13800005678' }) })

  const [notice] = await noticesOf(place.db, accountId)
  expect(notice?.textZh).toBe(`请核对 ${'*'.repeat(18)}`)
  expect(notice?.textEn).not.toContain('13800005678')
})

test('a message that cannot be made holds up no other', async () => {
  const taken = playSmsGateway()
  const other = await insertApplicant(place.db, { login: 'another' })
  await place.db
    .updateTable('applicant')
    .set({ phone_sealed: 'gone.AAAA' })
    .where('id', '=', applicantId)
    .execute()
  await tell()
  await tell({ accountId: other.actor.id, key: 'application 2' })

  expect(await deliverNotices(place.db, now)).toBe(1)

  expect(taken).toHaveLength(1)
  expect((await states()).map(one => one.state).sort()).toEqual(['sent', 'waiting'])
})
